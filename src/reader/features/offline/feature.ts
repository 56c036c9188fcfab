import type { Feature } from '../feature.ts'

/** Keeps the site for reading without a connection, where the browser has what it takes. */
export const offline: Feature = {
  actions: [],
  // Absent on plain HTTP, except on the machine itself.
  wanted: () => 'serviceWorker' in navigator,
  load: () => import('./start.ts'),
}
