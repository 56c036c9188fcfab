import { byLang, langs, otherLang, type ByLang, type Lang } from '../../../src/corpus/lang.ts'
import type { FindingKind } from '../../../src/corpus/finding.ts'
import type { Corpus } from '../../../src/corpus/notice.ts'
import { sliceRun, type Run } from '../../../src/corpus/run.ts'
import { viewBeads, type BeadView } from '../../../src/check/beads.ts'
import type { Chance } from '../anchoring/random.ts'

/**
 * One thing broken in one side of a text that was sound: what a tired translator or a careless paste leaves behind.
 *
 * - `number`: another digit in a number that both sides state and that is more than a manner of speaking
 * - `small number`: the same of a number below eleven in words, or below ten in digits
 * - `paragraph`: a paragraph gone
 * - `term`: a term of another entry in the place of one that both sides have
 * - `item`: an item of an enumeration gone
 * - `name`: an acronym that both sides have gone from one
 */
export const breakageKinds = ['number', 'small number', 'paragraph', 'term', 'item', 'name'] as const
export type BreakageKind = (typeof breakageKinds)[number]

export type Breakage = {
  readonly kind: BreakageKind
  readonly lang: Lang
  /** In the broken side's text. */
  readonly at: Run
  readonly instead: string
  /** What either side says where it was broken, as far as the intact copy aligns it. */
  readonly bead: ByLang<Run | null>
}

/** The kinds of finding that may tell a breakage. */
export const tellingKinds: Readonly<Record<BreakageKind, readonly FindingKind['kind'][]>> = {
  number: ['quantity'],
  'small number': ['quantity'],
  paragraph: ['unmatched'],
  term: ['term'],
  item: ['list', 'term'],
  name: ['name', 'term', 'list'],
}

/** Every way to break a text by one kind, each place once; `chance` chooses digits and terms. */
export function breakagesOf(kind: BreakageKind, corpus: Corpus, chance: Chance): Breakage[] {
  const beads = viewBeads(corpus).filter(({ at }) => langs.every((lang) => at[lang] !== null))
  const broken = (bead: BeadView, lang: Lang, at: Run, instead: string): Breakage => ({
    kind,
    lang,
    at,
    instead,
    bead: bead.at,
  })
  switch (kind) {
    case 'number':
    case 'small number':
      return beads.flatMap((bead) => numbersOf(bead, kind === 'number', chance, broken))
    case 'paragraph':
      return paragraphsOf(corpus)
    case 'term':
      return beads.flatMap((bead) => termsOf(bead, corpus, chance, broken))
    case 'item':
      return beads.flatMap((bead) => [...chineseItems(bead, broken), ...englishItems(bead, broken)])
    case 'name':
      return beads.flatMap((bead) => namesOf(bead, broken))
  }
}

type Maker = (bead: BeadView, lang: Lang, at: Run, instead: string) => Breakage

function numbersOf(bead: BeadView, telling: boolean, chance: Chance, broken: Maker): Breakage[] {
  return langs.flatMap((lang) =>
    bead.quantities[lang].flatMap((quantity): Breakage[] => {
      const isShared = bead.quantities[otherLang(lang)].some(
        ({ kind, value }) => kind === quantity.kind && value === quantity.value,
      )
      if (!isShared || quantity.kind === 'date' || quantity.telling !== telling || quantity.value < 2) return []
      const words = wordsAt(bead, lang, quantity.at)
      const digits = [...words.matchAll(/[0-9二三四五六七八九]/gu)]
      if (digits.length === 0) return []
      const { 0: old, index } = chance.one(digits)
      const others = [...(/[0-9]/u.test(old) ? '23456789' : '二三四五六七八九')].filter((sign) => sign !== old)
      const from = quantity.at.from + index
      return [broken(bead, lang, { from, to: from + 1 }, chance.one(others))]
    }),
  )
}

