import type { Feature } from '../feature.ts'

/** The list of keys, where each can be given another. */
export const help: Feature = {
  actions: ['help'],
  wanted: () => false,
  load: () => import('./start.tsx'),
}
