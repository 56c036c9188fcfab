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
    const english = near.map(({ texts }) => plain(texts.en)).join(' ')
    const chinese = near.map(({ texts }) => plain(texts['zh-Hant'])).join(' ')
    const inChinese = [...bead.texts['zh-Hant'].matchAll(latinName)]
      .filter(([word]) => !english.includes(plain(word)) && !isInitials(plain(word), near))
      .map((match) => draftOf(bead, 'zh-Hant', match))
    const inEnglish = [...bead.texts.en.matchAll(acronym)]
      .filter(([word]) => kept.has(word) && !chinese.includes(plain(word)))
      .map((match) => draftOf(bead, 'en', match))
    return [...inChinese, ...inEnglish]
  })
}

/** A capital and another letter or digit; units of measure and single letters are no names. */
const latinName = /(?<![A-Za-z0-9])(?=[A-Za-z0-9&.-]*[A-Z])[A-Za-z][A-Za-z0-9&.-]*[A-Za-z0-9]/gu
const acronym = /(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9])/gu

/** Acronyms that the Chinese side keeps wherever the English has them, in two beads at the least. */
function keptAcronyms(beads: readonly BeadView[]): Set<string> {
  const counts = new Map<string, { kept: number; all: number }>()
  for (const { texts } of beads)
    for (const word of new Set((texts.en.match(acronym) ?? []).map(String))) {
      const count = counts.get(word) ?? { kept: 0, all: 0 }
      counts.set(word, { kept: count.kept + (texts['zh-Hant'].includes(word) ? 1 : 0), all: count.all + 1 })
    }
  return new Set([...counts].filter(([, { kept, all }]) => kept >= 2 && kept === all - 1).map(([word]) => word))
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
