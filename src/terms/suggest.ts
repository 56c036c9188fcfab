import { parseTermId, type TermId } from '../corpus/ids.ts'
import { byLang, type ByLang } from '../corpus/lang.ts'
import type { TermEntry } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { stem } from '../text/stem.ts'
import { chinesePhrases, englishPhrases, type Phrase } from './phrases.ts'

/**
 * Term pairs that nobody has entered, proposed from aligned sentences.
 *
 * A pair of phrases is weighed by three things: in how many beads they stand together and apart (Dice's coefficient,
 * trusted the more the oftener it was seen), how much of each the dictionary translates by the other, and whether they
 * stand at like places. Pairs are then taken best first, a phrase in one pair only, and none that only cuts a piece
 * out of a taken one (Melamed 2000, competitive linking).
 *
 * A dozen sentences say little by counting: there the dictionary leads, and the order is a proposal for a reader's eye.
 * Shapes  best first; `score` is from 0 to about 1.2, orders them, and is no probability.
 */
export type Suggestion = ByLang<string> & {
  readonly id: TermId
  readonly score: number
  /** Beads in which both stand. */
  readonly beads: number
  /** The first of these beads. */
  readonly context: ByLang<string>
}

type Use = { readonly phrase: Phrase; readonly beads: number[]; readonly places: Map<number, number> }

export function suggestTerms(
  beads: readonly ByLang<string>[],
  known: readonly TermEntry[],
  lexicon: Lexicon,
  most = 100,
): Suggestion[] {
  const english = usesOf(beads.map(({ en }) => englishPhrases(en)))
  const chinese = usesOf(beads.map(({ 'zh-Hant': zh }) => chinesePhrases(zh, lexicon)))
  // In a large collection a phrase seen once is no term yet; in a small one it is all there is.
  const least = beads.length > largeCollection ? 2 : 1
  const byBead = beads.map(() => ({ en: [] as Use[], zh: [] as Use[] }))
  for (const use of english.values())
    if (use.beads.length >= least) for (const at of use.beads) byBead[at]?.en.push(use)
  for (const use of chinese.values())
    if (use.beads.length >= least) for (const at of use.beads) byBead[at]?.zh.push(use)

  const isKnown = knownWords(known)
  const dictionary = new Dictionary(lexicon)
  const seen = new Set<string>()
  const pairs: Pair[] = []
  for (const { en, zh } of byBead)
    for (const one of en)
      for (const other of zh) {
        const key = `${one.phrase.key}\t${other.phrase.key}`
        if (seen.has(key)) continue
        seen.add(key)
        if (isKnown.en(one.phrase.text) || isKnown.zh(other.phrase.text)) continue
        const pair = weigh(one, other, dictionary)
        if (pair.score >= leastScore) pairs.push(pair)
      }
  pairs.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  return linked(pairs, most).map(({ one, other, score, together }) => {
    const at = together[0] ?? 0
    return {
      id: slugOf(one.phrase.text),
      en: shownEnglish(one.phrase.text),
      'zh-Hant': other.phrase.text,
      score: Math.round(Math.max(0, score) * 1000) / 1000,
      beads: together.length,
      context: byLang((lang) => beads[at]?.[lang] ?? ''),
    }
  })
}

const largeCollection = 60

/** Below this a pair shares neither words nor a history. */
const leastScore = 0.3

type Pair = {
  readonly key: string
  readonly one: Use
  readonly other: Use
  readonly together: readonly number[]
  readonly score: number
}

function usesOf(phrases: readonly (readonly Phrase[])[]): Map<string, Use> {
  const uses = new Map<string, Use>()
  phrases.forEach((list, bead) => {
    for (const phrase of list) {
      const use = uses.get(phrase.key) ?? { phrase, beads: [], places: new Map<number, number>() }
      uses.set(phrase.key, use)
      // Where it stands best says most of it.
      if (phrase.edges > use.phrase.edges) uses.set(phrase.key, { ...use, phrase })
      if (use.beads.at(-1) !== bead) use.beads.push(bead)
      if (!use.places.has(bead)) use.places.set(bead, phrase.place)
    }
  })
  return uses
}

