import type { Run } from '../corpus/run.ts'
import type { Numeral } from './numerals.ts'
import { zhNumeralValue } from './numerals-zh.ts'

/**
 * Dates of both languages: 2021年12月17日, 民國112年3月, December 17, 2021, 17 December, 2021-12-17, 221 BC, 公元前221年,
 * and a bare year (二〇二一年) or month. Chinese ones are read over numerals already found, so that any numeral may stand
 * in them.
 *
 * Units   months and days from 1; a year is of the common era, and -221 is 221 BC. A part that is not said is absent.
 */
export type DateParts = { readonly year?: number; readonly month?: number; readonly day?: number }

export type FoundDate = { readonly at: Run; readonly parts: DateParts }

export function readDates(text: string, numbers: readonly Numeral[]): FoundDate[] {
  return [...chineseDates(text, numbers), ...westernDates(text)].filter(({ parts: { month, day } }) => {
    return (month === undefined || (month >= 1 && month <= 12)) && (day === undefined || (day >= 1 && day <= 31))
  })
}

/** A number before 年 that is a year and not a count of years: four digits, or after 民國. */
const leastYear = 1000
const greatestYear = 2200

/** Years of the Republic of China are counted from 1912; 民國 is often left out. */
const republicOffset = 1911
const longestRepublic = 200

function chineseDates(text: string, numbers: readonly Numeral[]): FoundDate[] {
  const found: FoundDate[] = []
  for (let index = 0; index < numbers.length; index += 1) {
    const first = numbers[index]
    if (first === undefined) break
    const parts: { year?: number; month?: number; day?: number } = {}
    let end = first.at.to
    let used = 0
    for (const [part, sign] of [
      ['year', /^\s?(?:[財财]?年(?!代|级|級|齡|龄)度?|[會会][計计]年度)/u],
      ['month', /^\s?月/u],
      ['day', /^\s?[日號号]/u],
    ] as const) {
      const number = numbers[index + used]
      if (number === undefined || (used > 0 && !/^\s?$/u.test(text.slice(end, number.at.from)))) break
      const mark = sign.exec(text.slice(number.at.to, number.at.to + 5))
      if (mark === null || !Number.isInteger(number.value)) continue
      if (part === 'year' && number.value > greatestYear) break
      parts[part] = number.value
      end = number.at.to + mark[0].length
      used += 1
    }
    const era = parts.year === undefined ? null : eras.exec(text.slice(Math.max(0, first.at.from - 4), first.at.from))
    if (parts.year !== undefined && era !== null) {
      if (era[0].includes('前')) parts.year = -parts.year
    } else if (parts.year !== undefined && parts.year < leastYear) {
      // 三年六月 is a span of time; a short year is one of the Republic only in a whole date.
      if (parts.year > longestRepublic || parts.day === undefined) continue
      parts.year += republicOffset
    }
    // 17日 alone is a count of days as often as a date.
    if (used === 0 || (parts.year === undefined && parts.month === undefined)) continue
    const from =
      era !== null
        ? first.at.from - era[0].length
        : first.kind === 'year'
          ? first.at.from - (/(?:中[華华])?民[國国]$/u.exec(text.slice(0, first.at.from))?.[0].length ?? 0)
          : first.at.from
    found.push({ at: { from, to: end }, parts })
    index += used - 1
  }
  return found
}

/** What says which side of the common era's beginning a year is on. 前 alone (前221年) is as often “the last”. */
const eras = /[公西]元前?\s?$/u

const monthNames = 'january february march april may june july august september october november december'.split(' ')
const month = String.raw`(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`
const day = String.raw`([0-3]?\d)(?:st|nd|rd|th)?`

