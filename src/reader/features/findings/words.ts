import type { TFunction } from 'i18next'
import type { Fact, Finding } from '../../../corpus/finding.ts'

/**
 * A finding in the words of the interface: a sentence with the texts' own words in it, so that whoever shows it can give
 * those a language of their own. `parts` joined are the sentence.
 */
export type Part = { readonly text: string; readonly own: boolean }

type T = TFunction<'findings'>

/** Whole, so that a search for a key finds where it is used. */
const brokenKeys = {
  capital: 'finding.capital',
  space: 'finding.space',
  repeat: 'finding.repeat',
  mark: 'finding.mark',
} as const

/** Marks that no text of an interface holds, around what is not the interface's (Unicode FIRST STRONG ISOLATE, POP). */
const opens = '\u2068'
const closes = '\u2069'

export function findingParts(finding: Finding, t: T): Part[] {
  return partsOf(sentenceOf(finding, t))
}

function sentenceOf(finding: Finding, t: T): string {
  switch (finding.kind) {
    case 'unmatched':
      return t(finding.lang === 'en' ? 'finding.unmatchedEnglish' : 'finding.unmatchedChinese')
    case 'quantity': {
      const { lang, words, instead } = finding
      if (instead === null)
        return t(lang === 'en' ? 'finding.onlyEnglish' : 'finding.onlyChinese', { words: own(words) })
      const [english, chinese] = lang === 'en' ? [words, instead] : [instead, words]
      return t('finding.differs', { english: own(english), chinese: own(chinese) })
    }
    case 'bound':
      return t('finding.bound', { english: own(finding.words.en), chinese: own(finding.words['zh-Hant']) })
    case 'term': {
      const { lang, instead } = finding
      const words = own(finding.words)
      if (instead === null) return t(lang === 'en' ? 'finding.termEnglish' : 'finding.termChinese', { words })
      return t(lang === 'en' ? 'finding.swapEnglish' : 'finding.swapChinese', { words, instead: own(instead) })
    }
    case 'deprecated-term':
      return t('finding.deprecated', { words: own(finding.words) })
    case 'two-words':
      return t('finding.twoWords', { words: finding.words.map(own).join(' · ') })
    case 'name':
      return t(finding.lang === 'en' ? 'finding.nameEnglish' : 'finding.nameChinese', { words: own(finding.words) })
    case 'list':
      if (finding.item !== undefined) {
        const { lang, words } = finding.item
        return t(lang === 'en' ? 'finding.itemEnglish' : 'finding.itemChinese', { words: own(words) })
      }
      return t('finding.list', { english: finding.counts.en, chinese: finding.counts['zh-Hant'] })
    case 'length':
      return t('finding.length', { ratio: String(finding.ratio), usual: String(finding.usual) })
    case 'broken-english':
      return t(brokenKeys[finding.fault], { words: own(finding.words) })
    case 'variant':
      return t('finding.variant', { words: own(finding.words) })
  }
}

/** What the check would have expected; empty where it only saw a difference. */
export function expectedWords(finding: Finding): readonly string[] {
  switch (finding.kind) {
    case 'term':
    case 'deprecated-term':
      return finding.expected
    case 'variant':
      return [finding.expected]
    default:
      return []
  }
}

export const kindWords = {
  unmatched: 'kind.unmatched',
  quantity: 'kind.quantity',
  bound: 'kind.bound',
  term: 'kind.term',
  'deprecated-term': 'kind.deprecated',
  'two-words': 'kind.twoWords',
  name: 'kind.name',
  list: 'kind.list',
  length: 'kind.length',
  'broken-english': 'kind.brokenEnglish',
  variant: 'kind.variant',
} as const satisfies Record<Finding['kind'], string>

const boundWords = {
  'at-least': 'fact.atLeast',
  'more-than': 'fact.moreThan',
  'at-most': 'fact.atMost',
  'less-than': 'fact.lessThan',
  about: 'fact.about',
} as const

/** A fact's number with its bound: `at least 750`, `不少於 750`. */
export function factValue({ value, share, bound }: Fact, locale: string, t: T): string {
  const number = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 4,
    ...(share === true ? { style: 'percent' } : {}),
  }).format(value)
  return bound === undefined ? number : t(boundWords[bound], { value: number })
}

function own(text: string): string {
  return `${opens}${text}${closes}`
}

function partsOf(sentence: string): Part[] {
  return sentence.split(/(\u2068[^\u2069]*\u2069)/u).flatMap((text): Part[] => {
    if (text === '') return []
    return text.startsWith(opens) ? [{ text: text.slice(1, -1), own: true }] : [{ text, own: false }]
  })
}