/** How much of the score each kind of evidence can bring. */
const weights = { dictionary: 0.5, history: 0.15, place: 0.1, edges: 0.1, item: 0.28 } as const

function weigh(one: Use, other: Use, dictionary: Dictionary): Pair {
  const there = new Set(other.beads)
  const together = one.beads.filter((bead) => there.has(bead))
  const count = together.length
  const dice = (2 * count) / (one.beads.length + other.beads.length)
  // Seen together once means half as much as always.
  const history = (dice * count) / (count + 1)
  const apart =
    together.reduce((sum, bead) => sum + Math.abs((one.places.get(bead) ?? 0) - (other.places.get(bead) ?? 0)), 0) /
    Math.max(1, count)
  const place = Math.max(0, 1 - apart * placeFalls)
  // The fourth department here and the fourth there.
  const isItem = one.phrase.item >= 0 && other.phrase.item === one.phrase.item
  const score =
    weights.dictionary * dictionary.cover(one.phrase.text, other.phrase.text) +
    weights.history * history +
    weights.place * place +
    (weights.edges * (one.phrase.edges + other.phrase.edges)) / 4 +
    (isItem ? weights.item : 0) -
    unlikeTerm(one.phrase, other.phrase)
  return { key: `${one.phrase.key}\t${other.phrase.key}`, one, other, together, score }
}

/** A fifth of a sentence away, a place says nothing any more. */
const placeFalls = 5

/** Terms are seldom one word of wide use, and seldom hold a preposition; they have about as much to say on each side. */
function unlikeTerm({ key, edges }: Phrase, chinese: Phrase): number {
  const words = key.split(' ')
  const isWhole = edges === 2 || chinese.edges === 2
  const single = words.length === 1 && !isWhole ? 0.16 : 0
  const short = chinese.key.length === 2 && !isWhole ? 0.1 : 0
  const long = Math.max(0, words.length - 4) * 0.03 + Math.max(0, chinese.key.length - 7) * 0.03
  const preposition = words.includes('of') || words.includes('in') || words.includes('for') ? 0.15 : 0
  const ratio = chinese.key.length / words.length
  const uneven = ratio < 1.3 || ratio > 5 ? 0.08 : 0
  // Of two as good the longer one is the term: minimally invasive surgery before invasive surgery.
  const full = words.length < 2 ? 0 : 0.025 * Math.min(words.length, 5) + 0.01 * Math.min(chinese.key.length, 6)
  return single + short + long + preposition + uneven - full
}

/** What the dictionary says of two phrases, remembered by word. */
class Dictionary {
  readonly #pieces = new Map<string, Map<string, readonly (readonly [from: number, to: number])[]>>()

  constructor(readonly lexicon: Lexicon) {}

  /** From 0 to 1: the share of each phrase that the other translates, as their geometric mean. */
  cover(english: string, chinese: string): number {
    const plain = fold(chinese)
    const links = this.#linksOf(plain)
    const words = (fold(english).match(/[a-z0-9]+/gu) ?? []).filter(
      (word) => !['of', 'and', 'the', 'in', 'for'].includes(word),
    )
    const covered = new Uint8Array(plain.length)
    let translated = 0
    for (const word of words) {
      if (plain.includes(word)) {
        covered.fill(1, plain.indexOf(word), plain.indexOf(word) + word.length)
        translated += 1
        continue
      }
      const runs = links.get(stem(word)) ?? kinOf(links, stem(word))
      if (runs.length === 0) continue
      const longest = Math.max(...runs.map(([from, to]) => to - from))
      // One character has many meanings.
      translated += longest > 1 ? 1 : 0.7
      for (const [from, to] of runs) covered.fill(1, from, to)
    }
    const share = covered.reduce((sum, one) => sum + one, 0) / Math.max(1, plain.replace(/[+＋]/gu, '').length)
    return words.length === 0 ? 0 : Math.sqrt((translated / words.length) * Math.min(1, share))
  }

