import type { NoticeId, RowId, SentenceId, TermId } from './ids.ts'
import type { ByLang } from './lang.ts'
import type { FileLink } from './file-link.ts'
import type { TermEntry } from './term.ts'
import type { Versioned } from './version.ts'

/**
 * What a collection makes of one term entry: how often and where it stands, and its concordance in both languages.
 *
 * Order   notices as they were given, lines as the notice has them. An entry that stands nowhere has no notices.
 * Units   counts are occurrences, those inside a longer term among them.
 */
export type TermUse = {
  readonly entry: TermEntry
  readonly counts: ByLang<number>
  readonly notices: readonly NoticeUse[]
  /** Shorter entries that stand inside it somewhere, as `clinical specialty` in `key clinical specialty`. */
  readonly inner: readonly TermEntry[]
}

export type NoticeUse = {
  readonly notice: NoticeId
  readonly counts: ByLang<number>
  readonly lines: readonly UseLine[]
  /** Sentence beads that use it beyond those of `lines`, which end where a page has enough of them. */
  readonly more: number
}

/**
 * A sentence bead that uses the term, on one side or on both. A side's nodes are its occurrences in order; a side that
 * says it in other words, or not at all, has none, and `instead` is what stands there.
 */
export type UseLine = {
  readonly row: RowId
  readonly sentence: SentenceId
  readonly sides: ByLang<{ readonly nodes: readonly UseNode[]; readonly instead: string }>
}

/** One occurrence between its left and right context (KWIC, Luhn 1960); white space is single spaces. */
export type UseNode = { readonly left: string; readonly node: string; readonly right: string }

/** `terms/<n>.json`: some of a collection's entries by id, with the notices that use them. */
export type TermsFile = Versioned<'terms'> & { readonly terms: readonly ListedTerm[] }

export type ListedTerm = {
  readonly entry: TermEntry
  readonly notices: readonly { readonly notice: NoticeId; readonly counts: ByLang<number> }[]
}

/** In a manifest: how many entries there are, and the files that hold them, each from the given id on. */
export type TermsLink = {
  readonly count: number
  readonly files: readonly (FileLink & { readonly from: TermId })[]
}

/** The file that holds an entry: the last one that begins at it or before it; `null` when there is none. */
export function termsFileOf({ files }: TermsLink, id: TermId): (FileLink & { readonly from: TermId }) | null {
  return files.findLast(({ from }) => from <= id) ?? null
}
