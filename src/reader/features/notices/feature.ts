import type { Feature } from '../feature.ts'
import { onTouch } from '../touch.ts'

/** Filter and order of the list of notices: wanted when the address has them, or when their tools are touched. */
export const noticeList: Feature = {
  actions: [],
  wanted: ({ page }) => page.kind === 'notices' && location.search !== '',
  watch: (page, tell) => onTouch(page, '.notice-tools', tell),
  load: () => import('./sort-list.ts'),
}
