import type { Chance } from '../anchoring/random.ts'
import type { GoldDocument } from './gold.ts'

/**
 * Texts that are harder to align than those that came with gold, made from them, so that the truth is known.
 *
 * Gold beads are the atoms. Whole atoms lose a side, neighbours are joined, and segments are cut at their commas, each
 * side by itself; words go missing, as a free translation leaves them out. What stands in one atom is known to belong
 * together and no more, so the truth is by group wherever both sides were cut (gold.ts joins such beads).
 */
export type Stress = {
  readonly name: string
  /** Chance that an atom loses a side. */
  readonly dropped: number
  /** Chance that an atom is joined to the next one, on both sides at once or on one. */
  readonly joined: number
  /** Chance that a comma in the middle of a segment becomes its end. */
  readonly cut: number
  /** Chance that a word of either side goes missing. */
  readonly lost: number
  /** What else is done to the text of the Chinese side, and of both. */
  readonly rewrite?: (text: string) => string
}

const plain = { dropped: 0, joined: 0, cut: 0, lost: 0 }

export const stresses: readonly Stress[] = [
  { ...plain, name: 'one in eight unmatched', dropped: 0.125 },
  { ...plain, name: 'cut and joined', dropped: 0.03, joined: 0.12, cut: 0.3 },
  { ...plain, name: 'clause by clause', dropped: 0.02, cut: 0.9 },
  { ...plain, name: 'free', dropped: 0.05, joined: 0.08, cut: 0.15, lost: 0.4 },
  { ...plain, name: 'no punctuation', dropped: 0.05, rewrite: (text) => text.replace(/[\p{P}\p{S}]+/gu, ' ') },
]

type Atom = { readonly en: readonly string[]; readonly zh: readonly string[] }

export function stressed(document: GoldDocument, stress: Stress, chance: Chance): GoldDocument {
  const { dropped, joined, cut, lost, rewrite = (text: string) => text } = stress
  let atoms: Atom[] = document.gold.map((bead) => ({
    en: bead.en.map((at) => document.en[at] ?? ''),
    zh: bead.zh.map((at) => document.zh[at] ?? ''),
  }))
  atoms = atoms.map((atom) => {
    if (atom.en.length === 0 || atom.zh.length === 0 || !chance.is(dropped)) return atom
    return chance.is(0.5) ? { en: [], zh: atom.zh } : { en: atom.en, zh: [] }
  })
  const neighbours: Atom[] = []
  for (const atom of atoms) {
    const before = neighbours.at(-1)
    const isWhole = (one: Atom | undefined): one is Atom => one !== undefined && one.en.length > 0 && one.zh.length > 0
    if (!isWhole(before) || !isWhole(atom) || !chance.is(joined)) {
      neighbours.push(atom)
      continue
    }
    const side = chance.whole(0, 2)
    const en = side === 1 ? [...before.en, ...atom.en] : [[...before.en, ...atom.en].join(' ')]
    const zh = side === 0 ? [...before.zh, ...atom.zh] : [[...before.zh, ...atom.zh].join('')]
    neighbours[neighbours.length - 1] = { en, zh }
  }
  const pieces = (text: string, commas: RegExp): string[] =>
    text
      .split(commas)
      .reduce<string[]>((list, piece) => {
        const last = list.at(-1)
        const isShort = piece.trim().length < 4 || (last?.trim().length ?? 4) < 4
        if (last === undefined || (!isShort && chance.is(cut))) list.push(piece)
        else list[list.length - 1] = last + piece
        return list
      }, [])
      .map((piece) => piece.trim())
  const thin = (text: string, words: RegExp): string => text.replace(words, (word) => (chance.is(lost) ? '' : word))
  return regroup(
    document,
    stress.name,
    neighbours.map(({ en, zh }) => ({
      en: en.flatMap((text) => pieces(text, /(?<=[,;] )/u)).map((text) => rewrite(thin(text, /[A-Za-z]+ ?/gu))),
      zh: zh.flatMap((text) => pieces(text, /(?<=[，；])/u)).map((text) => rewrite(thin(text, /\p{sc=Han}{2}/gu))),
    })),
  )
}

/** Atoms as a gold document; each one-sided segment is a bead and a group of its own. */
function regroup(document: GoldDocument, name: string, atoms: readonly Atom[]): GoldDocument {
  const alone = atoms.flatMap(({ en, zh }) =>
    en.length > 0 && zh.length > 0
      ? [{ en, zh }]
      : [...en.map((text) => ({ en: [text], zh: [] })), ...zh.map((text) => ({ en: [], zh: [text] }))],
  )
  let [i, j] = [0, 0]
  const gold = alone.map(({ en, zh }) => ({ en: en.map(() => i++), zh: zh.map(() => j++) }))
  return {
    set: document.set,
    name: `${document.name}, ${name}`,
    en: alone.flatMap(({ en }) => en),
    zh: alone.flatMap(({ zh }) => zh),
    gold,
    groups: {
      en: alone.flatMap(({ en }, group) => en.map(() => `${group}`)),
      zh: alone.flatMap(({ zh }, group) => zh.map(() => `${group}`)),
    },
  }
}
