/** What can be open beside the text, in the order of its buttons; `panels/panels.ts` says what each is. */
export const panelNames = ['contents', 'terms', 'findings', 'notes', 'settings'] as const

export type PanelName = (typeof panelNames)[number]
