import type { Bead } from './bead.ts'
import type { Edit, Unresolved } from './edit.ts'
import type { AcceptedFinding, Fact, Finding } from './finding.ts'
import type { NoticeId, RowId, SentenceId } from './ids.ts'
import type { ByLang, Lang } from './lang.ts'
import type { Run } from './run.ts'
import type { TermEntry, TermMark } from './term.ts'
import type { Versioned } from './version.ts'

/**
 * The corpus file of a notice: everything a reader or another program needs of it, in one JSON document.
 *
 * Units   all runs over text count UTF-16 code units from 0; runs in beads count paragraphs or sentences of that side.
 * Order   rows in reading order; marks, edits and dropped blocks sorted by place.
 * Laws    rows tile both sides' paragraphs, their sentence beads tile both sides' sentences;
 *         undoing `edits` on `text` gives the received text to the letter.
 */
export type Corpus = Versioned<'corpus'> & {
  readonly id: NoticeId
  readonly titles: ByLang<Title>
  /** ISO 8601 date, or local date and time, as far as it is known. */
  readonly published?: string
  readonly sides: ByLang<Side>
  readonly rows: readonly Row[]
  /** Ids that no longer name a row or sentence bead, with where their text went. */
  readonly retired: readonly RetiredId[]
  /** The entries that `marks` name, sorted by id. */
  readonly terms: readonly TermEntry[]
  /** Quantities that both sides state, in reading order. Absent where a file was written before they were looked for. */
  readonly facts?: readonly Fact[]
  /** All that the checks noticed, in reading order, accepted or not; absent likewise. */
  readonly findings?: readonly Finding[]
  /** Those of `findings` that a reviewer accepts, with the reason. */
  readonly accepted?: readonly AcceptedFinding[]
}

export type Title = {
  readonly text: string
  /** `source`: it stood in the received text. `editor`: written for this edition. */
  readonly by: 'source' | 'editor'
}

/** Where a side came from, only as far as it is known. */
export type Provenance = {
  readonly site?: string
  /** Shown as text, never a link. */
  readonly page?: string
  readonly author?: string
  /** ISO 8601 date on which it was retrieved. */
  readonly retrieved?: string
}

/** One text of a notice. */
export type Side = {
  readonly lang: Lang
  readonly provenance: Provenance
  readonly file: string
  readonly format: SourceFormat
  readonly encoding: string
  /** The file begins with a byte order mark, which is no part of the text. */
  readonly bom?: true
  /** SHA-256 of the source file's bytes, lower-case hex. */
  readonly sha256: string
  /** The whole recovered text, dropped blocks included. */
  readonly text: string
  /** From the received text to `text`. Their `at` counts in the received text. */
  readonly edits: readonly Edit[]
  readonly unresolved: readonly Unresolved[]
  /** Blocks that are no part of the notice, in `text`. */
  readonly dropped: readonly Dropped[]
  /** The kept blocks, in `text`; together with `dropped` and white space they cover it. */
  readonly paragraphs: readonly Paragraph[]
  /** All sentences of the kept text in reading order, in `text`; only white space stands between. */
  readonly sentences: readonly Run[]
  readonly marks: readonly TermMark[]
}

export type SourceFormat = 'plain' | 'markdown' | 'html' | 'aligned'

/** A run of text that stays out of the rows, and why. A title that was lifted is one of them. */
export type Dropped = { readonly at: Run; readonly reason: string; readonly title?: true }

/** What a block of a source is. A table is a paragraph a row, its cells parted by tabs. */
export type BlockKind =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6 }
  /** `depth` from 1; `marker` as it stood or would be shown, `•` or `3.`; it is no part of the text. */
  | { readonly kind: 'item'; readonly depth: number; readonly marker: string }
  | { readonly kind: 'table-row'; readonly header: boolean }

export type Paragraph = BlockKind & {
  readonly at: Run
  /** Its sentences, as a run of the side's list; never empty. */
  readonly sentences: Run
}

/** A paragraph bead: one row of the page. */
export type Row = Bead & {
  readonly id: RowId
  /** In reading order; they tile the sentences of the row's paragraphs. */
  readonly beads: readonly SentenceBead[]
}

/** A sentence bead; its runs count sentences of the side. */
export type SentenceBead = Bead & { readonly id: SentenceId }

export type RetiredId = {
  readonly id: RowId | SentenceId
  /** Where its text went, or `null` when the text is gone. */
  readonly to: RowId | SentenceId | null
  /** The row that now stands where it stood; `null` only when the notice has no rows before it. */
  readonly after: RowId | null
}