/** Each names its groups y, m, d by place. */
const western: readonly (readonly [RegExp, (groups: readonly string[]) => DateParts])[] = [
  [
    new RegExp(String.raw`\b${month}\s${day}(?:,?\s(\d{4}))?(?!\d|[.,]\d)`, 'gu'),
    ([m = '', d = '', y = '']) => partsOf(y, monthOf(m), d),
  ],
  [
    new RegExp(String.raw`\b${day}(?: of)?\s${month}(?:,?\s(\d{4}))?\b`, 'gu'),
    ([d = '', m = '', y = '']) => partsOf(y, monthOf(m), d),
  ],
  [new RegExp(String.raw`\b${month}(?: of)?,? (\d{4})\b`, 'gu'), ([m = '', y = '']) => partsOf(y, monthOf(m), '')],
  [/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/gu, ([y = '', m = '', d = '']) => partsOf(y, Number(m), d)],
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu,
    // 17/12 can only be read one way; 5/6 is read as Americans do.
    ([a = '', b = '', y = '']) => (Number(a) > 12 ? partsOf(y, Number(b), a) : partsOf(y, Number(a), b)),
  ],
  // Either side of the common era's beginning.
  [/\b([1-9]\d{0,3}) (?:BCE?\b|B\.C\.(?:E\.)?)/gu, ([y = '']) => ({ year: -Number(y) })],
  [/\b([1-9]\d{0,3}) (?:CE\b|C\.E\.|AD\b|A\.D\.)/gu, ([y = '']) => ({ year: Number(y) })],
  [/\b(?:AD|A\.D\.) ([1-9]\d{0,3})\b/gu, ([y = '']) => ({ year: Number(y) })],
  // Years of account: FY19, FY2019, FY 2019-20 by their first year.
  [/\bFY ?(20\d\d|19\d\d)(?:[-/–]\d\d(?:\d\d)?)?\b/gu, ([y = '']) => ({ year: Number(y) })],
  [/\bFY ?['’]?(\d\d)\b/gu, ([y = '']) => ({ year: 2000 + Number(y) })],
  // A month alone. May and March are words of other kinds too: only after a preposition.
  [
    /\b(January|February|April|June|July|August|September|October|November|December)\b/gu,
    ([m = '']) => partsOf('', monthOf(m), ''),
  ],
  [
    /(?<=\b(?:in|of|by|since|until|last|next|early|late|from|to) )(March|May)\b/gu,
    ([m = '']) => partsOf('', monthOf(m), ''),
  ],
]

function westernDates(text: string): FoundDate[] {
  const found: FoundDate[] = decadesIn(text)
  for (const [pattern, read] of western)
    for (const match of text.matchAll(pattern)) {
      const at = { from: match.index, to: match.index + match[0].length }
      if (found.some((other) => other.at.from < at.to && at.from < other.at.to)) continue
      found.push({ at, parts: read(match.slice(1)) })
    }
  return found
}

/** The 1990s, 20世紀90年代, 九十年代: by their first year. */
function decadesIn(text: string): FoundDate[] {
  const decade =
    /(?:([0-9]{2}|[一二三四五六七八九十]{2,3})世[紀纪])?([0-9]{2,4}|[一二三四五六七八九]?十)\s?年代|\b(1\d|20)(\d0)['’]?s\b/gu
  return [...text.matchAll(decade)].flatMap((match): FoundDate[] => {
    const [, century, tens = '', western, ofWestern] = match
    const number = (words: string): number => (/^\d/u.test(words) ? Number(words) : (zhNumeralValue(words) ?? 0))
    const past = century === undefined ? 19 : number(century) - 1
    const year =
      western !== undefined
        ? Number(western + (ofWestern ?? ''))
        : number(tens) > 99
          ? number(tens)
          : past * 100 + number(tens)
    const at = { from: match.index, to: match.index + match[0].length }
    return year % 10 === 0 ? [{ at, parts: { year } }] : []
  })
}

function monthOf(name: string): number {
  return 1 + monthNames.findIndex((full) => full.startsWith(name.slice(0, 3).toLowerCase()))
}

function partsOf(year: string, ofMonth: number, ofDay: string): DateParts {
  return {
    ...(year === '' ? {} : { year: Number(year) }),
    month: ofMonth,
    ...(ofDay === '' ? {} : { day: Number(ofDay) }),
  }
}
