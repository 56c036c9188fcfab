import type { ComponentType } from 'react'
import type { Namespace } from '../i18n/namespaces.ts'
import type { PageData } from '../state/page-data.ts'
import { panelNames, type PanelName } from '../state/panel-names.ts'
import type { Action } from '../state/shortcuts.ts'

/**
 * What can be opened beside the text, in the order of its buttons. A panel's code and words are fetched when it is
 * first opened; its name in the interface is `panel.<name>` of the `reader` namespace, its key the action's.
 */
export type PanelSpec = {
  readonly pages: readonly PageData['kind'][]
  readonly action: Action
  readonly namespace: Namespace
  readonly load: () => Promise<{ readonly Panel: ComponentType }>
}

export const panels: Readonly<Record<PanelName, PanelSpec>> = {
  contents: {
    pages: ['notice'],
    action: 'contents',
    namespace: 'reader',
    load: () => import('../features/contents/Panel.tsx'),
  },
  notes: {
    pages: ['notice', 'notices'],
    action: 'notes',
    namespace: 'notes',
    load: () => import('../features/notes/panel/Panel.tsx'),
  },
  terms: {
    pages: ['notice'],
    action: 'terms',
    namespace: 'terms',
    load: () => import('../features/terms/Panel.tsx'),
  },
  findings: {
    pages: ['notice'],
    action: 'findings',
    namespace: 'findings',
    load: () => import('../features/findings/Panel.tsx'),
  },
  settings: {
    pages: ['notice', 'notices', 'terms', 'term'],
    action: 'settings',
    namespace: 'settings',
    load: () => import('../features/settings/Panel.tsx'),
  },
}

/** The panels of a kind of page. */
export function panelsOf(kind: PageData['kind']): PanelName[] {
  return panelNames.filter((name) => panels[name].pages.includes(kind))
}
