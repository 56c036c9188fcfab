/**
 * The interface's words lie in `src/locales/<namespace>/<locale>.json`. `reader` wakes up with the page;
 * every other namespace is fetched by the feature that speaks it.
 */
export const namespaces = [
  'reader',
  'notices',
  'offline',
  'search',
  'terms',
  'findings',
  'notes',
  'links',
  'settings',
] as const

export type Namespace = (typeof namespaces)[number]

/** Keys with their words. Every catalogue has the keys of the English one, with its own plural forms. */
export type Catalogue = Readonly<Record<string, string>>

export type Catalogues = Readonly<Partial<Record<Namespace, Catalogue>>>
