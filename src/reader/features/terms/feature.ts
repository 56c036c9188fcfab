import type { Feature } from '../feature.ts'
import { onTouch } from '../touch.ts'

/** The cards of a notice's terms: wanted when the address names a term, or when one is pointed at, focused or pressed. */
export const termCards: Feature = {
  actions: [],
  wanted: ({ page, address }) => page.kind === 'notice' && address.get().term !== null,
  watch: (page, tell) => onTouch(page, '.rows a.term', tell),
  load: () => import('./start-cards.tsx'),
}

/** Filter and order of the list of terms: wanted when its tools are touched. */
export const termList: Feature = {
  actions: [],
  wanted: ({ page }) => page.kind === 'terms' && document.querySelector<HTMLInputElement>('#term-filter')?.value !== '',
  watch: (page, tell) => onTouch(page, '.term-tools', tell),
  load: () => import('./sort-list.ts'),
}
