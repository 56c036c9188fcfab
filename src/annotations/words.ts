import { fold } from '../text/fold.ts'

/**
 * A text's words alone: letters, digits and Han characters, folded (script, case, width); punctuation, spaces and
 * readings in brackets left out. Two texts with the same words say the same, however they are written: in Traditional or
 * Simplified, with full or half-width commas, as received or as recovered.
 *
 * Units  UTF-16 code units of the given text and of `text`.
 */
export type Words = {
  readonly text: string
  /** For each unit of `text`, the run of the character that it came from. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** The words of some runs of a text, one behind the other. The runs are sorted and disjoint. */
export function wordsOf(text: string, runs: readonly { readonly from: number; readonly to: number }[]): Words {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { from, to } of runs) {
    for (let at = from; at < to;) {
      const point = text.codePointAt(at) ?? 0
      const reading = point === 0x28 || point === 0xff08 ? readingAt(text, at, to) : 0
      if (reading > 0) {
        at += reading
        continue
      }
      const end = at + (point > 0xffff ? 2 : 1)
      const word = wordOf(point)
      if (word !== '') {
        parts.push(word)
        for (let left = word.length; left > 0; left -= 1) {
          starts.push(at)
          ends.push(end)
        }
      }
      at = end
    }
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Just the words, where no way back is asked for. */
export function wordsIn(text: string): string {
  let words = ''
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0
    const reading = point === 0x28 || point === 0xff08 ? readingAt(text, at, text.length) : 0
    if (reading === 0) words += wordOf(point)
    at += reading || (point > 0xffff ? 2 : 1)
  }
  return words
}

/** What each character gives, learnt as it is met. */
const known = new Map<number, string>()

function wordOf(point: number): string {
  const met = known.get(point)
  if (met !== undefined) return met
  const character = String.fromCodePoint(point)
  // Signs that change what a number says are words; other signs and all punctuation are not.
  const word = /[\p{L}\p{N}\p{M}%‰％°℃$€£¥￥+±]/u.test(character) ? fold(character) : ''
  known.set(point, word)
  return word
}

/**
 * The length of a reading in brackets behind its Han character, as a damaged text has them: 發(fā). 0 where there is
 * none. Only what bears a tone is taken for one: (a) may be an item's mark and (who) a name.
 */
function readingAt(text: string, at: number, end: number): number {
  const before = at === 0 ? '' : (text[at - 1] ?? '')
  if (!/[\p{Script=Han}\udc00-\udfff]/u.test(before)) return 0
  const [reading = ''] =
    /^[(（][a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}[)）]/u.exec(text.slice(at, at + 10)) ?? []
  return at + reading.length <= end ? reading.length : 0
}

/**
 * How much words say, by their length: a Han character counts 1, a Latin letter 0.4 (an English word of five letters is
 * about two characters of Chinese).
 */
export function weightOf(words: string): number {
  let weight = 0
  for (const character of words) weight += /[0-9\u2e80-\u{10ffff}]/u.test(character) ? 1 : 0.4
  return weight
}
