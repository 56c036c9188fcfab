import { otherLang, type Lang } from '../corpus/lang.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { BeadView, Draft } from './beads.ts'
import { nearby } from './beads.ts'
import { WordLinks } from './words.ts'

/**
 * Names and acronyms in Latin letters that one side has and the other has not.
 *
 * A Latin word in a Chinese text stands in the English too, whatever else is translated. The other way round most names
 * are written in Chinese; an English acronym is missed only where this notice otherwise keeps it in Latin letters.
 */
export function nameDrafts(beads: readonly BeadView[], lexicon: Lexicon): Draft[] {
  const kept = keptAcronyms(beads)
  const isCommon = commonNames(beads)
  const links = new WordLinks(lexicon)
  return beads.flatMap((bead) => {
    if (bead.at.en === null || bead.at['zh-Hant'] === null) return []
    const near = nearby(beads, bead)
    const stands = (word: string, lang: Lang): boolean => near.some((view) => answers(view, bead, word, lang))
    const inChinese = [...bead.texts['zh-Hant'].matchAll(latinName)]
      .filter(({ 0: word, index }) => !stands(word, 'en') && !isCommon(word) && !isInNote(bead, index))
      .filter(([word]) => !isInitials(plain(word), near) && !hasInitials(word, near))
      .map((match) => draftOf(bead, 'zh-Hant', match))
    const inEnglish = [...bead.texts.en.matchAll(acronym)]
      .filter(({ 0: word, index }) => kept.has(word) && !isGloss(bead, word, index) && !stands(word, 'zh-Hant'))
      .filter(([word]) => !links.translates(word, fold(bead.texts['zh-Hant'])) && !isCapitals(word, bead))
      .map((match) => draftOf(bead, 'en', match))
    // A name that stands twice in a bead is told once.
    const names = [...inChinese, ...inEnglish]
    return names.filter(({ about }, at) => names.findIndex((other) => other.about === about) === at)
  })
}

/**
 * Does a bead have the word for this one? A neighbour has an acronym only when its own other side does not ask for it;
 * a person may be named there and be “she” here.
 */
function answers(view: BeadView, bead: BeadView, word: string, lang: Lang): boolean {
  // CD-ROM may be the first of “CD- or DVD-ROM”.
  const [first = '', ...rest] = word.split('-')
  const has = (side: Lang): boolean =>
    plain(view.texts[side]).includes(plain(word)) || (rest.length > 0 && view.texts[side].includes(`${first}- `))
  return has(lang) && (view === bead || !isAcronym.test(word) || !has(otherLang(lang)))
}

/** A capital and another letter or digit; units of measure and single letters are no names. */
const latinName = /(?<![A-Za-z0-9])(?=[A-Za-z0-9&.-]*[A-Z])[A-Za-z][A-Za-z0-9&.-]*[A-Za-z0-9]/gu
const isAcronym = /^[A-Z0-9]+$/u
const acronym = /(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9$])/gu

/** A name that the English uses throughout: a translator who repeats it where the English says “it” adds nothing. */
function commonNames(beads: readonly BeadView[]): (word: string) => boolean {
  const english = beads.map(({ texts }) => plain(texts.en))
  const known = new Map<string, boolean>()
  const isCommon = (name: string): boolean => {
    let found = 0
    for (const text of english) if (text.includes(name) && ++found >= leastCommon) return true
    return false
  }
  return (word) => {
    if (isAcronym.test(word)) return false
    const name = plain(word)
    const common = known.get(name) ?? isCommon(name)
    known.set(name, common)
    return common
  }
}

const leastCommon = 3

/** A translator's note says what the English does not. */
function isInNote({ texts }: BeadView, index: number): boolean {
  return /[（(]譯[註者注][^）)]*$/u.test(texts['zh-Hant'].slice(0, index))
}

type Kept = { readonly kept: number; readonly all: number; readonly bare: boolean }

const none = { kept: 0, all: 0 }

/** The share of all acronyms that the notice keeps in Latin letters, from which a missing one is no translation. */
const usualCustom = 0.8
const strictCustom = 0.9

/** JavaScript where the English says JS. */
function hasInitials(word: string, near: readonly BeadView[]): boolean {
  const capitals = (word.match(/\p{Lu}/gu) ?? []).join('')
  return (
    capitals.length >= 2 &&
    capitals !== word &&
    near.some(({ texts }) => new RegExp(`\\b${capitals}\\b`, 'u').test(texts.en))
  )
}

/** JS where the Chinese says JavaScript. */
function isCapitals(word: string, { texts }: BeadView): boolean {
  return [...texts['zh-Hant'].matchAll(latinName)].some(([name]) => (name.match(/\p{Lu}/gu) ?? []).join('') === word)
}

/** In brackets behind what it stands for it says nothing twice. */
function isGloss({ texts }: BeadView, word: string, index: number): boolean {
  return /[(（]$/u.test(texts.en.slice(0, index)) && /^[)）]/u.test(texts.en.slice(index + word.length))
}

/**
 * Acronyms that the Chinese side keeps wherever the English has them, but for one bead: in two others at the least, or
 * in one where it has them as its own word and not in brackets behind a translation. One that the dictionary finds
 * translated (CD, 光碟) is there.
 */
function keptAcronyms(beads: readonly BeadView[]): Set<string> {
  const counts = new Map<string, Kept>()
  for (const { texts } of beads)
    for (const word of new Set((texts.en.match(acronym) ?? []).map(String))) {
      const count = counts.get(word) ?? { kept: 0, all: 0, bare: false }
      const isKept = texts['zh-Hant'].includes(word)
      const bare = count.bare || (isKept && !new RegExp(`[(（][^)）]*${word}`, 'u').test(texts['zh-Hant']))
      counts.set(word, { kept: count.kept + (isKept ? 1 : 0), all: count.all + 1, bare })
    }
  const whole = [...counts.values()].reduce(
    (sum, { kept, all }) => ({ kept: sum.kept + kept, all: sum.all + all }),
    none,
  )
  const isKept = ({ kept, all, bare }: Kept): boolean => {
    const others = whole.kept / Math.max(1, whole.all - 1)
    return kept === all - 1 && ((kept >= 2 && others >= usualCustom) || (kept === 1 && bare && others >= strictCustom))
  }
  return new Set([...counts].filter(([, count]) => isKept(count)).map(([word]) => word))
}

/** The English spells out what the Chinese abbreviates: WHO for World Health Organization. */
function isInitials(word: string, near: readonly BeadView[]): boolean {
  return near.some(({ texts }) => {
    const initials = (texts.en.match(/(?<![A-Za-z])[A-Za-z]/gu) ?? []).join('').toLowerCase()
    return word.length >= 2 && initials.includes(word)
  })
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s.()-]/gu, '')
}

function draftOf(bead: BeadView, lang: 'en' | 'zh-Hant', match: RegExpMatchArray): Draft {
  const [words] = match
  const from = (bead.at[lang]?.from ?? 0) + (match.index ?? 0)
  return {
    bead,
    what: { kind: 'name', lang, words },
    about: words,
    places: [{ lang, at: { from, to: from + words.length } }],
  }
}
