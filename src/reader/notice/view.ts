import { isEmptyRun, type Run } from '../../corpus/run.ts'
import type { RowId, SentenceId } from '../../corpus/ids.ts'
import { byLang, langs, type ByLang, type Lang } from '../../corpus/lang.ts'
import type { EditorialNote } from '../../corpus/editorial.ts'
import type { Corpus, Paragraph, Row, SentenceBead } from '../../corpus/notice.ts'
import { headingRanks, type HeadingRanks } from './headings.ts'
import { pieceCutter, type PieceCutter } from './pieces.ts'
import { retiredByRow, type RetiredHere } from './retired.ts'

/**
 * A notice made ready to be shown: what several rows need, worked out once.
 *
 * `segmentsOf` answers what stands in one side of a row, paragraph by paragraph: its sentences, each with the bead
 * that it belongs to, and the gaps where a sentence bead has nothing on this side.
 */
export type NoticeView = {
  readonly corpus: Corpus
  readonly cut: ByLang<PieceCutter>
  readonly ranks: HeadingRanks
  readonly retired: RetiredHere
  /** The editor's notes, by the row that their words begin in. */
  readonly notes: ReadonlyMap<RowId, readonly EditorialNote[]>
}

export type Segment =
  | {
      readonly kind: 'sentence'
      readonly at: Run
      readonly bead: SentenceId
      /** The page's id for the bead stands on its first sentence, en before zh-Hant. */
      readonly first: boolean
    }
  | { readonly kind: 'gap'; readonly bead: SentenceId }

export type ShownParagraph = { readonly paragraph: Paragraph; readonly segments: readonly Segment[] }

export function viewNotice(corpus: Corpus, notes: readonly EditorialNote[] = []): NoticeView {
  return {
    corpus,
    cut: byLang((lang) => pieceCutter(corpus.sides[lang])),
    ranks: headingRanks(langs.flatMap((lang) => corpus.sides[lang].paragraphs)),
    retired: retiredByRow(corpus),
    notes: byRow(notes),
  }
}

function byRow(notes: readonly EditorialNote[]): NoticeView['notes'] {
  const rows = new Map<RowId, EditorialNote[]>()
  for (const note of notes) {
    const here = rows.get(note.row)
    if (here === undefined) rows.set(note.row, [note])
    else here.push(note)
  }
  return rows
}

export function segmentsOf(corpus: Corpus, row: Row, lang: Lang): ShownParagraph[] {
  const side = corpus.sides[lang]
  const paragraphs = side.paragraphs.slice(row[lang].from, row[lang].to)
  const beadOf = new Map<number, SentenceBead>()
  for (const bead of row.beads) for (let at = bead[lang].from; at < bead[lang].to; at += 1) beadOf.set(at, bead)
  // A bead with nothing on this side leaves its gap before the sentence that its empty run names.
  const gaps = row.beads.filter((bead) => isEmptyRun(bead[lang]))
  return paragraphs.map((paragraph, index) => {
    const isLast = index === paragraphs.length - 1
    const segments: Segment[] = []
    const gapsAt = (holds: (place: number) => boolean): void => {
      for (const bead of gaps) if (holds(bead[lang].from)) segments.push({ kind: 'gap', bead: bead.id })
    }
    const { from, to } = paragraph.sentences
    // A place outside the row, which a sound corpus does not have, falls to its nearest end rather than vanish.
    if (index === 0) gapsAt((place) => place < from)
    for (let at = from; at < to; at += 1) {
      gapsAt((place) => place === at)
      const run = side.sentences[at]
      const bead = beadOf.get(at)
      if (run === undefined || bead === undefined)
        throw new RangeError(`${corpus.id} ${row.id}: sentence ${at} of ${lang} is in no bead of its row`)
      segments.push({ kind: 'sentence', at: run, bead: bead.id, first: isFirst(bead, lang, at) })
    }
    if (isLast) gapsAt((place) => place >= to)
    return { paragraph, segments }
  })
}

function isFirst(bead: SentenceBead, lang: Lang, at: number): boolean {
  return bead[lang].from === at && (lang === 'en' || isEmptyRun(bead.en))
}
