/**
 * What a search says besides its hits, as data, so that an interface can say it in its own language;
 * said-words.ts has the English of it.
 */
export type Said =
  | { readonly kind: 'nothing-to-find' }
  | { readonly kind: 'only-filters' }
  | { readonly kind: 'only-left-out' }
  /** `notice:` or `lang:` with a value that it cannot have. */
  | { readonly kind: 'odd-value'; readonly field: 'lang' | 'notice'; readonly value: string }
  | { readonly kind: 'odd-date'; readonly field: string; readonly value: string }
  | { readonly kind: 'no-word'; readonly field: string }
  /** What looked like a field and was read as text. */
  | { readonly kind: 'no-field'; readonly name: string; readonly fields: readonly string[] }
  | { readonly kind: 'no-notice'; readonly name: string }
  /** lunr's words for it, in English. */
  | { readonly kind: 'not-understood'; readonly detail: string }
  /** A sound that so much of the collection may have that it was not looked up. */
  | { readonly kind: 'vague-sound' }
  | { readonly kind: 'sounds-like'; readonly phrase: string }
  | { readonly kind: 'respelt'; readonly word: string; readonly known: readonly string[] }
