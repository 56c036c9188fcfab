import { spanOf } from '../../../corpus/bead-text.ts'
import type { Finding } from '../../../corpus/finding.ts'
import { byLang, type ByLang, type Lang } from '../../../corpus/lang.ts'
import type { Corpus } from '../../../corpus/notice.ts'
import { overlaps, runLength, sliceRun, type Run } from '../../../corpus/run.ts'

/** A piece of a text, and whether it is what a finding is about. */
export type ExcerptPiece = { readonly text: string; readonly about: boolean }

/** How much of a long sentence stands around the words, in UTF-16 units. */
const contexts: ByLang<number> = { en: 120, 'zh-Hant': 48 }

/**
 * What a finding's sentence bead says on each side: all of it when it is short, else what stands around the words that
 * the finding is about, or the beginning where it is about none. An empty side has no pieces.
 */
export function excerptsOf(corpus: Corpus, { sentence, places }: Finding): ByLang<readonly ExcerptPiece[]> {
  const bead = corpus.rows.flatMap((row) => row.beads).find(({ id }) => id === sentence)
  return byLang((lang) => {
    const side = corpus.sides[lang]
    const span = bead === undefined ? null : spanOf(side, bead[lang])
    if (span === null) return []
    const about = places
      .filter((place) => place.lang === lang && overlaps(place.at, span))
      .map(({ at }) => ({ from: Math.max(at.from, span.from), to: Math.min(at.to, span.to) }))
    return cut(side.text, around(span, about, lang), span, about)
  })
}

function around(span: Run, about: readonly Run[], lang: Lang): Run {
  const width = contexts[lang]
  if (runLength(span) <= width * 2.5) return span
  const [first] = about
  // What is about the whole sentence shows its beginning.
  const from = first === undefined || runLength(first) > width * 2 ? span.from : first.from
  return { from: Math.max(span.from, from - width), to: Math.min(span.to, from + width) }
}

function cut(text: string, shown: Run, span: Run, about: readonly Run[]): ExcerptPiece[] {
  const here = about
    .map(({ from, to }) => ({ from: Math.max(from, shown.from), to: Math.min(to, shown.to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  const pieces: ExcerptPiece[] = []
  let at = shown.from
  for (const run of here) {
    if (run.from < at) continue
    pieces.push({ text: text.slice(at, run.from), about: false }, { text: sliceRun(text, run), about: true })
    at = run.to
  }
  pieces.push({ text: text.slice(at, shown.to), about: false })
  const ends = [
    ...(shown.from > span.from ? [{ text: '…', about: false }] : []),
    ...pieces.filter((piece) => piece.text !== ''),
    ...(shown.to < span.to ? [{ text: '…', about: false }] : []),
  ]
  return ends
}
