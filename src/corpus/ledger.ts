import type { RetiredId } from './notice.ts'
import type { RowId, SentenceId } from './ids.ts'
import type { ByLang } from './lang.ts'
import type { Versioned } from './version.ts'

/**
 * `ids.json`: every row id and sentence id ever given out in one notice, with the text it was given to.
 * An id is given once, carried forward by its text when a source changes, and never reused.
 */
export type Ledger = Versioned<'ids'> & {
  /** The number that the next new row will get. */
  readonly nextRow: number
  /** Living rows in reading order. */
  readonly rows: readonly LedgerRow[]
  /** As each was when it was retired: what `to` and `after` name may have been retired since. */
  readonly retired: readonly LedgerRetired[]
}

/** `print` stands for the text that the id had, so that the id can be given back when that very text returns. */
export type LedgerRetired = RetiredId & { readonly print?: string }

export type LedgerRow = {
  readonly id: RowId
  /** The number that the next new sentence bead of this row will get. */
  readonly nextBead: number
  readonly beads: readonly LedgerBead[]
}

/** A sentence bead's text on each side; several sentences are joined by a space. Empty for an empty side. */
export type LedgerBead = ByLang<string> & { readonly id: SentenceId }

/** A row before it has a name: its sentence beads' text, in reading order. */
export type UnnamedRow = { readonly beads: readonly ByLang<string>[] }

/** The names of a notice's rows: `rows[i]` names the i-th row and its beads. */
export type RowNames = { readonly id: RowId; readonly beads: readonly SentenceId[] }

export type Naming = {
  readonly names: readonly RowNames[]
  /** Every retired id with the living one that it leads to now, sorted by number: what a corpus file publishes. */
  readonly retired: readonly RetiredId[]
  readonly ledger: Ledger
  /** Is there an id in `ledger` that the old one did not have? Only then is the file written. */
  readonly grown: boolean
}
