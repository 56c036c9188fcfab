import type { ByLang, Lang } from './lang.ts'
import type { Versioned } from './version.ts'

/**
 * `beads.json`: a reviewer's alignment decisions, which every build replays.
 * Segments are named by their text, white space folded, so that a pin survives edits elsewhere
 * and no longer fits, visibly, once its own text has changed.
 */
export type BeadsFile = Versioned<'beads'> & { readonly pins: readonly Pin[] }

export type PinLevel = 'paragraph' | 'sentence'

export type Pin =
  /** These consecutive segments are one bead. An empty list on one side says that the other is unmatched. */
  | ({ readonly kind: 'bead'; readonly level: PinLevel; readonly note?: string } & ByLang<readonly string[]>)
  /** The bead boundary of one side falls between these two consecutive segments. */
  | {
      readonly kind: 'split'
      readonly level: PinLevel
      readonly lang: Lang
      readonly before: string
      readonly after: string
      readonly note?: string
    }
