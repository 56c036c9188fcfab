import { otherLang, type Lang } from '../corpus/lang.ts'
import type { BeadView, Draft } from './beads.ts'
import { nearby } from './beads.ts'

/**
 * Names and acronyms in Latin letters that one side has and the other has not.
 *
 * A Latin word in a Chinese text stands in the English too, whatever else is translated. The other way round most names
 * are written in Chinese; an English acronym is missed only where this notice otherwise keeps it in Latin letters.
 */
export function nameDrafts(beads: readonly BeadView[]): Draft[] {
  const kept = keptAcronyms(beads)
  return beads.flatMap((bead) => {
    if (bead.at.en === null || bead.at['zh-Hant'] === null) return []
    const near = nearby(beads, bead)
    const stands = (word: string, lang: Lang): boolean => near.some((view) => answers(view, bead, word, lang))
    const inChinese = [...bead.texts['zh-Hant'].matchAll(latinName)]
      .filter(([word]) => !stands(word, 'en') && !isInitials(plain(word), near))
      .map((match) => draftOf(bead, 'zh-Hant', match))
    const inEnglish = [...bead.texts.en.matchAll(acronym)]
      .filter(([word]) => kept.has(word) && !stands(word, 'zh-Hant'))
      .map((match) => draftOf(bead, 'en', match))
    return [...inChinese, ...inEnglish]
  })
}

/**
 * Does a bead have the word for this one? A neighbour has an acronym only when its own other side does not ask for it;
 * a person may be named there and be “she” here.
 */
function answers(view: BeadView, bead: BeadView, word: string, lang: Lang): boolean {
  const has = (side: Lang): boolean => plain(view.texts[side]).includes(plain(word))
  return has(lang) && (view === bead || !isAcronym.test(word) || !has(otherLang(lang)))
}

/** A capital and another letter or digit; units of measure and single letters are no names. */
const latinName = /(?<![A-Za-z0-9])(?=[A-Za-z0-9&.-]*[A-Z])[A-Za-z][A-Za-z0-9&.-]*[A-Za-z0-9]/gu
const isAcronym = /^[A-Z0-9]+$/u
const acronym = /(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9])/gu

/**
 * Acronyms that the Chinese side keeps wherever the English has them, but for one bead: in two others at the least, or
 * in one where it has them as its own word and not in brackets behind a translation.
 */
function keptAcronyms(beads: readonly BeadView[]): Set<string> {
  const counts = new Map<string, { kept: number; all: number; bare: boolean }>()
  for (const { texts } of beads)
    for (const word of new Set((texts.en.match(acronym) ?? []).map(String))) {
      const count = counts.get(word) ?? { kept: 0, all: 0, bare: false }
      const isKept = texts['zh-Hant'].includes(word)
      const bare = count.bare || (isKept && !new RegExp(`[(（][^)）]*${word}`, 'u').test(texts['zh-Hant']))
      counts.set(word, { kept: count.kept + (isKept ? 1 : 0), all: count.all + 1, bare })
    }
  const isKept = ({ kept, all, bare }: { kept: number; all: number; bare: boolean }): boolean =>
    kept === all - 1 && (kept >= 2 || (kept === 1 && bare))
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
    .replaceAll(/[\s.-]/gu, '')
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
