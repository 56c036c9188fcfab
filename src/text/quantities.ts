import type { Run } from '../corpus/run.ts'
import { readDates, type DateParts } from './quantities-dates.ts'
import { boundAfter, boundBefore, unitAfter, unitBefore } from './quantities-words.ts'
import type { Quantity } from './quantity.ts'
import { fold } from './fold.ts'
import type { Numeral } from './numerals.ts'
import { zhNumeralValue } from './numerals-zh.ts'
import { joinedNumerals } from './quantities-numbers.ts'
import { halfAfter, isPartOfWord, numbersInWords, sharesInWords } from './quantities-phrases.ts'
import { withRanges } from './quantities-ranges.ts'

/**
 * What a text says in numbers: counts with their unit and bound, percentages, shares, ordinals, dates. Both languages
 * by one reader, so that “no less than 750” and 不少於750個 are one quantity.
 *
 * Numbers that are part of a name are none: 3D, COVID-19, the 14th Five-Year Plan, 十四五. Nor are vague ones (數十,
 * 十幾) and times of day, which the two languages count differently.
 *
 * Shapes  sorted by place, disjoint.
 * Units   runs count UTF-16 code units of the given text. A percentage's value is a share: 30% is 0.3, as 三成 is.
 *         A year of the Republic of China has the value of the common era; one before that era is negative. 八折 is the
 *         share that is left to pay, 0.8.
 */
export function quantities(text: string): Quantity[] {
  const numbers = joinedNumerals(text)
  const dates = readDates(text, numbers)
  const inDate = (at: Run): boolean => dates.some((date) => date.at.from < at.to && at.from < date.at.to)
  const names = namesIn(text)
  // Of two readings of the same words the phrase's is the fuller one, and stands first.
  const others = [
    ...[...sharesInWords(text), ...numbersInWords(text)].filter(({ at }) => !inDate(at)),
    ...numbers
      .filter(({ at }) => !inDate(at))
      .flatMap((number, index) => readNumber(text, number, numbers[index - 1], numbers[index + 1])),
  ].filter(({ at }) => !names.some((name) => name.from < at.to && at.from < name.to))
  return withRanges(text, disjoint([...dates.map(({ at, parts }) => dated(at, parts)), ...others]))
}

function dated(at: Run, date: DateParts): Quantity {
  // A month's name alone is looser than a number: May is also a verb, 三月 three months.
  const telling = date.day !== undefined || date.year !== undefined
  return { at, kind: 'date', value: date.year ?? 0, date, telling }
}

/** From here on a number in words is more than a manner of speaking: `one of the first two`. */
const leastTelling = 11

function readNumber(text: string, number: Numeral, last: Numeral | undefined, next: Numeral | undefined): Quantity[] {
  const { from, to } = number.at
  const isHan = /^\p{sc=Han}/u.test(text.slice(from))
  // 十四五: numbers that touch are no numbers.
  if (isHan && (last?.at.to === from || next?.at.from === to)) return []
  const before = fold(text.slice(Math.max(0, from - 30), from))
  const after = fold(text.slice(to, to + 24))
  const digits = /[0-9０-９]/u.test(text.slice(from, to))
  const scale = /[$£€¥]\s?$/u.test(before) ? /^ ?(k|m|bn|b|tn)(?![a-z])/u.exec(after) : null
  const size = scale?.[0].length ?? 0
  const unit = unitAfter(after.slice(size))
  const length = size + (unit?.length ?? 0)
  if (scale === null && unit === null && digits && /^[a-z]/u.test(after)) return []
  // 5G and 4K are no grams and no thousands.
  if (digits && /^[GKD](?![A-Za-z])/u.test(text.slice(to))) return []
  const isMoney = /(?:rmb|cny|usd|eur|gbp|hkd|twd)$/u.test(before)
  if (digits && !isMoney && /[A-Za-z]-?$/u.test(text.slice(Math.max(0, from - 2), from))) return []
  if (isVague(before, after)) return []
  if (isHan && number.kind === 'cardinal' && isPartOfWord(text, number.at, unit !== null, next)) return []
  const more = /[余餘多]/u.test(text.slice(from, to)) ? 'more-than' : null
  const bound = boundBefore(before) ?? more ?? boundAfter(after.slice(length))
  const tenths = isHan || digits ? /^成(?![为立员本功绩果长熟就不形年交品份分])/u.exec(after) : null
  const isShare = number.kind === 'percent' || number.kind === 'fraction' || (tenths !== null && number.value < 10)
  // 三成五 is 35%.
  const fifth =
    tenths === null || !isShare
      ? null
      : (/^成([一二三四五六七八九])(?!\p{sc=Han}?[个人年月日])/u.exec(after)?.[1] ?? null)
  const whole = valueOf(number, scale?.[1] ?? '', tenths !== null && isShare)
  const half = halfAfter(after, size, unit)
  const value = Number((whole + (fifth === null ? 0 : (zhNumeralValue(fifth) ?? 0) / 100) + half.value).toPrecision(10))
  const kind = isShare ? 'share' : number.kind === 'ordinal' ? 'ordinal' : 'number'
  const said = half.unit ?? unit?.unit
  const measure = said === undefined || said === 'money' ? (unitBefore(before) ?? said ?? null) : said
  const end = to + (tenths !== null && isShare ? (fifth === null ? 1 : 2) : Math.max(length, half.length))
  const start = number.kind === 'ordinal' && text[from - 1] === '第' ? from - 1 : from
  const subject = subjectAt(text, end)
  return [
    {
      at: { from: start, to: end },
      kind,
      value,
      ...(measure === null || kind === 'ordinal' ? {} : { unit: measure }),
      ...(bound === null ? {} : { bound }),
      ...(subject === null ? {} : { subject }),
      telling: isShare || (digits ? value >= leastDigits || !Number.isInteger(value) : value >= leastTelling),
    },
  ]
}

