import type { Run } from '../corpus/run.ts'
import type { Numeral } from './numerals.ts'
import { numerals } from './numerals.ts'
import type { Quantity } from './quantity.ts'
import { unitAfter, type Unit } from './quantities-words.ts'
import { fold } from './fold.ts'

/**
 * Quantities that no single numeral says: half, 半數, one in five, a dozen, half a million, 百萬, 半年, 兩年半; and
 * numerals that say none, since they are part of a word: 一定, 四川, 三農.
 */

/** Shares in words; quiet, since each language has many ways to say them. */
export function sharesInWords(text: string): Quantity[] {
  return [
    ...matches(text, /\b(?:(?:one[- ])?(half)|a (third|quarter|fifth|tenth))(?=\s+(?:of|the)\b)|一半|半[數数]/giu).map(
      ({ at, groups: [half, part] }) => share(at, 1 / (parts[(half ?? part ?? 'half').toLowerCase()] ?? 2)),
    ),
    ...matches(text, /(?<![\d/.])([1-9])\/([2-9]|10|100)(?![\d/])/gu).flatMap(
      ({ at, groups: [over = '', under = ''] }) =>
        Number(over) < Number(under) ? [share(at, Number(over) / Number(under))] : [],
    ),
    ...matches(text, /\b(\w+) (?:in|out of)(?: every)? (\w+)\b/giu).flatMap(
      ({ at, groups: [over = '', under = ''] }) => {
        const [one, other] = [plainValue(over), plainValue(under)]
        return one !== null && other !== null && one < other && other <= 100 ? [share(at, one / other)] : []
      },
    ),
    ...matches(
      text,
      /(?<![0-9.一二三四五六七八九十])([0-9]{1,2}(?:\.5)?|[一二三四五六七八九]{1,2})折(?![疊叠扣算合磨返射紙纸旧舊现現])/gu,
    ).flatMap(({ at, groups: [tenths = ''] }) => discount(at, tenths)),
    ...matches(text, /(?<![0-9.])([0-9]+(?:\.[0-9]+)?) ?‰/gu).map(({ at, groups: [per = ''] }) => ({
      ...share(at, Number(per) / 1000),
      telling: true,
    })),
  ]
}

/** 八折, 八五折, 75折, 7.5折: what is left of a price. */
function discount(at: Run, tenths: string): Quantity[] {
  const digits = /^[0-9]/u.test(tenths)
    ? tenths
    : [...tenths].map((sign) => '〇一二三四五六七八九'.indexOf(sign)).join('')
  const value = Number(digits) / (digits.includes('.') || digits.length === 1 ? 10 : 100)
  return value === 0 ? [] : [{ ...share(at, value), unit: 'of-price', telling: true }]
}

const parts: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 }

function share(at: Run, value: number): Quantity {
  return { at, kind: 'share', value: Number(value.toPrecision(10)), telling: false }
}

/** Numbers in words; quiet, since they round. */
export function numbersInWords(text: string): Quantity[] {
  return [
    ...matches(
      text,
      /\b(half an?|a|an|two|three|four|five|six|several)[ -](dozen|hundred|thousand|million|billion|trillion)\b/giu,
    )
      .map(({ at, groups: [lead = '', unit = ''] }) => ({
        at,
        times: leads[lead.toLowerCase()],
        of: scales[unit.toLowerCase()],
      }))
      .flatMap(({ at, times, of }) => (times === undefined || of === undefined ? [] : [number(at, times * of)])),
    ...matches(
      text,
      /(?<![數数幾几0-9〇零一二三四五六七八九十百千萬万億亿兩两.]\s?)(百[萬万億亿]|千[萬万億亿]|十[億亿]|[百千萬万億亿])(?=[餘余多]?(?:[人名家個个戶户元]|美元))/gu,
    ).map(({ at, groups: [words = ''] }) =>
      number(
        at,
        [...fold(words)].reduce((value, sign) => value * (scales[sign] ?? 1), 1),
      ),
    ),
    ...matches(
      text,
      /(?<![一二三四五六七八九十百千萬万兩两0-9個个上下])半([年天日]|[個个][月小世]|小[時时]|[點点]?鐘)/gu,
    ).flatMap(({ at, groups: [unit = ''] }) => {
      const of = halves[fold(unit)]
      return of === undefined ? [] : [number({ from: at.from, to: at.to }, 0.5, of)]
    }),
    ...matches(text, /\bhalf an? (year|month|day|hour)\b/giu).map(({ at, groups: [unit = ''] }) =>
      number(at, 0.5, englishUnit(unit)),
    ),
    ...matches(text, /\b(\w+)(?: and a half|½) (years?|months?|days?|hours?|weeks?)\b/giu).flatMap(
      ({ at, groups: [lead = '', unit = ''] }) => {
        const value = plainValue(lead)
        return value === null ? [] : [number(at, value + 0.5, englishUnit(unit))]
      },
    ),
    ...matches(text, /\ban? (year|month|day|hour|week) and a half\b/giu).map(({ at, groups: [unit = ''] }) =>
      number(at, 1.5, englishUnit(unit)),
    ),
  ]
}

