import search from 'approx-string-match'
import type { Target } from '../../../src/annotations/annotation.ts'
import type { Run } from '../../../src/corpus/run.ts'

/**
 * What most annotators do: the words where they stood, or else the place in the whole text that is most like them,
 * with up to half of them changed; words, context and place are weighed, and the best place is taken. Written from the
 * description of the Hypothesis client's matcher, with its weights.
 */
const weights = { quote: 50, prefix: 20, suffix: 20, place: 2 }

export function peerAnchor(text: string, { quote, position }: Target): Run | null {
  const { exact, prefix, suffix } = quote
  if (text.slice(position.start, position.end) === exact) return { from: position.start, to: position.end }
  if (exact === '') return null
  const found = matches(text, exact, Math.min(256, exact.length / 2))
  const scored = found.map(({ start, end, errors }) => {
    const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix)
    const behind = likeness(text.slice(end, end + suffix.length), suffix)
    const near = 1 - Math.abs(start - position.start) / Math.max(1, text.length)
    const score =
      weights.quote * (1 - errors / exact.length) +
      weights.prefix * before +
      weights.suffix * behind +
      weights.place * near
    return { run: { from: start, to: end }, score }
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.run ?? null
}

function matches(text: string, words: string, most: number): { start: number; end: number; errors: number }[] {
  const exact: { start: number; end: number; errors: number }[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 })
  return exact.length > 0 ? exact : search(text, words, Math.floor(most))
}

function likeness(text: string, wanted: string): number {
  if (wanted === '') return 1
  const [best] = matches(text, wanted, wanted.length)
  return best === undefined ? 0 : 1 - best.errors / wanted.length
}
