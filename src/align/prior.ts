import type { Lexicon } from '../text/lexicon.ts'
import type { EncodedSide } from './encode.ts'
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
): Link[] {
  const strengths = new Map<number, number>()
  const size = right.types.length
  const add = (a: number, b: number, strength: number): void => {
    const key = a * size + b
    strengths.set(key, Math.max(strengths.get(key) ?? 0, strength))
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
  return toProbabilities(strengths, left, right)
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
  const rarity = characterRarity(words)
  const holders = wordsByCharacter(words)
  for (const [type, text] of stems.types.entries()) {
    const stem = lexicon.stemIndex.get(text)
    if (stem === undefined) continue
    const characters = new Map<string, number>()
    for (let at = stem === 0 ? 0 : (lexicon.stemEnds[stem - 1] ?? 0); at < (lexicon.stemEnds[stem] ?? 0); at += 1) {
      const link = lexicon.stemLinks[at] ?? 0
      const strength = (lexicon.linkWeight[link] ?? 0) / 255
      const word = lexicon.words[lexicon.linkWord[link] ?? 0] ?? ''
      const wordType = words.typeIndex.get(word)
      if (wordType !== undefined) add(type, wordType, strength)
      if (word.length <= 3) for (const one of word) characters.set(one, (characters.get(one) ?? 0) + strength)
    }
    addByCharacter(type, characters, words, rarity, holders, add)
  }
}

function addByCharacter(
  type: number,
  characters: ReadonlyMap<string, number>,
  words: EncodedSide,
  rarity: ReadonlyMap<string, number>,
  holders: ReadonlyMap<string, readonly number[]>,
  add: (stemType: number, wordType: number, strength: number) => void,
): void {
  const whole = Math.max(1, ...characters.values())
  const shares = new Map<number, number>()
  for (const [one, strength] of characters) {
    const share = (strength / whole) * (rarity.get(one) ?? 0)
    if (share > 0) for (const word of holders.get(one) ?? []) shares.set(word, (shares.get(word) ?? 0) + share)
  }
  for (const [word, share] of shares) {
    let total = 0
    for (const one of words.types[word] ?? '') total += rarity.get(one) ?? 0
    const part = share / total
    if (part >= leastShare) add(type, word, characterStrength * part)
  }
}

/** log(types / types with it) for each Han character of a side's types. */
function characterRarity(side: EncodedSide): Map<string, number> {
  const counts = new Map<string, number>()
  let total = 1
  for (const type of side.types) {
    if (!hanStart.test(type)) continue
    total += 1
    for (const one of new Set(type)) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return new Map([...counts].map(([one, count]) => [one, Math.log((total + 1) / count)]))
}

function wordsByCharacter(side: EncodedSide): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  for (const [at, type] of side.types.entries()) {
    if (!hanStart.test(type)) continue
    for (const one of new Set(type)) {
      const list = holders.get(one)
      if (list === undefined) holders.set(one, [at])
      else list.push(at)
    }
  }
  return holders
}

/**
 * Strengths to probabilities, p(b | a) ∝ strength × √frequency(b). The root, because a text's frequent words are
 * more often the translation, yet not in proportion. `reserve` is what is kept for translations that are not listed.
 */
function toProbabilities(strengths: ReadonlyMap<number, number>, left: EncodedSide, right: EncodedSide): Link[] {
  const size = right.types.length
  const leftSums = new Float64Array(left.types.length).fill(reserve)
  const rightSums = new Float64Array(size).fill(reserve)
  for (const [key, strength] of strengths) {
    const a = Math.floor(key / size)
    const b = key % size
    leftSums[a] = (leftSums[a] ?? 0) + strength * Math.sqrt(right.frequency[b] ?? 0)
    rightSums[b] = (rightSums[b] ?? 0) + strength * Math.sqrt(left.frequency[a] ?? 0)
  }
  return [...strengths].map(([key, strength]) => {
    const a = Math.floor(key / size)
    const b = key % size
    return {
      left: a,
      right: b,
      forth: (strength * Math.sqrt(right.frequency[b] ?? 0)) / (leftSums[a] ?? 1),
      back: (strength * Math.sqrt(left.frequency[a] ?? 0)) / (rightSums[b] ?? 1),
    }
  })
}

const reserve = 0.5
