import type { Run } from '../corpus/run.ts'
import { foldMapped, unfoldRun, type Folded } from './fold.ts'
import { readNumberWords, scaleOf } from './numerals-en.ts'
import { readRoman } from './numerals-roman.ts'
import { zhNumeralSigns, zhNumeralValue } from './numerals-zh.ts'

/**
 * Numbers in a text, by value, whatever the language that writes them: 10,000 and 1萬 are one number, so are
 * `fourteenth`, `14th` and 十四, `Chapter IV` and 第四章, 1 000 000 and 百萬, 30% and 百分之三十, 2/3, `two-thirds` and
 * 三分之二.
 *
 * Units   runs count UTF-16 code units of the given text; values are plain, a percentage's 30% is 30.
 * Shapes  sorted, disjoint. A year of the Republic of China (民國107年) has the value of the common era.
 */
export type Numeral = {
  readonly at: Run
  readonly value: number
  readonly kind: 'cardinal' | 'ordinal' | 'percent' | 'fraction' | 'year'
}

export function numerals(text: string): Numeral[] {
  return numeralsOf(foldMapped(text), text)
}

/** The same of a text that is folded already; runs are of the original, which says what is a capital. */
export function numeralsOf(folded: Folded, original: string): Numeral[] {
  const found: Numeral[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(folded.text); match !== null; match = pattern.exec(folded.text)) {
    const roman = romanAt(folded, original, match.index)
    if (roman !== null) {
      found.push(roman)
      while ((folded.starts[pattern.lastIndex] ?? roman.at.to) < roman.at.to) pattern.lastIndex += 1
      continue
    }
    const read = readAt(folded.text, match.index)
    if (read === null) continue
    for (const { from, to, value, kind } of read) found.push({ at: unfoldRun(folded, { from, to }), value, kind })
    pattern.lastIndex = Math.max(match.index + 1, read[read.length - 1]?.to ?? 0)
  }
  return found
}

function romanAt({ text, starts }: Folded, original: string, from: number): Numeral | null {
  const start = starts[from]
  if (start === undefined || !/[ivxlcdm]/.test(text.charAt(from))) return null
  const roman = readRoman(original, start)
  return roman === null ? null : { at: { from: start, to: roman.to }, value: roman.value, kind: 'ordinal' }
}

type Read = { readonly from: number; readonly to: number; readonly value: number; readonly kind: Numeral['kind'] }

const numberWord =
  /(?:zero|one|two|three|four(?:teen)?|fi(?:ve|fteen|rst|fth|fty)|six(?:teen)?|seven(?:teen)?|eight(?:een|h|y)?|nine(?:teen)?|ten|eleven|twel(?:ve|fth)|thir(?:teen|ty|d)|twent(?:y|ieth)|forty|[a-z]+teenth|[a-z]+tieth|second|fourth|sixth|seventh|ninth|tenth|eleventh|sixty|seventy|ninety)(?![a-z])/
const signs = [...zhNumeralSigns].join('')
/** Where a number may start: digits, a number word at a word's start, a Chinese numeral, what may be a Roman one. */
const pattern = new RegExp(`[0-9]|(?<![a-z0-9])(?:${numberWord.source}|[ivxlcdm]+(?![a-z0-9]))|[${signs}]`, 'gu')

