import type { Reader } from '../islands/reader.ts'
import type { Action } from '../state/shortcuts.ts'

/**
 * Features that are no panel. The code of each is fetched when one of its actions is first asked for, or at once when
 * the page as it was opened already wants it (a query in the address, notes on this device).
 */
export type Feature = {
  readonly actions: readonly Action[]
  readonly wanted: (reader: Reader) => boolean
  /** Waits for what else on the page calls for it, also where it was wanted and did not come, and tells once. */
  readonly watch?: (page: Document, tell: () => void) => void
  /** `start` runs once; it puts its own handlers on its actions. `asked` is the action that it is fetched for, if any. */
  readonly load: (
    asked: Action | null,
    reader: Reader,
  ) => Promise<{ readonly start: (reader: Reader) => void | Promise<void> }>
}
