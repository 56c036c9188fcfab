import type { Feature } from '../feature.ts'

/** As in the stylesheet: narrower windows have no room for it. */
const wide = '(width >= 60em)'

/** The map of the notice, beside the text where there is room. */
export const map: Feature = {
  actions: [],
  wanted: ({ page }) => page.kind === 'notice' && matchMedia(wide).matches,
  watch: (page, tell) => {
    if (page.querySelector('.map') !== null) matchMedia(wide).addEventListener('change', tell, { once: true })
  },
  load: () => import('./start.ts'),
}