/** Thousands are parted by commas or, as the SI has it, by spaces; one space alone only before 000, which is no count. */
const arabic =
  /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?:(?: [0-9]{3}){2,}| 000)(?! ?[0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?/y
/** Digits with their commas, if they have any: 1億2,000萬. */
const digits = String.raw`(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?`
const zhRun = new RegExp(`(?:${digits})?[${signs}](?:[${signs}]|${digits})*`, 'yu')
const zhShare = new RegExp(`([${signs}]+)分之([${signs}]+|[0-9]+(?:\\.[0-9]+)?)`, 'yu')

function readAt(text: string, from: number): Read[] | null {
  return readShare(text, from) ?? readZh(text, from) ?? readArabic(text, from) ?? readWords(text, from)
}

/** 百分之三十 is a percentage, 三分之二 a fraction. */
function readShare(text: string, from: number): Read[] | null {
  zhShare.lastIndex = from
  const match = zhShare.exec(text)
  if (match === null) return null
  const [whole, of = '', part = ''] = match
  const value = zhNumeralValue(part)
  if (value === null) return null
  const to = from + whole.length
  if (of === '百') return [{ from, to, value, kind: 'percent' }]
  const parts = of === '千' ? 1000 : of === '万' ? 10000 : zhNumeralValue(of)
  return parts === null || parts === 0 ? null : [{ from, to, value: value / parts, kind: 'fraction' }]
}

function readZh(text: string, from: number): Read[] | null {
  zhRun.lastIndex = from
  const match = zhRun.exec(text)
  if (match === null) return null
  const to = from + match[0].length
  const kind = text[from - 1] === '第' ? 'ordinal' : 'cardinal'
  const value = zhNumeralValue(match[0].replaceAll(',', ''))
  if (value !== null) return [yearOf(text, { from, to, value, kind })]
  // Not one number: the longest numbers it falls into, 十四五 as 14 and 5.
  const reads: Read[] = []
  for (let start = from; start < to;) {
    let end = to
    while (end > start && zhNumeralValue(text.slice(start, end)) === null) end -= 1
    const part = zhNumeralValue(text.slice(start, end))
    if (part !== null && end > start) reads.push({ from: start, to: end, value: part, kind })
    start = Math.max(end, start + 1)
  }
  return reads.length === 0 ? null : reads
}

/** Years of the Republic of China are counted from 1912. */
const republicOffset = 1911

function yearOf(text: string, read: Read): Read {
  if (text[read.to] !== '年') return read
  const isRepublican = /(?:民国|民國)$/.test(text.slice(Math.max(0, read.from - 2), read.from))
  return isRepublican ? { ...read, value: read.value + republicOffset, kind: 'year' } : read
}

function readArabic(text: string, from: number): Read[] | null {
  arabic.lastIndex = from
  const match = arabic.exec(text)
  if (match === null) return null
  let value = Number(match[0].replaceAll(/[, ]/g, ''))
  let to = from + match[0].length
  const ordinal = /^(?:st|nd|rd|th)(?![a-z])/.exec(text.slice(to, to + 3))
  if (ordinal !== null) return [{ from, to: to + 2, value, kind: 'ordinal' }]
  const scale = /^[ -]?([a-z]+)/.exec(text.slice(to, to + 10))
  const times = scaleOf(scale?.[1] ?? '')
  if (times !== null) {
    // 1.1 × 10⁶ must be the integer that 110萬 is.
    value = Number((value * times).toPrecision(12))
    to += scale?.[0].length ?? 0
  }
  const kind = text[from - 1] === '第' ? 'ordinal' : 'cardinal'
  const percent = /^ ?(?:%|per ?cent(?![a-z]))/.exec(text.slice(to, to + 9))
  if (percent !== null) return [{ from, to: to + percent[0].length, value, kind: 'percent' }]
  return [yearOf(text, { from, to, value, kind })]
}

function readWords(text: string, from: number): Read[] | null {
  // A number's words are parted by single spaces or hyphens; a dozen is longer than any number in use.
  const ahead = text.slice(from, from + 120)
  const words = [...ahead.matchAll(/([a-z]+)(?:[ -](?=[a-z])|)/gy)].slice(0, 12)
  const read = readNumberWords(words.map(([, word = '']) => word))
  if (read === null) return null
  const last = words[read.taken - 1]
  const to = from + (last === undefined ? 0 : last.index + (last[1]?.length ?? 0))
  const fraction = /^[ -](half|halves|thirds?|quarters?|fourths?|fifths?|tenths?)(?![a-z])/.exec(ahead.slice(to - from))
  const parts = partNames.get(fraction?.[1]?.replace(/s$/, '') ?? '')
  if (!read.ordinal && parts !== undefined)
    return [{ from, to: to + (fraction?.[0].length ?? 0), value: read.value / parts, kind: 'fraction' }]
  const percent = /^ per ?cent(?![a-z])/.exec(ahead.slice(to - from))
  if (percent !== null) return [{ from, to: to + percent[0].length, value: read.value, kind: 'percent' }]
  return [{ from, to, value: read.value, kind: read.ordinal ? 'ordinal' : 'cardinal' }]
}

const partNames: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halve', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['tenth', 10],
])
