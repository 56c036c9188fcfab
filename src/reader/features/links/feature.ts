import type { Feature } from '../feature.ts'

/** Links, citations, and what changed since a link was made. */
export const links: Feature = {
  actions: ['row', 'link', 'cite'],
  wanted: ({ address }) => address.get().print !== null,
  load: () => import('./start.tsx'),
}
