import type { RowId } from './ids.ts'
import type { Lang } from './lang.ts'

/**
 * An editor's note as a page shows it before any script runs: what it says, and the row that its words begin in. The
 * annotation that it comes from, with all that finds its words, is in the notice's `annotations.jsonld`.
 */
export type EditorialNote = {
  readonly id: string
  readonly row: RowId
  readonly lang: Lang
  /** The words that it is about. */
  readonly words: string
  /** Markdown; empty when it only marks or tags. */
  readonly note: string
  readonly tags: readonly string[]
  readonly creator?: string
}
