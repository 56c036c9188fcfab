import { fold } from './fold.ts'
import { numerals, type Numeral } from './numerals.ts'

/**
 * The numerals of a text as a reader takes them: what writers part, put together again.
 *
 * - `2000 萬`, `$20 億`: digits, a space and the unit that multiplies them
 * - `百分之 40`, `百分之 30 至 43`: a percentage with a space in it
 * - 百分之六十一點七六, 一點五億: a decimal in words
 * - 10餘萬: more than 100,000
 *
 * What is no number goes: 一一 in 唯一一種, 一兩個, and English decimals in words, which numerals reads in pieces.
 * Shapes  as `numerals`: sorted, disjoint, in UTF-16 units of the text.
 */
export function joinedNumerals(text: string): Numeral[] {
  const joined: Numeral[] = []
  for (const number of numerals(text)) {
    const last = joined.at(-1)
    const merged = last === undefined ? null : mergedWith(text, last, number)
    if (merged !== null) joined[joined.length - 1] = merged
    else if (!isChance(text, number)) joined.push(scaled(text, number))
  }
  return joined
}

function mergedWith(text: string, last: Numeral, number: Numeral): Numeral | null {
  const between = text.slice(last.at.to, number.at.from)
  const at = { from: last.at.from, to: number.at.to }
  const words = text.slice(number.at.from, number.at.to)
  const decimal = /^[點点]$/u.test(between)
    ? /^([〇零○一二三四五六七八九]+)([百千]?[万亿兆]?)$/u.exec(fold(words))
    : null
  if (decimal !== null) {
    const [, signs = '', unit = ''] = decimal
    const digits = [...signs].map((sign) => '〇一二三四五六七八九'.indexOf(sign.replace(/[零○]/u, '〇'))).join('')
    return { ...last, at, value: round((last.value + Number(`0.${digits}`)) * timesOf(unit)) }
  }
  return null
}

/** Units that follow a space, and the percentage before one. */
function scaled(text: string, number: Numeral): Numeral {
  const { from, to } = number.at
  const after = fold(text.slice(to, to + 4))
  // 10餘萬 is more than 100,000: the unit multiplies across the sign for more.
  const unit = /[0-9]$/u.test(text.slice(from, to)) ? /^(?:\s|\s?[余多])([百千]?[万亿兆])/u.exec(after) : null
  const more = unit ?? /^[余多]([百千]?[万亿兆])/u.exec(after)
  if (more !== null && number.kind === 'cardinal')
    return { ...number, at: { from, to: to + more[0].length }, value: round(number.value * timesOf(more[1] ?? '')) }
  const before = text.slice(Math.max(0, from - 24), from)
  if (number.kind === 'cardinal' && /百分之\s+(?:[0-9.]+\s*(?:至|到|-|–|~|～)\s*)?$/u.test(before))
    return { ...number, kind: 'percent' }
  return number
}

function timesOf(unit: string): number {
  return [...unit].reduce((times, sign) => times * (unitValues[sign] ?? 1), 1)
}

const unitValues: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 亿: 1e8, 兆: 1e12 }

/** Two bare Chinese digits side by side are no eleven or twelve, unless a year or a zero says so. */
function isChance(text: string, { at }: Numeral): boolean {
  const words = text.slice(at.from, at.to)
  const isPair = /^[一二三四五六七八九兩两]{2}$/u.test(words) && !/^\s?年/u.test(text.slice(at.to))
  return (
    isPair ||
    /\bpoint(?:\s[a-z]+){0,4}\s$/iu.test(text.slice(Math.max(0, at.from - 40), at.from)) ||
    /^\s+point\s/iu.test(text.slice(at.to))
  )
}

function round(value: number): number {
  return Number(value.toPrecision(12))
}
