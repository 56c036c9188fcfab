import type { Run } from '../../../../corpus/run.ts'

/**
 * Where a caret goes in a side's text, sentence by sentence: a place is an offset in UTF-16 units that lies in a
 * sentence or at its end. What stands between sentences is passed over.
 *
 * While words are being selected the caret goes to their ends, otherwise to their beginnings.
 */
export type CaretUnit = 'character' | 'word' | 'sentence'

export type CaretText = {
  readonly text: string
  /** Sorted and disjoint, none empty. */
  readonly sentences: readonly Run[]
  /** BCP 47: words are cut by the language's own rules. */
  readonly lang: string
}

export function stepCaret(
  { text, sentences, lang }: CaretText,
  at: number,
  unit: CaretUnit,
  direction: 1 | -1,
  selecting: boolean,
): number {
  const index = sentenceAt(sentences, at)
  const sentence = sentences[index]
  if (sentence === undefined) return at
  const next = sentences[index + direction]
  const stops = stopsOf(text, sentence, unit, lang, selecting)
  const found = direction === 1 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at)
  if (found !== undefined) return found
  if (next === undefined) return direction === 1 ? sentence.to : sentence.from
  if (unit === 'character') return direction === 1 ? next.from : next.to
  const beyond = stopsOf(text, next, unit, lang, selecting)
  return (direction === 1 ? beyond[0] : beyond.at(-1)) ?? next.from
}

/** The sentence that holds a place, or the nearest before it. */
export function sentenceAt(sentences: readonly Run[], at: number): number {
  const behind = sentences.findIndex(({ from }) => from > at)
  return Math.max(0, (behind < 0 ? sentences.length : behind) - 1)
}

function stopsOf(text: string, { from, to }: Run, unit: CaretUnit, lang: string, selecting: boolean): number[] {
  if (unit === 'sentence') return [selecting ? to : from]
  const words = text.slice(from, to)
  const segments = new Intl.Segmenter(lang, { granularity: unit === 'word' ? 'word' : 'grapheme' }).segment(words)
  const stops: number[] = []
  for (const { index, segment, isWordLike } of segments) {
    if (unit === 'character') stops.push(from + index)
    else if (isWordLike === true) stops.push(from + index + (selecting ? segment.length : 0))
  }
  if (unit === 'character') stops.push(to)
  return stops
}

/** What stands at a place, to be read out: the character, the word or the sentence from there on. */
export function textAt({ text, sentences, lang }: CaretText, at: number, unit: CaretUnit): string {
  const sentence = sentences[sentenceAt(sentences, at)]
  if (sentence === undefined || at >= sentence.to) return ''
  if (unit === 'sentence') return text.slice(at, sentence.to)
  const segments = new Intl.Segmenter(lang, { granularity: unit === 'word' ? 'word' : 'grapheme' }).segment(
    text.slice(sentence.from, sentence.to),
  )
  return segments.containing(at - sentence.from)?.segment ?? ''
}
