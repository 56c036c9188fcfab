import type { PanelName } from '../state/panel-names.ts'

export type IconName = PanelName | 'search' | 'close' | 'up' | 'down'

/** Drawn on a grid of 20 by 20, two units thick, in the colour of the words beside them, which say what they mean. */
const strokes: Readonly<Record<IconName, string>> = {
  search: 'M13 13l4.5 4.5M8.5 14.5a6 6 0 1 1 0-12 6 6 0 0 1 0 12z',
  contents: 'M3 4.5h14M6 10h11M6 15.5h11M3 10h.01M3 15.5h.01',
  notes: 'M4 2.5h12v10l-5 5H4zM11 17.5v-5h5M7 6.5h6M7 10h3',
  terms: 'M5 3h10.5v14H5a1.5 1.5 0 0 1 0-3h10.5M8.5 6.5h4',
  findings: 'M3 5l1.5 1.5L7 4M3 13.5L4.5 15 7 12.5M10 5.5h7M10 14h7',
  up: 'M4 12.5l6-6 6 6',
  down: 'M4 7.5l6 6 6-6',
  settings: 'M3 5.5h8M15.5 5.5H17M3 14.5h1.5M9 14.5h8M11 3v5M4.5 12v5',
  close: 'M4.5 4.5l11 11M15.5 4.5l-11 11',
}

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={strokes[name]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
