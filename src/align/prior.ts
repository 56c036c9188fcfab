import type { Lexicon } from '../text/lexicon.ts'
import type { EncodedSide } from './encode.ts'
import { PairTable } from './pairs.ts'
import { LinkList } from './table.ts'

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
): LinkList {
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
  // The type of each of the dictionary's stems that the side has.
  const typeOf = new Map<number, number>()
  for (const [type, text] of stems.types.entries()) {
    const stem = lexicon.stemIndex.get(text)
    if (stem !== undefined) typeOf.set(stem, type)
  }
  if (typeOf.size === 0) return
  // By word, since a word has a handful of stems and `make` hundreds of words.
  for (const [type, text] of words.types.entries()) {
    const word = lexicon.wordIndex.get(text)
    if (word === undefined) continue
    for (let link = word === 0 ? 0 : (lexicon.ends[word - 1] ?? 0); link < (lexicon.ends[word] ?? 0); link += 1) {
      const stemType = typeOf.get(lexicon.linkStem[link] ?? 0)
      if (stemType !== undefined) add(stemType, type, (lexicon.linkWeight[link] ?? 0) / 255)
    }
  }
  const characters = charactersOf(words)
  if (characters.size === 0) return
  // What all characters of a type say together.
  const wholes = Float64Array.from(words.types, (text) => {
    let whole = 0
    if (hanStart.test(text)) for (const one of text) whole += characters.get(one.codePointAt(0) ?? 0)?.rarity ?? 0
    return whole
  })
  const shares = new Float64Array(words.types.length)
  const touched = new Uint32Array(words.types.length)
  for (const [stem, type] of typeOf) {
    const { points, strengths } = stemCharacters(lexicon, stem)
    let count = 0
    for (let at = 0; at < points.length; at += 1) {
      const held = characters.get(points[at] ?? 0)
      if (held === undefined) continue
      const worth = (strengths[at] ?? 0) * held.rarity
      for (const word of held.words) {
        if (shares[word] === 0) touched[count++] = word
        shares[word] = (shares[word] ?? 0) + worth
      }
    }
    for (let at = 0; at < count; at += 1) {
      const word = touched[at] ?? 0
      const part = (shares[word] ?? 0) / (wholes[word] ?? 1)
      if (part >= leastShare) add(type, word, characterStrength * part)
      shares[word] = 0
    }
  }
}

/** The characters of a stem's translations as code points, each with its strength, 1 for the strongest at most. */
type StemCharacters = { readonly points: Uint32Array; readonly strengths: Float64Array }

/** Found once for each stem and dictionary. */
const knownCharacters = new WeakMap<Lexicon, Map<number, StemCharacters>>()
/** Longer headwords are phrases, whose characters belong to other words as much. */
const longestHeadword = 3
/** Characters that carry less than this part of what the strongest carries are chance. */
const leastCharacter = 0.1
/** A sum for each code point; all zero between two stems. */
const pointSums = new Float64Array(0x11_0000)

function stemCharacters(lexicon: Lexicon, stem: number): StemCharacters {
  const known = knownCharacters.get(lexicon) ?? new Map<number, StemCharacters>()
  knownCharacters.set(lexicon, known)
  const met = known.get(stem)
  if (met !== undefined) return met
  const seen: number[] = []
  let whole = 1
  for (let at = stem === 0 ? 0 : (lexicon.stemEnds[stem - 1] ?? 0); at < (lexicon.stemEnds[stem] ?? 0); at += 1) {
    const link = lexicon.stemLinks[at] ?? 0
    const word = lexicon.words[lexicon.linkWord[link] ?? 0] ?? ''
    if (word.length > longestHeadword) continue
    const strength = (lexicon.linkWeight[link] ?? 0) / 255
    for (let unit = 0; unit < word.length; unit += 1) {
      const point = word.codePointAt(unit) ?? 0
      if (point > 0xffff) unit += 1
      const sum = pointSums[point] ?? 0
      if (sum === 0) seen.push(point)
      pointSums[point] = sum + strength
      if (sum + strength > whole) whole = sum + strength
    }
  }
  const kept = seen.filter((point) => (pointSums[point] ?? 0) / whole >= leastCharacter)
  const found = {
    points: Uint32Array.from(kept),
    strengths: Float64Array.from(kept, (point) => (pointSums[point] ?? 0) / whole),
  }
  for (const point of seen) pointSums[point] = 0
  known.set(stem, found)
  return found
}

type Holders = { readonly words: readonly number[]; readonly rarity: number }

/** For each Han code point of a side's types, the types that hold it and its rarity, log(types / types with it). */
function charactersOf(side: EncodedSide): Map<number, Holders> {
  const holders = new Map<number, number[]>()
  let total = 1
  for (const [at, type] of side.types.entries()) {
    if (!hanStart.test(type)) continue
    total += 1
    for (const one of type) {
      const point = one.codePointAt(0) ?? 0
      const list = holders.get(point)
      if (list === undefined) holders.set(point, [at])
      else if (list[list.length - 1] !== at) list.push(at)
    }
  }
  return new Map([...holders].map(([point, words]) => [point, { words, rarity: Math.log((total + 1) / words.length) }]))
}

/**
 * Strengths to probabilities, p(b | a) ∝ strength × √frequency(b). The root, because a text's frequent words are
 * more often the translation, yet not in proportion. `reserve` is what is kept for translations that are not listed.
 */
function toProbabilities(strengths: PairTable, left: EncodedSide, right: EncodedSide, frozen: boolean): LinkList {
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
  const links = new LinkList()
  strengths.forEach((key, strength) => {
    const a = Math.floor(key / size)
    const b = key % size
    const forth = (strength * use(right.frequency[b])) / (leftSums[a] ?? 1)
    links.push(a, b, forth, (strength * use(left.frequency[a])) / (rightSums[b] ?? 1))
  })
  return links
}

const reserve = 0.5
