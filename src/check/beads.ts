import type { FindingKind, FindingPlace } from '../corpus/finding.ts'
import type { RowId, SentenceId } from '../corpus/ids.ts'
import { byLang, type ByLang, type Lang } from '../corpus/lang.ts'
import { spanOf } from '../corpus/bead-text.ts'
import type { Corpus } from '../corpus/notice.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import type { TermMark } from '../corpus/term.ts'
import { quantities } from '../text/quantities.ts'
import type { Quantity } from '../text/quantity.ts'

/**
 * The sentence beads of a notice, each with what the checks look at: its text, term marks and quantities on either
 * side. All runs count in the side's whole text.
 */
export type BeadView = {
  readonly index: number
  readonly row: RowId
  readonly id: SentenceId
  /** `null` for an empty side. */
  readonly at: ByLang<Run | null>
  readonly texts: ByLang<string>
  readonly sentences: ByLang<readonly Run[]>
  readonly marks: ByLang<readonly TermMark[]>
  readonly quantities: ByLang<readonly Quantity[]>
}

/** A finding before it is named. `about` tells it from others of its kind in the bead. */
export type Draft = {
  readonly bead: BeadView
  readonly what: FindingKind
  readonly about: string
  readonly places: readonly FindingPlace[]
}

export function viewBeads(corpus: Corpus): BeadView[] {
  const found = byLang((lang) => quantitiesBySentence(corpus, lang))
  const beads = corpus.rows.flatMap((row) => row.beads.map((bead) => ({ row: row.id, bead })))
  const marks = byLang((lang) => marksBySentence(corpus, lang))
  return beads.map(({ row, bead }, index) => {
    const at = byLang((lang) => spanOf(corpus.sides[lang], bead[lang]))
    const gather = <T>(lists: ByLang<readonly (readonly T[])[]>): ByLang<readonly T[]> =>
      byLang((lang) => lists[lang].slice(bead[lang].from, bead[lang].to).flat())
    const texts = byLang((lang) => (at[lang] === null ? '' : sliceRun(corpus.sides[lang].text, at[lang])))
    const sentences = byLang((lang) => corpus.sides[lang].sentences.slice(bead[lang].from, bead[lang].to))
    return { index, row, id: bead.id, at, texts, sentences, marks: gather(marks), quantities: gather(found) }
  })
}

/** The beads in which a segment's counterpart may still be: its own, its row's, and the ones before and after. */
export function nearby(beads: readonly BeadView[], { index, row }: BeadView): BeadView[] {
  const near: BeadView[] = []
  for (let at = index - 1; at >= 0 && (at === index - 1 || beads[at]?.row === row); at -= 1) push(near, beads[at])
  for (let at = index; at < beads.length && (at <= index + 1 || beads[at]?.row === row); at += 1) push(near, beads[at])
  return near
}

function push(near: BeadView[], bead: BeadView | undefined): void {
  if (bead !== undefined) near.push(bead)
}

function quantitiesBySentence(corpus: Corpus, lang: Lang): Quantity[][] {
  const { text, sentences } = corpus.sides[lang]
  const moved = (r: Run, by: number): Run => ({ from: r.from + by, to: r.to + by })
  return sentences.map((sentence) =>
    quantities(sliceRun(text, sentence)).map((quantity) => ({
      ...quantity,
      at: moved(quantity.at, sentence.from),
      ...(quantity.subject === undefined ? {} : { subject: moved(quantity.subject, sentence.from) }),
    })),
  )
}

/** Marks are sorted as sentences are, so one walk deals them out. */
function marksBySentence(corpus: Corpus, lang: Lang): TermMark[][] {
  const { marks, sentences } = corpus.sides[lang]
  let next = 0
  return sentences.map(({ from, to }) => {
    const held: TermMark[] = []
    for (; next < marks.length; next += 1) {
      const mark = marks[next]
      if (mark === undefined || mark.at.from >= to) break
      if (mark.at.from >= from) held.push(mark)
    }
    return held
  })
}