  /** For each English stem the runs of a Chinese phrase that a dictionary word of it translates. */
  #linksOf(chinese: string): ReadonlyMap<string, readonly (readonly [number, number])[]> {
    const known = this.#pieces.get(chinese)
    if (known !== undefined) return known
    const links = new Map<string, (readonly [number, number])[]>()
    const { wordIndex, ends, linkStem, stems } = this.lexicon
    for (let from = 0; from < chinese.length; from += 1)
      for (let to = from + 1; to <= chinese.length; to += 1) {
        const word = wordIndex.get(chinese.slice(from, to))
        if (word === undefined) continue
        for (let link = word === 0 ? 0 : (ends[word - 1] ?? 0); link < (ends[word] ?? 0); link += 1) {
          const of = stems[linkStem[link] ?? 0] ?? ''
          links.set(of, [...(links.get(of) ?? []), [from, to]])
        }
      }
    this.#pieces.set(chinese, links)
    return links
  }
}

/** Letters that two stems of one family begin with: `surgic` of surgical, `surgeri` of 手術. */
const kinLetters = 4

function kinOf(
  links: ReadonlyMap<string, readonly (readonly [number, number])[]>,
  word: string,
): readonly (readonly [number, number])[] {
  const start = word.slice(0, Math.max(kinLetters, Math.ceil(word.length * 0.6)))
  if (word.length < kinLetters) return []
  return [...links].flatMap(([other, runs]) =>
    other.startsWith(start) ? runs.filter(([from, to]) => to - from > 1) : [],
  )
}

/** Best first, each phrase once; a piece of a taken pair on both sides only if it also stands elsewhere. */
function linked(pairs: readonly Pair[], most: number): Pair[] {
  const taken: Pair[] = []
  const used = new Set<string>()
  for (const pair of pairs) {
    if (taken.length === most) break
    const [en, zh] = [`en ${pair.one.phrase.key}`, `zh ${pair.other.phrase.key}`]
    if (used.has(en) || used.has(zh)) continue
    if (taken.some((other) => isPiece(pair, other))) continue
    used.add(en).add(zh)
    taken.push(pair)
  }
  return taken
}

/** Does one of two pairs hold the other's words on a side, without a bead of its own? */
function isPiece(pair: Pair, other: Pair): boolean {
  const [a, b] = [` ${pair.one.phrase.key} `, ` ${other.one.phrase.key} `]
  const [x, y] = [pair.other.phrase.key, other.other.phrase.key]
  const overlaps = a.includes(b) || b.includes(a) || x.includes(y) || y.includes(x)
  return overlaps && pair.together.every((bead) => other.together.includes(bead))
}

function knownWords(known: readonly TermEntry[]): {
  readonly en: (text: string) => boolean
  readonly zh: (text: string) => boolean
} {
  const en = new Set(known.flatMap((entry) => entry.terms.en.map(({ text }) => keyOf(text))))
  const zh = new Set(known.flatMap((entry) => entry.terms['zh-Hant'].map(({ text }) => fold(text))))
  return { en: (text) => en.has(keyOf(text)), zh: (text) => zh.has(fold(text)) }
}

function keyOf(text: string): string {
  return englishPhrases(text).reduce((longest, { key }) => (key.length > longest.length ? key : longest), '')
}

/** A capital at the beginning is mostly a sentence's; names of several capitals and acronyms keep theirs. */
function shownEnglish(text: string): string {
  return /^\p{Lu}\p{Ll}+(?:[\s-]\p{Ll}|$)/u.test(text) && !/\s\p{Lu}/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

function slugOf(text: string): TermId {
  const slug = fold(text)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  const id = parseTermId(slug)
  if (id === null) throw new RangeError(`slugOf: “${text}” gives no term id`)
  return id
}
