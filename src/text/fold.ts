import { Converter } from 'opencc-js/t2cn'
import type { Run } from '../corpus/run.ts'

/**
 * Folding: what two spellings must share to match. For matching only, never for display.
 *
 * Width and compatibility forms (Unicode NFKC), case, Latin diacritics, and script: every Han character is folded
 * towards Simplified (the many-to-one direction), one code point at a time. A context-free map is what matching
 * needs: 乾 folds to 干 alone and inside 乾坤, so that a part of a folded text is the folded part of the text.
 *
 * Units   UTF-16 code units. Folding changes lengths (Ⅲ, 660 Han characters beyond the BMP), hence `foldMapped`.
 * Source  OpenCC's character tables through opencc-js, and `regional` below.
 */
export function fold(text: string): string {
  let folded = ''
  let from = 0
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0
    const size = point > 0xffff ? 2 : 1
    const one = foldPoint(point)
    if (one !== null) {
      folded += text.slice(from, at) + one
      from = at + size
    }
    at += size
  }
  return from === 0 ? text : folded + text.slice(from)
}

export type Folded = {
  readonly text: string
  /** For each unit of `text`, and for its end, the offset in the original at which its character starts. */
  readonly starts: Uint32Array
}

/** As `fold`, with the way back. */
export function foldMapped(original: string): Folded {
  let starts = new Uint32Array(original.length + 1)
  let folded = ''
  let from = 0
  let units = 0
  for (let at = 0; at < original.length;) {
    const point = original.codePointAt(at) ?? 0
    const size = point > 0xffff ? 2 : 1
    const one = foldPoint(point)
    if (one !== null) {
      folded += original.slice(from, at) + one
      from = at + size
    }
    const end = units + (one === null ? size : one.length)
    // Room for what is left of the original, which may grow too.
    if (end + original.length - at >= starts.length) starts = longer(starts, end + original.length - at)
    for (; units < end; units += 1) starts[units] = at
    at += size
  }
  starts[units] = original.length
  return { text: from === 0 ? original : folded + original.slice(from), starts: starts.subarray(0, units + 1) }
}

function longer(starts: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(least + (starts.length >> 2) + 1)
  grown.set(starts)
  return grown
}

/** The run of the original text that a run of the folded text came from; characters are taken in whole. */
export function unfoldRun({ text, starts }: Folded, { from, to }: Run): Run {
  if (from < 0 || to > text.length) throw new RangeError(`unfoldRun: [${from}, ${to}) is beyond 0–${text.length}`)
  const start = starts[from] ?? 0
  let end = to
  while (end < text.length && end > from && starts[end] === starts[end - 1]) end += 1
  return { from: start, to: from === to ? start : (starts[end] ?? start) }
}

/**
 * Forms that regions write differently and OpenCC's table to Simplified leaves apart. Each is one word in two
 * customs, so that a text by one hand finds a text by another.
 */
const regional = pairsOf('衞卫汚污著着臺台裡里羣群峯峰綫线祕秘祇只週周佔占嚐尝麪面牀床甦苏恆恒啓启')

/** Radicals that text taken from a PDF has for the characters themselves, and that have no compatibility form. */
const radicals = pairsOf(
  '⺄乙⺈刀⺌小⺍小⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺬示⺮竹⺶羊⺷羊⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻑长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟',
)

function pairsOf(pairs: string): ReadonlyMap<string, string> {
  return new Map([...pairs.matchAll(/(.)(.)/gu)].map(([, one = '', other = '']) => [one, other]))
}

let convert: (character: string) => string = Converter({ from: 't', to: 'cn' })

/**
 * From here on scripts are folded by this table and not by OpenCC's own: a browser is given what its collection has to
 * do with. Characters that the table leaves out fold to what no text of the collection has.
 */
export function foldBy(table: ReadonlyMap<string, string>): void {
  convert = (character) => table.get(character) ?? character
  known.clear()
}

/** What OpenCC folds to any of these characters, which are folded themselves, by code point: a table for `foldBy`. */
export function foldsTo(characters: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(scriptPairs().filter(([from]) => [...fold(from)].every((one) => characters.has(one))))
}

/** Every character that OpenCC changes, asked for once. */
function scriptPairs(): readonly (readonly [string, string])[] {
  if (pairs.length > 0) return pairs
  for (const [first, last] of hanBlocks)
    for (let point = first; point <= last; point += 1) {
      const one = String.fromCodePoint(point)
      const other = convert(one)
      if (other !== one) pairs.push([one, other])
    }
  return pairs
}

const pairs: (readonly [string, string])[] = []

/** Radicals and signs, unified ideographs with their first extension, compatibility forms, the planes beyond. */
const hanBlocks = [
  [0x2e80, 0x33ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
] as const

/** Folded forms by code point, filled as characters are met; `null` for those that fold to themselves. */
const known = new Map<number, string | null>()

/** `null` when the character folds to itself. */
function foldPoint(point: number): string | null {
  // Lower-case ASCII, digits and signs are most of an English text.
  if (point < 0x80) return point >= 0x41 && point <= 0x5a ? String.fromCharCode(point + 0x20) : null
  const met = known.get(point)
  if (met !== undefined) return met
  const character = String.fromCodePoint(point)
  const folded = foldCharacter(character)
  const result = folded === character ? null : folded
  known.set(point, result)
  return result
}

function foldCharacter(character: string): string {
  const plain = character
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
  // A lone surrogate is no character; leave it to the finding that reports it.
  if (plain === '' || !plain.isWellFormed()) return plain
  const han = [...plain].map((one) => radicals.get(one) ?? regional.get(one) ?? convert(one)).join('')
  // Some conversions land on a form that is itself folded further.
  return [...han].map((one) => regional.get(one) ?? one).join('')
}