/** Paragraphs of one row whose other side has one too; headings and list marks are too short to be missed. */
function paragraphsOf(corpus: Corpus): Breakage[] {
  return corpus.rows.flatMap((row) =>
    langs.flatMap((lang): Breakage[] => {
      const spans = byLang((one) => {
        const paragraphs = corpus.sides[one].paragraphs.slice(row[one].from, row[one].to)
        return paragraphs.length === 1 ? (paragraphs[0]?.at ?? null) : null
      })
      const at = spans[lang]
      if (at === null || spans[otherLang(lang)] === null) return []
      const text = sliceRun(corpus.sides[lang].text, at)
      const instead = ''
      return text.length < leastParagraph[lang] ? [] : [{ kind: 'paragraph', lang, at, instead, bead: spans }]
    }),
  )
}

const leastParagraph: ByLang<number> = { en: 40, 'zh-Hant': 12 }

function termsOf(bead: BeadView, corpus: Corpus, chance: Chance, broken: Maker): Breakage[] {
  return langs.flatMap((lang) => {
    const here = new Set(langs.flatMap((one) => bead.marks[one].map(({ term }) => term)))
    const others = corpus.terms.filter(({ id }) => !here.has(id))
    return bead.marks[lang].flatMap((mark): Breakage[] => {
      const isShared = bead.marks[otherLang(lang)].some(({ term }) => term === mark.term)
      const isOnce = bead.marks[lang].filter(({ term }) => term === mark.term).length === 1
      const text = others.length === 0 ? undefined : chance.one(others).terms[lang][0]?.text
      return isShared && isOnce && text !== undefined ? [broken(bead, lang, mark.at, text)] : []
    })
  })
}

/** A middle item between two 、, so that what is left reads well. */
function chineseItems(bead: BeadView, broken: Maker): Breakage[] {
  const start = bead.at['zh-Hant']?.from ?? 0
  const list = /(?<=、)([^，。；：！？、（）()「」『』“”]{1,12})、/gu
  return [...bead.texts['zh-Hant'].matchAll(list)].map((match) => {
    const from = start + match.index
    return broken(bead, 'zh-Hant', { from, to: from + match[0].length }, '')
  })
}

/** A short piece between two commas of which an `and` or `or` closes the list. */
function englishItems(bead: BeadView, broken: Maker): Breakage[] {
  const start = bead.at.en?.from ?? 0
  const list = /(?<=, )((?:[a-zA-Z-]+ ){0,3}[a-zA-Z-]+), (?=(?:(?:[a-zA-Z-]+ ){0,3}[a-zA-Z-]+, )*(?:and|or) )/gu
  if (!bead.texts['zh-Hant'].includes('、')) return []
  return [...bead.texts.en.matchAll(list)]
    .filter(([, item = '']) => !/\b(?:and|or|which|that|who|is|are|was|were|will|shall|has|have|to)\b/u.test(item))
    .map((match) => {
      const from = start + match.index
      return broken(bead, 'en', { from, to: from + match[0].length }, '')
    })
}

function namesOf(bead: BeadView, broken: Maker): Breakage[] {
  return langs.flatMap((lang) => {
    const start = bead.at[lang]?.from ?? 0
    return [...bead.texts[lang].matchAll(/(?<![A-Za-z0-9])[A-Z][A-Z0-9]+(?![A-Za-z0-9])[ ]?/gu)].flatMap((match) => {
      const word = match[0].trim()
      const isShared = bead.texts[otherLang(lang)].includes(word)
      const isOnce = bead.texts[lang].split(word).length === 2
      const from = start + match.index
      return isShared && isOnce ? [broken(bead, lang, { from, to: from + match[0].length }, '')] : []
    })
  })
}

function wordsAt({ texts, at }: BeadView, lang: Lang, run: Run): string {
  const start = at[lang]?.from ?? 0
  return texts[lang].slice(run.from - start, run.to - start)
}

/** Both sides with one of them broken. */
export function applied(corpus: Corpus, { lang, at, instead }: Breakage): ByLang<string> {
  return byLang((one) => {
    const { text } = corpus.sides[one]
    return one === lang ? text.slice(0, at.from) + instead + text.slice(at.to) : text
  })
}
