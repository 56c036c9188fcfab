import type { Lang } from '../corpus/lang.ts'
import type { Match, Way } from './locate.ts'
import type { SearchRow } from './shelf.ts'

/** Something that a row must, may or must not have: any one of its ways. */
export type Need = {
  readonly presence: 'must' | 'may' | 'not'
  readonly ways: readonly Way[]
  /** Where it counts; a `title` need is met by a notice and holds for all of its rows. */
  readonly sides: readonly Lang[]
  readonly title: boolean
  readonly boost: number
  /** Lit where the need is met, and no reason to be found. */
  readonly lights: readonly Way[]
  /** The words of a phrase that stand apart: the row is found as `words`, however well each of them fits. */
  readonly apart: boolean
}

export type FoundRow = {
  readonly row: SearchRow
  /** For each need, its matches in the row; `[]` where it is not met. */
  readonly byNeed: readonly (readonly Match[])[]
}

export type Found = {
  readonly rows: readonly FoundRow[]
  /** For each need, how many rows may have it: BM25's document frequency. */
  readonly frequencies: readonly number[]
  readonly count: number
  readonly exact: boolean
  /** A need was too vague to be looked up, so that rows may have been missed. */
  readonly vague: boolean
}
