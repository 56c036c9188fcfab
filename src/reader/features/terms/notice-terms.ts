import type { RowId, SentenceId, TermId } from '../../../corpus/ids.ts'
import { byLang, langs, type ByLang, type Lang } from '../../../corpus/lang.ts'
import type { Corpus } from '../../../corpus/notice.ts'
import { runLength, type Run } from '../../../corpus/run.ts'
import { allMarks, type TermEntry } from '../../../corpus/term.ts'

/**
 * The terms of one notice with every place where they stand, those inside longer terms among them.
 *
 * Shapes  in the order in which they first stand in the text; places in reading order, en before zh-Hant in a bead.
 * Units   `share` is how far through the notice a place stands, 0 to 1. Rows weigh what both sides of them weigh on
 *         average, so that the two sides' places of one row lie over one another.
 */
export type NoticeTerm = {
  readonly entry: TermEntry
  readonly places: readonly TermPlace[]
  readonly counts: ByLang<number>
  /** Shorter terms that stand inside it. */
  readonly inner: readonly TermEntry[]
}

export type TermPlace = {
  readonly lang: Lang
  readonly row: RowId
  readonly sentence: SentenceId
  readonly at: Run
  readonly share: number
}

export type NoticeTerms = ReadonlyMap<TermId, NoticeTerm>

/** One walk over a notice answers for all of its terms. */
const known = new WeakMap<Corpus, NoticeTerms>()

export function noticeTerms(corpus: Corpus): NoticeTerms {
  const made = known.get(corpus) ?? gather(corpus)
  known.set(corpus, made)
  return made
}

function gather(corpus: Corpus): NoticeTerms {
  const entries = new Map(corpus.terms.map((entry) => [entry.id, entry]))
  const places = new Map<TermId, TermPlace[]>()
  const inner = new Map<TermId, Set<TermId>>()
  const sides = byLang((lang) => marksBySentence(corpus, lang))
  const shareOf = shares(corpus)
  corpus.rows.forEach((row, index) => {
    for (const bead of row.beads)
      for (const lang of langs)
        for (const mark of sides[lang].slice(bead[lang].from, bead[lang].to).flat()) {
          const place = {
            lang,
            row: row.id,
            sentence: bead.id,
            at: mark.at,
            share: shareOf(index, lang, mark.at.from),
          }
          const own = places.get(mark.term)
          if (own === undefined) places.set(mark.term, [place])
          else own.push(place)
          for (const { term } of allMarks(mark.inner ?? []))
            inner.set(mark.term, (inner.get(mark.term) ?? new Set()).add(term))
        }
  })
  return new Map(
    [...places].flatMap(([id, own]): [TermId, NoticeTerm][] => {
      const entry = entries.get(id)
      if (entry === undefined) return []
      const counts = byLang((lang) => own.filter((place) => place.lang === lang).length)
      const held = [...(inner.get(id) ?? [])].flatMap((one) => entries.get(one) ?? [])
      return [[id, { entry, places: own, counts, inner: held }]]
    }),
  )
}

function marksBySentence({ sides }: Corpus, lang: Lang) {
  const { marks, sentences } = sides[lang]
  let next = 0
  return sentences.map(({ to }) => {
    const from = next
    while (next < marks.length && (marks[next]?.at.from ?? to) < to) next += 1
    return allMarks(marks.slice(from, next))
  })
}

/** How far through the notice a place is. */
function shares({ rows, sides }: Corpus): (row: number, lang: Lang, at: number) => number {
  const spans = rows.map((row) =>
    byLang((lang): Run => {
      const held = sides[lang].paragraphs.slice(row[lang].from, row[lang].to)
      return { from: held[0]?.at.from ?? 0, to: held.at(-1)?.at.to ?? 0 }
    }),
  )
  const whole = byLang((lang) => spans.reduce((sum, span) => sum + runLength(span[lang]), 0) || 1)
  const weights = spans.map((span) => langs.reduce((sum, lang) => sum + runLength(span[lang]) / whole[lang], 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  let before = 0
  const starts = weights.map((weight) => (before += weight) - weight)
  return (row, lang, at) => {
    const span = spans[row]?.[lang] ?? { from: 0, to: 0 }
    const within = (at - span.from) / Math.max(1, runLength(span))
    return ((starts[row] ?? 0) + within * (weights[row] ?? 0)) / total
  }
}
