import type { Chance } from '../anchoring/random.ts'
import type { GoldBead, GoldDocument } from './gold.ts'

/**
 * One document as long as is wanted, whose truth is known: gold beads in an order by chance, round after round. In each
 * round other words are left out, one in ten, so that no two rounds are the same. Where asked for, a chapter of English
 * segments stands in the middle that the Chinese lacks. What stands in one bead is known to belong together and no more.
 */
export function longDocument(
  documents: readonly GoldDocument[],
  pairs: number,
  chapter: number,
  chance: Chance,
): GoldDocument {
  const atoms = documents.flatMap(({ en, zh, gold }) =>
    gold
      .filter((bead) => bead.en.length > 0 && bead.zh.length > 0)
      .map((bead) => ({ en: bead.en.map((at) => en[at] ?? ''), zh: bead.zh.map((at) => zh[at] ?? '') })),
  )
  const thin = (text: string, words: RegExp): string => text.replace(words, (word) => (chance.is(0.1) ? '' : word))
  const en: string[] = []
  const zh: string[] = []
  const gold: GoldBead[] = []
  let left = chapter
  for (let turn = 0; Math.max(en.length, zh.length) < pairs + chapter; turn += 1) {
    if (turn % atoms.length === 0) shuffle(atoms, chance)
    const atom = atoms[turn % atoms.length]
    if (atom === undefined) break
    const inEnglish = atom.en.map((text) => thin(text, /[A-Za-z]+ ?/gu))
    if (left > 0 && en.length >= pairs / 2) {
      gold.push(...inEnglish.map((_, at) => ({ en: [en.length + at], zh: [] })))
      en.push(...inEnglish)
      left -= inEnglish.length
      continue
    }
    gold.push({ en: atom.en.map((_, at) => en.length + at), zh: atom.zh.map((_, at) => zh.length + at) })
    en.push(...inEnglish)
    zh.push(...atom.zh.map((text) => thin(text, /\p{sc=Han}{2}/gu)))
  }
  const groups = {
    en: gold.flatMap((bead, group) => bead.en.map(() => `${group}`)),
    zh: gold.flatMap((bead, group) => bead.zh.map(() => `${group}`)),
  }
  return { set: 'long', name: `${pairs} pairs, ${chapter} without`, en, zh, gold, groups }
}

function shuffle(list: unknown[], chance: Chance): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const at = chance.whole(0, last)
    const [one, other] = [list[at], list[last]]
    list[at] = other
    list[last] = one
  }
}