const leads: Readonly<Record<string, number>> = {
  'half a': 0.5,
  'half an': 0.5,
  a: 1,
  an: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
}

const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
}

const halves: Readonly<Record<string, Unit>> = {
  年: 'year',
  天: 'day',
  日: 'day',
  个月: 'month',
  个小: 'hour',
  小时: 'hour',
}

function number(at: Run, value: number, unit?: Unit | null): Quantity {
  return { at, kind: 'number', value, ...(unit === undefined || unit === null ? {} : { unit }), telling: false }
}

function englishUnit(word: string): Unit | null {
  return unitAfter(` ${word.toLowerCase()}`)?.unit ?? null
}

/** Of one word or figure, whole. */
function plainValue(word: string): number | null {
  const [found, ...others] = numerals(word)
  if (found?.kind !== 'cardinal' || others.length > 0) return null
  return found.at.from === 0 && found.at.to === word.length ? found.value : null
}

function matches(
  text: string,
  pattern: RegExp,
): { readonly at: Run; readonly groups: readonly (string | undefined)[] }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    at: { from: match.index, to: match.index + match[0].length },
    groups: match.slice(1),
  }))
}

/** 兩年半, 一個半月, 三個月半: what stands behind a number and adds a half. Input is folded. */
export function halfAfter(
  after: string,
  size: number,
  unit: { readonly unit: Unit; readonly length: number } | null,
): { readonly value: number; readonly length: number; readonly unit?: Unit } {
  const within = /^个半(月|小时|钟头|世纪)/u.exec(after)
  const of =
    within === null
      ? undefined
      : { 月: 'month' as const, 小时: 'hour' as const, 钟头: 'hour' as const }[within[1] ?? '']
  if (within !== null && of !== undefined) return { value: 0.5, length: within[0].length, unit: of }
  const isTime = unit !== null && ['year', 'month', 'hour', 'day', 'week', 'minute'].includes(unit.unit)
  const length = size + (unit?.length ?? 0)
  return isTime && /^半(?!年|天|日|数|个)/u.test(after.slice(length))
    ? { value: 0.5, length: length + 1 }
    : { value: 0, length: 0 }
}

/**
 * A lone Chinese digit that counts nothing is part of a word: 一定, 四川, 三農, 零售. So is a run of bare digits: 九一八,
 * 一二三產業. A range's first number counts what its second does: 三至五年.
 */
export function isPartOfWord(text: string, { from, to }: Run, hasUnit: boolean, next: Numeral | undefined): boolean {
  const words = fold(text.slice(from, to))
  if (!/^[零〇一二两三四五六七八九]+$/u.test(words) || words.includes('〇'))
    return words === '十' && !hasUnit && text.startsWith('分', to)
  if (next !== undefined && /^\s?[至到－—–~～、或-]\s?$/u.test(text.slice(to, next.at.from))) return false
  if (/^(?:成|号|號|点|點|比|分之)/u.test(text.slice(to))) return false
  // By itself between marks it is a number: （三）, 三、.
  const isAlone = !/\p{sc=Han}$/u.test(text.slice(0, from)) && !/^\p{sc=Han}/u.test(text.slice(to))
  if (words.length > 1) return !hasUnit && !isAlone
  return (!hasUnit && !isAlone) || (words === '零' && !isAlone) || /^(?:位一体|部件)/u.test(fold(text.slice(to)))
}
