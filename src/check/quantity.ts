import { byLang, langs, otherLang, type ByLang, type Lang } from '../corpus/lang.ts'
import { numerals } from '../text/numerals.ts'
import { joinedNumerals } from '../text/quantities-numbers.ts'
import { quantities } from '../text/quantities.ts'
import type { Quantity } from '../text/quantity.ts'
import { nearby, type BeadView, type Draft } from './beads.ts'

/**
 * Quantities that one side has and the other has not, and bounds that point in opposite directions.
 *
 * A quantity is found on the other side by its value alone, as a count, an ordinal, a part of a date or in any other
 * numeral: units and customs differ, and a number that is there in some form is no finding. It may also stand in a bead
 * nearby, since sentences are cut differently. What is left on both sides is taken for one another, in order.
 */
export function quantityDrafts(beads: readonly BeadView[]): Draft[] {
  const values = rememberedValues()
  return beads.flatMap((bead) => {
    const near = nearby(beads, bead)
    const said = byLang((lang) => new Set(near.flatMap((other) => spareValues(other, bead, lang, values))))
    return [...missing(bead, said), ...exchanged(near, bead, said), ...opposed(bead)]
  })
}

function missing(bead: BeadView, said: ByLang<ReadonlySet<number>>): Draft[] {
  const left = (lang: Lang): Quantity[] => {
    const values = said[lang]
    const lacking = bead.quantities[lang].filter((quantity) => quantity.telling && !isAmong(quantity, values))
    return lacking.filter((quantity) => !isAgain(bead, lang, quantity))
  }
  const [en, zh] = [left('en'), left('zh-Hant')]
  const drafts: Draft[] = []
  for (let at = 0; at < Math.max(en.length, zh.length); at += 1) {
    const [one, other] = [en[at], zh[at]]
    const lang = one === undefined ? 'zh-Hant' : 'en'
    const has = one ?? other
    if (has === undefined) continue
    drafts.push(draftOf(bead, lang, has, one === undefined || other === undefined ? null : other))
  }
  return drafts
}

function draftOf(bead: BeadView, lang: Lang, has: Quantity, instead: Quantity | null): Draft {
  const words = wordsOf(bead, lang, has)
  const insteadWords = instead === null ? null : wordsOf(bead, 'zh-Hant', instead)
  return {
    bead,
    what: { kind: 'quantity', lang, words, instead: insteadWords },
    about: insteadWords === null ? words : `${words}/${insteadWords}`,
    places: [{ lang, at: has.at }, ...(instead === null ? [] : [{ lang: otherLang(lang), at: instead.at }])],
  }
}

/** What a bead says in the other language; of a neighbour only what its own side does not account for. */
function spareValues(other: BeadView, bead: BeadView, lang: Lang, values: ValuesOf): readonly number[] {
  const { whole, all } = values(other, otherLang(lang))
  return other === bead ? all : whole.filter((value) => !values(other, lang).distinct.has(value))
}

/** The values of a side of a bead as it states them, those with the parts of references among them, and these once. */
type Values = {
  readonly whole: readonly number[]
  readonly all: readonly number[]
  readonly distinct: ReadonlySet<number>
}
type ValuesOf = (bead: BeadView, lang: Lang) => Values

/** Each bead is asked by itself and by its neighbours, and reading numbers takes the most time of all checks. */
function rememberedValues(): ValuesOf {
  const known = byLang(() => new Map<BeadView, Values>())
  return (bead, lang) => {
    const met = known[lang].get(bead)
    if (met !== undefined) return met
    const whole = wholeValuesOf(bead, lang)
    const all = valuesOf(bead, lang, whole)
    const values = { whole, all, distinct: new Set(all) }
    known[lang].set(bead, values)
    return values
  }
}

/**
 * Small numbers, which customs decide, are a finding only when one stands on each side, neither has a counterpart, and
 * both count the same kind of thing: three months here and two there, Article 7 and 第五條. Where the sides state as many
 * numbers each, all but one must be the same.
 */
function exchanged(near: readonly BeadView[], bead: BeadView, said: ByLang<ReadonlySet<number>>): Draft[] {
  const left = (lang: Lang): Quantity[] => {
    const values = said[lang]
    const months = new Set(
      near.flatMap((other) => other.quantities[otherLang(lang)].flatMap(({ date }) => date?.month ?? [])),
    )
    return bead.quantities[lang].filter((quantity) => {
      const { kind, date, value } = quantity
      if (kind === 'date' && date?.month !== undefined && date.day === undefined) return !months.has(date.month)
      return (isNumbering(bead, lang, quantity) || value > 1) && !isAmong(quantity, values)
    })
  }
  const [one, other] = onlyPair(left('en'), left('zh-Hant')) ?? onlyPair(...unlikeInCount(bead)) ?? []
  return one === undefined || other === undefined || one.telling || other.telling || !isLike(one, other)
    ? []
    : [draftOf(bead, 'en', one, other)]
}

