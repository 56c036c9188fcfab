import type { Lexicon } from '../text/lexicon.ts'
import type { EncodedSide } from './encode.ts'
import { PairTable } from './pairs.ts'
import type { Link } from './table.ts'

/**
 * What is known of word translation before the text is looked at: the links between two sides' types that the
 * dictionary, the collection's terms, shared strings and shared characters propose.
 *
 * - A dictionary link counts by the share of the headword's senses that the stem carries.
 * - A type that stands on both sides (a number, MDT, a question mark) translates itself.
 * - A Chinese word that shares characters with a stem's translations may be one the dictionary lacks: 衛生部 beside
 *   `health` through 衛生. Rare characters say more than common ones.
 *
 * The strengths become probabilities by weighing each candidate with how often the text uses it (Bayes' rule).
 */
export function priorLinks(
  left: EncodedSide,
  right: EncodedSide,
  lexicon: Lexicon,
  terms: readonly TermPair[],
  frozen = false,
): Link[] {
  const strengths = new PairTable()
  const size = right.types.length
  const add = (a: number, b: number, strength: number): void => {
    strengths.raise(a * size + b, strength)
  }
  for (const [a, type] of left.types.entries()) {
    const twin = right.typeIndex.get(type)
    if (twin !== undefined && !hanStart.test(type)) add(a, twin, twinStrength)
  }
  addDictionary(left, right, lexicon, add)
  addDictionary(right, left, lexicon, (b, a, strength) => {
    add(a, b, strength)
  })
  for (const { words, stems } of terms) {
    for (const [from, to] of [
      [words, stems],
      [stems, words],
    ] as const)
      for (const one of from)
        for (const other of to) {
          const a = left.typeIndex.get(one)
          const b = right.typeIndex.get(other)
          if (a !== undefined && b !== undefined) add(a, b, termStrength / to.length)
        }
  }
  return toProbabilities(strengths, left, right, frozen)
}

/** A term entry's words on both sides, as types. */
export type TermPair = { readonly words: readonly string[]; readonly stems: readonly string[] }

const hanStart = /^\p{sc=Han}/u

/** Strengths are on the scale of the dictionary's, where 1 is a headword's only translation. */
const twinStrength = 1
const termStrength = 1
/** Characters alone prove little: a word all of whose characters fit is worth a quarter of a dictionary link. */
const characterStrength = 0.25
/** Below this a shared character is one of the hundreds that fit anything. */
const leastShare = 0.35

/** Adds the links between `stems`' Latin types and `words`' Han types. */
function addDictionary(
  stems: EncodedSide,
  words: EncodedSide,
  lexicon: Lexicon,
  add: (stemType: number, wordType: number, strength: number) => void,
): void {
  const characters = charactersOf(words)
  const shares = new Float64Array(words.types.length)
  // What all characters of a type say together.
  const wholes = Float64Array.from(words.types, (text) => {
    let whole = 0
    if (hanStart.test(text)) for (const one of text) whole += characters.get(one)?.rarity ?? 0
    return whole
  })
  // The type of each dictionary word that the side has, plus one.
  const typeOf = new Uint32Array(lexicon.words.length)
  for (const [type, text] of words.types.entries()) {
    const word = lexicon.wordIndex.get(text)
    if (word !== undefined) typeOf[word] = type + 1
  }
  for (const [type, text] of stems.types.entries()) {
    const stem = lexicon.stemIndex.get(text)
    if (stem === undefined) continue
    for (let at = stem === 0 ? 0 : (lexicon.stemEnds[stem - 1] ?? 0); at < (lexicon.stemEnds[stem] ?? 0); at += 1) {
      const link = lexicon.stemLinks[at] ?? 0
      const wordType = typeOf[lexicon.linkWord[link] ?? 0] ?? 0
      if (wordType > 0) add(type, wordType - 1, (lexicon.linkWeight[link] ?? 0) / 255)
    }
    const touched: number[] = []
    for (const [one, strength] of stemCharacters(lexicon, stem)) {
      const held = characters.get(one)
      if (held === undefined) continue
      for (const word of held.words) {
        if (shares[word] === 0) touched.push(word)
        shares[word] = (shares[word] ?? 0) + strength * held.rarity
      }
    }
    for (const word of touched) {
      const part = (shares[word] ?? 0) / (wholes[word] ?? 1)
      if (part >= leastShare) add(type, word, characterStrength * part)
      shares[word] = 0
    }
  }
}

