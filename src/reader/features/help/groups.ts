import type { Action } from '../../state/shortcuts.ts'

/** The actions as they are listed, by what a reader is about. Every action stands in one group (`tests/reader`). */
export const groups = [
  { title: 'help.moving', actions: ['next', 'previous', 'nextHit', 'previousHit'] },
  {
    title: 'help.looking',
    actions: ['search', 'layout', 'contents', 'terms', 'findings', 'notes', 'settings', 'help'],
  },
  { title: 'help.acting', actions: ['row', 'link', 'cite', 'annotate', 'caret', 'reveal'] },
] as const satisfies readonly { readonly title: string; readonly actions: readonly Action[] }[]

export const actionLabels = {
  search: 'action.search',
  next: 'action.next',
  previous: 'action.previous',
  nextHit: 'action.nextHit',
  previousHit: 'action.previousHit',
  layout: 'action.layout',
  contents: 'action.contents',
  terms: 'action.terms',
  findings: 'action.findings',
  notes: 'action.notes',
  annotate: 'action.annotate',
  caret: 'action.caret',
  cite: 'action.cite',
  link: 'action.link',
  row: 'action.row',
  reveal: 'action.reveal',
  settings: 'action.settings',
  help: 'action.help',
} as const satisfies Record<Action, string>