/** A single digit numbers lists, notes and articles, which the two languages do by customs of their own. */
const leastDigits = 10

function valueOf({ value, kind }: Numeral, scale: string, tenths: boolean): number {
  const times = { k: 1e3, m: 1e6, b: 1e9, bn: 1e9, tn: 1e12 }[scale] ?? 1
  // 1.1 × 10⁶ and 30 ÷ 100 must be the numbers that 110萬 and 0.3 are.
  return Number((tenths ? value / 10 : kind === 'percent' ? value / 100 : value * times).toPrecision(10))
}

/** 數十, 幾百, 十幾: no value; 三點半, 7:30: a time of day; 16進位: a radix, which English names. Input is folded. */
function isVague(before: string, after: string): boolean {
  return (
    /[数几]$/u.test(before) ||
    /^[几数]/u.test(after) ||
    /^(?: ?点(?!\d)|时(?!间)|:\d\d|世纪\d| ?进(?:位|制))/u.test(after) ||
    /(?:\d:|[\d一二三四五六七八九十]时|点|星期|周|礼拜|初)$/u.test(before) ||
    /^\s?(?:[ap]\.?m\b|o['’]clock)/u.test(after)
  )
}

/** What a number counts: the words behind it up to a mark, or to a word that ends a noun phrase. */
function subjectAt(text: string, from: number): Run | null {
  const words = /^(?:[\s-]*[\p{L}\p{N}'’-]+)+/u.exec(text.slice(from, from + longestSubject))
  if (words === null) return null
  const end =
    /\s(?:will|shall|is|are|was|were|has|have|had|of|in|to|for|by|with|at|on|from|as|that|which|per|who)\s|(?<!-\p{L}+)\s(?:and|or)\s/iu
  const phrase = words[0].slice(0, end.exec(`${words[0]} `)?.index ?? words[0].length)
  const lead = /^[\s-]*/u.exec(phrase)?.[0].length ?? 0
  return phrase.length > lead ? { from: from + lead, to: from + phrase.length } : null
}

/** UTF-16 units; longer ones are clauses. */
const longestSubject = 90

/** Names that hold numbers: plans that are called by theirs. On the original text; runs of it. */
function namesIn(text: string): Run[] {
  const pattern =
    /(?:\b[\w-]+\s+)?(?:Five|Ten|Three)-Year\s+(?:Plan|Programme|Program|Guidelines)|第[一二三四五六七八九十]+[個个]?五年[規规計计][劃划]|[“"「『]?十[一二三四五][五][”"」』]?(?=[期規规時时計计國国]|$|[”"」』])/giu
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

/** Sorted; of two that overlap the longer one stays. */
function disjoint(found: readonly Quantity[]): Quantity[] {
  const sorted = [...found].sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to)
  let end = 0
  return sorted.filter(({ at }) => {
    const isFree = at.from >= end
    if (isFree) end = at.to
    return isFree
  })
}
