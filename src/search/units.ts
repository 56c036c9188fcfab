import type { Run } from '../corpus/run.ts'
import { foldMapped, unfoldRun, type Folded } from '../text/fold.ts'

/**
 * A text as search sees it: one stream of units for both languages, on both sides of the wire.
 *
 * A unit is one character of a script that is written without spaces (Han, kana, bopomofo), or one word of any other:
 * letters and digits between anything else, `5,000` as `5000`. Folded (text/fold.ts); punctuation and white space are
 * no units, so that neither counts for matching. No segmenter is asked: two of them would cut differently.
 *
 * Units   `from` and `to` count UTF-16 code units of the original text; sorted, disjoint.
 */
export type Units = {
  readonly keys: readonly string[]
  readonly run: (unit: number) => Run
}

export function unitsOf(text: string): Units {
  const folded = foldMapped(text)
  const keys: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: sign, index } of folded.text.matchAll(unit)) {
    keys.push(sign.length > 4 && thousands.test(sign) ? sign.replaceAll(',', '') : sign)
    starts.push(index)
    ends.push(index + sign.length)
  }
  return { keys, run: (at) => originalRun(folded, starts[at], ends[at]) }
}

/** As `unitsOf`, where nobody asks for places: what an index is made of. */
export function unitKeys(folded: string): string[] {
  const signs: string[] = folded.match(unit) ?? []
  return signs.map((sign) => (sign.length > 4 && thousands.test(sign) ? sign.replaceAll(',', '') : sign))
}

/** Is a unit a character of a script without spaces, and so neither inflected nor cut short? */
export function isCharacter(key: string): boolean {
  return character.test(key)
}

export const isHan = (key: string): boolean => /^\p{Script=Han}$/u.test(key)

function originalRun(folded: Folded, from: number | undefined, to: number | undefined): Run {
  if (from === undefined || to === undefined) throw new RangeError('units: no such unit')
  return unfoldRun(folded, { from, to })
}

const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}'

/** A character; a number with commas between its thousands; a word, for which ASCII alone is a shortcut. */
const unit = new RegExp(
  `[${spaceless}]|\\d{1,3}(?:,\\d{3})+(?!\\d)|(?:[a-z0-9]+|(?![${spaceless}])[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
)

const character = new RegExp(`^[${spaceless}]$`, 'u')

const thousands = /^\d{1,3}(?:,\d{3})+$/
