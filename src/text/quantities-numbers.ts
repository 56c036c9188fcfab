import { fold } from './fold.ts'
import { numerals, type Numeral } from './numerals.ts'

/**
 * The numerals of a text as a reader takes them: what writers part, put together again.
 *
 * - `2000 萬`, `$20 億`: digits, a space and the unit that multiplies them
 * - `百分之 40`, `百分之 30 至 43`: a percentage with a space in it
 * - 百分之六十一點七六, 一點五倍: a decimal in words
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
  if (/^[點点]$/u.test(between) && /^[〇零○一二三四五六七八九]+$/u.test(words)) {
    const digits = Number(
      `0.${[...words].map((sign) => '〇一二三四五六七八九'.indexOf(sign.replace(/[零○]/u, '〇'))).join('')}`,
    )
    return { ...last, at, value: round(last.value + digits) }
  }
  return null
}

/** Units that follow a space, and the percentage before one. */
function scaled(text: string, number: Numeral): Numeral {
  const { from, to } = number.at
  const unit = /^\s([百千]?)([万亿兆])/u.exec(fold(text.slice(to, to + 4)))
  if (unit !== null && /[0-9]$/u.test(text.slice(from, to))) {
    const [whole, small = '', large = ''] = unit
    const times =
      (small === '百' ? 100 : small === '千' ? 1000 : 1) * (large === '万' ? 1e4 : large === '亿' ? 1e8 : 1e12)
    return { ...number, at: { from, to: to + whole.length }, value: round(number.value * times) }
  }
  const before = text.slice(Math.max(0, from - 24), from)
  if (number.kind === 'cardinal' && /百分之\s+(?:[0-9.]+\s*(?:至|到|-|–|~|～)\s*)?$/u.test(before))
    return { ...number, kind: 'percent' }
  return number
}

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