/** What the characters of a stem's translations say, found once for each stem and dictionary. */
const knownCharacters = new WeakMap<Lexicon, Map<number, readonly (readonly [string, number])[]>>()
/** Longer headwords are phrases, whose characters belong to other words as much. */
const longestHeadword = 3
/** Characters that carry less than this part of what the strongest carries are chance. */
const leastCharacter = 0.1

/** The characters of a stem's translations, each with its strength, 1 for the strongest at most. */
function stemCharacters(lexicon: Lexicon, stem: number): readonly (readonly [string, number])[] {
  const known = knownCharacters.get(lexicon) ?? new Map<number, readonly (readonly [string, number])[]>()
  knownCharacters.set(lexicon, known)
  const met = known.get(stem)
  if (met !== undefined) return met
  const sums = new Map<string, number>()
  for (let at = stem === 0 ? 0 : (lexicon.stemEnds[stem - 1] ?? 0); at < (lexicon.stemEnds[stem] ?? 0); at += 1) {
    const link = lexicon.stemLinks[at] ?? 0
    const word = lexicon.words[lexicon.linkWord[link] ?? 0] ?? ''
    if (word.length > longestHeadword) continue
    const strength = (lexicon.linkWeight[link] ?? 0) / 255
    for (const one of word) sums.set(one, (sums.get(one) ?? 0) + strength)
  }
  const whole = Math.max(1, ...sums.values())
  const list = [...sums]
    .map(([one, strength]) => [one, strength / whole] as const)
    .filter(([, strength]) => strength >= leastCharacter)
  known.set(stem, list)
  return list
}

/** For each Han character of a side's types, the types that hold it and its rarity, log(types / types with it). */
function charactersOf(side: EncodedSide): Map<string, { readonly words: readonly number[]; readonly rarity: number }> {
  const holders = new Map<string, number[]>()
  let total = 1
  for (const [at, type] of side.types.entries()) {
    if (!hanStart.test(type)) continue
    total += 1
    for (const one of new Set(type)) {
      const list = holders.get(one)
      if (list === undefined) holders.set(one, [at])
      else list.push(at)
    }
  }
  return new Map([...holders].map(([one, words]) => [one, { words, rarity: Math.log((total + 1) / words.length) }]))
}

/**
 * Strengths to probabilities, p(b | a) ∝ strength × √frequency(b). The root, because a text's frequent words are
 * more often the translation, yet not in proportion. `reserve` is what is kept for translations that are not listed.
 */
function toProbabilities(strengths: PairTable, left: EncodedSide, right: EncodedSide, frozen: boolean): Link[] {
  // Frozen, a text's own frequencies must not move its other beads.
  const use = (count: number | undefined): number => (frozen ? 1 : Math.sqrt(count ?? 0))
  const size = right.types.length
  const leftSums = new Float64Array(left.types.length).fill(reserve)
  const rightSums = new Float64Array(size).fill(reserve)
  strengths.forEach((key, strength) => {
    const a = Math.floor(key / size)
    const b = key % size
    leftSums[a] = (leftSums[a] ?? 0) + strength * use(right.frequency[b])
    rightSums[b] = (rightSums[b] ?? 0) + strength * use(left.frequency[a])
  })
  const links: Link[] = []
  strengths.forEach((key, strength) => {
    const a = Math.floor(key / size)
    const b = key % size
    const forth = (strength * use(right.frequency[b])) / (leftSums[a] ?? 1)
    links.push({ left: a, right: b, forth, back: (strength * use(left.frequency[a])) / (rightSums[b] ?? 1) })
  })
  return links
}

const reserve = 0.5
