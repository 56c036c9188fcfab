/**
 * Tabs of one browser that show the same notes: they tell one another what has changed, and write one at a time.
 * Where a browser lacks either, a tab still works by itself: the database's own transactions keep it safe.
 *
 * Source: Web Locks API; BroadcastChannel of the HTML standard.
 */
export type Tabs = {
  /** Tells the other tabs that notes with these ids were written or deleted. */
  readonly tell: (ids: readonly string[]) => void
  /** Returns what ends the listening. */
  readonly hear: (told: (ids: readonly string[]) => void) => () => void
  /** Does something while no other tab does the like. */
  readonly alone: <R>(work: () => Promise<R>) => Promise<R>
}

export function browserTabs(name: string): Tabs {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  return {
    tell: (ids) => channel?.postMessage(ids),
    hear: (told) => {
      const listen = ({ data }: MessageEvent<unknown>): void => {
        if (Array.isArray(data)) told(data.filter((id) => typeof id === 'string'))
      }
      channel?.addEventListener('message', listen)
      return () => channel?.removeEventListener('message', listen)
    },
    // Not in every browser, nor outside secure contexts.
    alone: (work) => ('locks' in navigator ? navigator.locks.request(name, work) : work()),
  }
}