/** `thirty (30) days` says one number twice. */
function isAgain(bead: BeadView, lang: Lang, { at, value }: Quantity): boolean {
  const start = bead.at[lang]?.from ?? 0
  return bead.quantities[lang].some(
    (other) =>
      other.value === value &&
      other.at.to < at.from &&
      /^\s*[(（]$/u.test(bead.texts[lang].slice(other.at.to - start, at.from - start)),
  )
}

function isFirst(words: string): boolean {
  return words === 'first' || words === '第一'
}

/** An ordinal that numbers something; `first` by itself is a manner of speaking, and 首 is no number. */
function isNumbering(bead: BeadView, lang: Lang, quantity: Quantity): boolean {
  return quantity.kind === 'date' || (quantity.kind === 'ordinal' && !isFirst(wordsOf(bead, lang, quantity)))
}

function onlyPair(en: readonly Quantity[], zh: readonly Quantity[]): readonly Quantity[] | null {
  const [one] = en
  const [other] = zh
  return one === undefined || other === undefined || en.length > 1 || zh.length > 1 ? null : [one, other]
}

/** What is left of each side’s numbers when those of like value are taken off, if both state as many. */
function unlikeInCount(bead: BeadView): readonly [readonly Quantity[], readonly Quantity[]] {
  const numbers = (lang: Lang): Quantity[] =>
    bead.quantities[lang].filter(
      (quantity) =>
        (quantity.kind === 'ordinal' && isNumbering(bead, lang, quantity)) ||
        (quantity.kind === 'number' &&
          !isYear(quantity) &&
          (quantity.value > 1 || (quantity.unit === undefined && /[0-9]/u.test(wordsOf(bead, lang, quantity))))),
    )
  const en = numbers('en')
  const zh = numbers('zh-Hant')
  if (en.length !== zh.length || en.length < 2) return [[], []]
  const rest = [...zh]
  const unlike = en.filter(({ value }) => {
    const at = rest.findIndex((other) => other.value === value)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [unlike, rest]
}

function isLike(one: Quantity, other: Quantity): boolean {
  if (one.kind === 'date' || other.kind === 'date') return one.kind === other.kind
  if (one.kind === 'share' || other.kind === 'share') return one.kind === other.kind
  if (other.kind === 'ordinal') return one.kind === 'ordinal' || one.unit === undefined
  if (one.kind === 'ordinal') return false
  const [a, b] = [likeUnit(one), likeUnit(other)]
  return a === b || a === undefined || b === undefined
}

/** Three times its price and 三倍, six years of age and 六歲 are of one kind. */
function likeUnit({ unit }: Quantity): Quantity['unit'] {
  return unit === 'times' ? 'fold' : unit === 'years-old' ? 'year' : unit
}

/** A bare year, which the other side has as a date. */
function isYear({ kind, value, unit }: Quantity): boolean {
  return kind === 'number' && unit === undefined && Number.isInteger(value) && value >= 1900 && value < 2100
}

function opposed(bead: BeadView): Draft[] {
  return bead.quantities.en.flatMap((one): Draft[] => {
    const same = bead.quantities['zh-Hant'].filter((other) => other.value === one.value && other.kind === one.kind)
    const [other] = same
    if (other === undefined || same.length > 1 || !one.telling) return []
    if (bead.quantities.en.filter((again) => again.value === one.value).length > 1) return []
    const [a, b] = [directionOf(one), directionOf(other)]
    if (a === 0 || b === 0 || a === b) return []
    const words = { en: wordsOf(bead, 'en', one), 'zh-Hant': wordsOf(bead, 'zh-Hant', other) }
    const places = langs.map((lang) => ({ lang, at: lang === 'en' ? one.at : other.at }))
    return [{ bead, what: { kind: 'bound', words }, about: words.en, places }]
  })
}

/** 1 from below, -1 from above, 0 neither. */
function directionOf({ bound }: Quantity): number {
  return bound === 'at-least' || bound === 'more-than' ? 1 : bound === 'at-most' || bound === 'less-than' ? -1 : 0
}

function wordsOf({ texts, at }: BeadView, lang: Lang, quantity: Quantity): string {
  const start = at[lang]?.from ?? 0
  return texts[lang].slice(quantity.at.from - start, quantity.at.to - start).trim()
}

/** Every value that a side of a bead states in any way. */
function valuesOf(bead: BeadView, lang: Lang, whole: readonly number[]): number[] {
  // Article 21.3 is 第二十一條第三項, two numbers.
  const parts = [...bead.texts[lang].matchAll(/\d+/gu)].map(([digits]) => Number(digits))
  return [...whole, ...parts]
}

function wholeValuesOf(bead: BeadView, lang: Lang): number[] {
  const text = bead.texts[lang]
  return [
    ...bead.quantities[lang].flatMap(converted),
    // Over the whole bead: a date may be cut in two by what looked like a sentence's end.
    ...(bead.sentences[lang].length === 1 ? bead.quantities[lang] : quantities(text)).flatMap(partsOf),
    ...joinedNumerals(text).map(({ value }) => round(value)),
    ...numerals(text).flatMap(({ value, kind }) => (kind === 'percent' ? [value, round(value / 100)] : [round(value)])),
    // SS19, ’19: a year by its last two digits.
    ...[...text.matchAll(/(?<![A-Za-z])(?:[A-Z]{2}|[’'])(\d\d)(?!\d)/gu)].map(([, year]) => 2000 + Number(year)),
    ...[...text.toLowerCase().matchAll(inWords)].map(([, word = '']) => namedValues[word] ?? Number.NaN),
    ...[...text.matchAll(bareChinese)].map(([words]) => bareValue(words)),
  ]
}

/** A date is found when all that it says is. */
function isAmong(quantity: Quantity, values: ReadonlySet<number>): boolean {
  if (quantity.kind === 'date') return partsOf(quantity).every((part) => values.has(part) || hasYear(part, values))
  const { kind, value, unit } = quantity
  if ([value, ...converted(quantity)].some((one) => values.has(one)) || hasYear(value, values)) return true
  // 30 to 43 percent: the sign stands once.
  if (kind === 'share' ? values.has(round(value * 100)) : values.has(round(value / 100))) return true
  if (unit === 'year' && values.has(value + republicOffset)) return true
  // A decimal of one digit may be a reference: Article 21.3.
  const [whole = '', part] = String(value).split('.')
  return kind === 'number' && part?.length === 1 && values.has(Number(whole)) && values.has(Number(part))
}

/** 2018 may stand as 107, counted from 1912, with 民國 left out. */
function hasYear(value: number, values: ReadonlySet<number>): boolean {
  return value > republicOffset && value < 2100 && values.has(value - republicOffset)
}

const republicOffset = 1911

function partsOf({ kind, value, date }: Quantity): number[] {
  if (kind !== 'date' || date === undefined) return [value]
  return [date.year, date.month, date.day].filter((part) => part !== undefined)
}

/** The same in another unit: 24 months, two years; 八折, 20% off. */
function converted({ value, unit }: Quantity): number[] {
  if (unit === 'month') return [round(value / 12)]
  if (unit === 'year') return [value * 12]
  if (unit === 'week') return [value * 7]
  if (unit === 'day') return [round(value / 7), value * 24]
  if (unit === 'hour') return [round(value / 24), value * 60]
  if (unit === 'minute') return [round(value / 60)]
  if (unit === 'of-price') return [round(1 - value)]
  // 1.15 times is 15% more.
  if ((unit === 'times' || unit === 'fold') && value > 1 && value < 2) return [round(value - 1)]
  return []
}

function round(value: number): number {
  return Number(value.toPrecision(10))
}

/** Numbers that English says by a noun. */
const namedValues: Readonly<Record<string, number>> = {
  dozen: 12,
  decade: 10,
  century: 100,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  half: 0.5,
  quarter: 0.25,
}

/** Not behind a number, which says how many of them. */
const inWords = new RegExp(
  String.raw`(?<!\d[ -]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|[a-z]+teen|[a-z]+ty|hundred|thousand)[ -])\b(${Object.keys(namedValues).join('|')})`,
  'gu',
)

/** 百餘, 上千, 百萬: numbers that only round. */
const bareChinese = /(?<![0-9〇零一二三四五六七八九十百千萬万億亿兩两.]\s?)(?:[十百千]?[萬億]|[百千])(?=[^姓])/gu

function bareValue(words: string): number {
  return [...words].reduce((value, sign) => value * (bareUnits[sign] ?? 1), 1)
}

const bareUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 萬: 1e4, 億: 1e8 }
