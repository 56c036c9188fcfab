import { isHan } from './chars.ts'
import type { RecoveryModel } from './model.ts'
import { numberedReading } from './compile.ts'

/**
 * Readings as they stand in received text: a syllable in brackets, tones as marks (composed or not) or as a digit.
 *
 * A toneless syllable counts as `toneless`: in most texts it is a neutral-tone reading, but by itself it is weak
 * evidence, since short English words and list letters look the same. Who asks decides what it is worth.
 */
export type Bracket = {
  /** Just behind the closing bracket. */
  readonly to: number
  /** What stood between the brackets. */
  readonly inside: string
}

/** The longest syllable is `zhuāng`; each letter may carry a combining mark, and ü two. */
const LONGEST = 12
const syllable = /^(?:[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüêńňǹḿăɑɡ]|[\u0300-\u030c])+[1-5]?$/u

/** The bracket that opens at `from`, if it holds nothing but what may be a syllable. */
export function bracketAt(text: string, from: number): Bracket | null {
  const open = text.charCodeAt(from)
  return open === 0x28 || open === 0xff08 ? bracketInside(text, from + 1) : null
}

/** The same where the opening bracket is gone: from the syllable on. */
export function bracketInside(text: string, from: number): Bracket | null {
  for (let i = from; i <= from + LONGEST && i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 0x29 || char === 0xff09) {
      const inside = text.slice(from, i)
      return syllable.test(inside) ? { to: i + 1, inside } : null
    }
    if (char > 0x7e && char < 0xc0) return null
    if (char > 0x30c && char !== 0x251 && char !== 0x261 && (char < 0x1e00 || char > 0x1eff)) return null
  }
  return null
}

/** Just behind the reading that may stand at `at`, behind a Han character; `at` itself where none does. */
export function pastReading(text: string, at: number): number {
  return isHan(text.charCodeAt(at - 1)) ? (bracketAt(text, at)?.to ?? at) : at
}

/** The text in front of `at`, for a reader who minds no readings: at least its last `wanted` characters. */
export function readBefore(text: string, at: number, wanted: number): string {
  let read = ''
  for (let i = Math.max(0, at - 2 * wanted * LONGEST); i < at;) {
    const past = pastReading(text, i)
    if (past === i || past > at) read += text[i++] ?? ''
    else i = past
  }
  return read
}

export type ReadingMatch = 'toned' | 'neutral' | 'toneless' | null

/** Is what a bracket holds a reading of this character, and how firmly does it say so? */
export function readingMatch(model: RecoveryModel, char: number, inside: string): ReadingMatch {
  const known = model.readings.get(char)
  if (known === undefined) return null
  const given = numberedReading(asWritten(inside))
  if (given.endsWith('5')) {
    if (known.includes(given)) return 'neutral'
    const toneless = given.slice(0, -1)
    return known.some((reading) => reading.slice(0, -1) === toneless) ? 'toneless' : null
  }
  return known.includes(given) || sandhi.get(char)?.includes(given) === true ? 'toned' : null
}

/** The two characters whose tone changes with what follows; dictionaries give only the tone that they have alone. */
const sandhi: ReadonlyMap<number, readonly string[]> = new Map([
  ['一'.charCodeAt(0), ['yi1', 'yi2', 'yi4']],
  ['不'.charCodeAt(0), ['bu2', 'bu4']],
])

/** Undoes what typists and fonts do to pinyin: ă for ǎ, one-storey ɑ and ɡ, and ü, which the model writes as v. */
function asWritten(inside: string): string {
  return inside
    .normalize('NFD')
    .replaceAll('\u0306', '\u030c')
    .replaceAll('ɑ', 'a')
    .replaceAll('ɡ', 'g')
    .replaceAll('u\u0308', 'v')
    .replace(/^(.*)([1-5])$/u, (_, letters: string, tone: string) => letters + (toneMarks[Number(tone)] ?? ''))
}

const toneMarks = ['', '\u0304', '\u0301', '\u030c', '\u0300', '']
