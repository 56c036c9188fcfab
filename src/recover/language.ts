import { readBefore } from './bracket.ts'
import { isHan, isKana, markAfterMark } from './chars.ts'
import { documentChances, type Trail } from './document-chance.ts'
import { classOf, countDocument, lineEndShares, markChances } from './document.ts'
import type { RecoveryModel } from './model.ts'
import { countNear, type Near } from './near.ts'
import { findFollower } from './prose.ts'
import { findPair, sharesInside, tripleCount } from './words.ts'

/**
 * How likely one character follows what stands before it: by the document's own sequences and what stands near, and as
 * far as these don't tell, by prose and the dictionary's words.
 *
 * Words are read as a hidden chain: at each character the state holds how likely it is a word's first, its second or a
 * later one, so that 不同 is over before 情 begins and 同情 is not seen across it. Characters are counted folded to
 * Simplified (a document is its own best witness in either script), and the form is drawn after that, by the script
 * of the document and its own choices.
 *
 * Units  natural logarithms of probabilities; characters are code units, 0 for a text's edge.
 */
export type Language = {
  /** What stands near the place between two undamaged parts of the document, for its `stateAt`. */
  readonly near: (parts: readonly string[], between: number) => Near
  /** The state behind the character before `at`. */
  readonly stateAt: (text: string, at: number, near?: Near | null) => WordState
  /** How likely `char` comes next. What `next` gives holds until the following call. */
  readonly logChance: (state: WordState, char: number) => number
  /** The state behind the character that `logChance` was last asked about. */
  readonly next: () => WordState
  /** How likely a line ends here. */
  readonly lineEnds: (state: WordState) => number
  /** How often the document itself has one character behind another. */
  readonly seen: (first: number, second: number) => number
  /** How common a character is by itself, for choosing what to look at first. */
  readonly commonness: (char: number) => number
}

export type WordState = {
  readonly beforeThat: number
  readonly previous: number
  /** How likely the previous character is the first of its word, the second, or a later one; their sum is 1. */
  readonly first: number
  readonly second: number
  readonly later: number
  /** Where the last one, two and three characters stand in the counts of prose; 0 and -1 where they do not. */
  readonly rank: number
  readonly pair: number
  readonly triple: number
  readonly trail: Trail
}

type WordBehind = {
  readonly state: WordState
  /** The last character, folded; 0 for what is no Han. */
  readonly before: number
  /** Where the dictionary has the last two; -1 where it does not. */
  readonly pair: number
  /** How often the dictionary counts the last one. */
  readonly known: number
  /** How likely a word ends here. */
  readonly ends: number
}

/** What is known of a text's edge. */
const EDGE: WordState = {
  beforeThat: 0,
  previous: 0,
  first: 1,
  second: 0,
  later: 0,
  rank: 0,
  pair: -1,
  triple: -1,
  trail: { one: 0, two: 0, three: 0, four: 0, near: null },
}
/** The share of prose beside words. */
const PROSE = 0.5
const LEAST_SHIFT = 0.1
const PROSE_MARK = 0.5

/** The document's own choice of form outweighs the dictionary's after this many occurrences. */
const FORM_TRUST = 1
/** The share of a text that pairs nowhere seen make up. */
const SURPRISE = 0.02
/** A Han character that no word has: all of them together are one in a hundred thousand. */
const UNKNOWN_HAN = 1e-9
/** A character of the other script, in a text of one. */
const OTHER_SCRIPT = 0.002
/** Words of more than three characters: how likely one goes on after its third, where a triple leads there. */
const GOES_ON_LONGER = 0.5
const LATER_ENDS = 0.8
/** A mark may stand anywhere, if seldom. */
const LEAST_MARK = 1e-6
/** Words end behind this share of characters. */
const USUAL_END = 0.6
/** A Han character follows a mark, or ASCII, or a text's edge. */
const HAN_AFTER_OTHER = 0.8
/** What follows Han is Han more often than not; marks and ASCII share the rest. */
const HAN_AFTER_HAN = 0.88
const ASCII_AFTER_HAN = 0.02 / 95
const ASCII_AFTER_ASCII = 0.9 / 95
/** What is usual of ASCII counts as much as this many of the document's own characters. */
const LISTED_ASCII = 50
const KANA_AFTER_KANA = 0.8 / 90
const OTHER = 1e-7
/** Words are shorter than this: where a state is wanted, reading begins so far back. */
const FAR_ENOUGH = 6

export function buildLanguage(model: RecoveryModel, parts: Iterable<string>): Language {
  const counted = countDocument(model, parts)
  const { sequences, singles, forms } = counted
  const { inWord, goingOn } = sharesInside(model)
  const { prose } = model
  const traditional = (counted.traditional + 0.5) / (counted.traditional + counted.simplified + 1)
  const own = documentChances(counted)
  const marks = markChances(counted)
  const endShare = lineEndShares(counted)
  // What the last call to `chance` left behind, so that states are only made for characters that are kept.
  let first = 1
  let second = 0
  let later = 0
  let previous = 0
  let latest = 0
  let rank = 0
  let pairPlace = -1
  let triplePlace = -1
  let trail = EDGE.trail

  /** How likely this is in prose. */
  const proseChance = (state: WordState, char: number) => {
    rank = prose.rankOf[char] ?? 0
    pairPlace = triplePlace = -1
    if (rank === 0) return 0
    const listed = (prose.singles[rank] ?? 0) / prose.total
    let chance = isHan(char) ? own.single(char, listed, trail.near) : listed
    if (state.rank === 0) return chance
    pairPlace = findFollower(prose.pairs, state.rank, rank)
    chance *= prose.pairs.left[state.rank] ?? 1
    if (pairPlace >= 0) chance += (prose.pairs.counts[pairPlace] ?? 0) / (prose.singles[state.rank] ?? 1)
    if (state.pair < 0) return chance
    triplePlace = findFollower(prose.triples, state.pair, rank)
    chance *= prose.triples.left[state.pair] ?? 1
    if (triplePlace >= 0) chance += (prose.triples.counts[triplePlace] ?? 0) / (prose.pairs.counts[state.pair] ?? 1)
    if (state.triple < 0) return chance
    const quad = findFollower(prose.quads, state.triple, rank)
    chance *= prose.quads.left[state.triple] ?? 1
    if (quad >= 0) chance += (prose.quads.counts[quad] ?? 0) / (prose.triples.counts[state.triple] ?? 1)
    return chance
  }
  const starts = (folded: number) => own.single(folded, (model.starts[folded] ?? 0) / model.total, trail.near)
  const formShares = new Float64Array(0x10000)
  const form = (char: number, folded: number) => {
    const known = formShares[char] ?? 0
    if (known > 0) return known
    const listed = traditional * (model.traditionalShare[char] ?? 0) + (1 - traditional) * (char === folded ? 1 : 0)
    const share = ((forms[char] ?? 0) + FORM_TRUST * listed) / ((singles[folded] ?? 0) + FORM_TRUST)
    return (formShares[char] = share * (1 - OTHER_SCRIPT) + OTHER_SCRIPT)
  }
  /** Writers differ in their marks: how much commoner one is in this document than in the counted prose. */
  const markShift = (char: number, mark: number) => {
    const listed = (prose.singles[prose.rankOf[char] ?? 0] ?? 0) / prose.total
    return Math.min(1, Math.max(LEAST_SHIFT, mark / (listed + Number.MIN_VALUE)))
  }
  const foldedHan = (char: number) => (isHan(char) ? (model.fold[char] ?? char) : 0)

  /** The last two characters as the dictionary has them, and how likely a word ends behind them. */
  const wordBehind = (state: WordState): WordBehind => {
    const before = foldedHan(state.previous)
    const beforeThat = before === 0 ? 0 : foldedHan(state.beforeThat)
    const pair = beforeThat === 0 ? -1 : findPair(model, beforeThat, before)
    const afterTwo = pair < 0 ? 1 : 1 - (goingOn[pair] ?? 0)
    const ends =
      state.first * (1 - (inWord[before] ?? 0)) +
      state.second * afterTwo +
      state.later * (pair < 0 ? 1 : Math.max(LATER_ENDS, afterTwo))
    return { state, before, pair, known: model.singles[before] ?? 0, ends }
  }
  /** A search asks one state for many characters. */
  let asked = wordBehind(EDGE)
  const behind = (state: WordState) => (asked.state === state ? asked : (asked = wordBehind(state)))
  const hanChance = (state: WordState, folded: number) => {
    const inProse = proseChance(state, folded)
    const anywhere = Math.max(UNKNOWN_HAN, (model.singles[folded] ?? 0) / model.total / 2)
    const { before, pair, known, ends } = behind(state)
    first = 1
    second = 0
    later = 0
    const prose = (inProse > 0 ? PROSE : 0) * inProse
    const words = inProse > 0 ? 1 - PROSE : 1
    if (before === 0)
      return own.behind(
        trail,
        folded,
        prose + words * HAN_AFTER_OTHER * Math.max(UNKNOWN_HAN, 0.95 * starts(folded) + 0.05 * anywhere),
      )
    const here = findPair(model, before, folded)
    first = ends * starts(folded) + Number.MIN_VALUE
    if (here >= 0 && known > 0) second = (state.first * (model.pairCounts[here] ?? 0)) / known
    if (pair >= 0) {
      const goesOn = tripleCount(model, pair, folded) / (model.pairCounts[pair] ?? 1)
      later = (state.second + GOES_ON_LONGER * state.later) * goesOn
    }
    const listed = first + second + later
    const drawn = own.behind(trail, folded, prose + words * HAN_AFTER_HAN * listed)
    first /= listed
    second /= listed
    later /= listed
    return (1 - SURPRISE) * drawn + SURPRISE * anywhere
  }
  const otherChance = (state: WordState, char: number) => {
    const { before, ends } = behind(state)
    const mark = marks[char] ?? 0
    const inProse = proseChance(state, char)
    if (mark > 0) {
      if (before === 0) return mark * markAfterMark(state.previous, char)
      const usual = (mark * ends) / USUAL_END
      const listed = inProse > 0 ? PROSE_MARK * inProse * markShift(char, mark) + (1 - PROSE_MARK) * usual : usual
      return own.behind(trail, char, listed) + LEAST_MARK
    }
    if (char < 0x80) {
      const last = classOf(state.previous)
      const usual = state.previous < 0x80 && state.previous > 0x20 ? ASCII_AFTER_ASCII : ASCII_AFTER_HAN
      const seen = counted.ascii[last * 0x80 + char] ?? 0
      return (seen + LISTED_ASCII * usual) / ((counted.classes[last] ?? 0) + LISTED_ASCII)
    }
    return isKana(char) && isKana(state.previous) ? KANA_AFTER_KANA : OTHER
  }
  const chance = (state: WordState, char: number) => {
    previous = state.previous
    latest = char
    trail = state.trail
    if (isHan(char)) {
      const folded = model.fold[char] ?? char
      return hanChance(state, folded) * form(char, folded)
    }
    first = 1
    second = later = 0
    return otherChance(state, char)
  }
  const next = (): WordState => ({
    beforeThat: previous,
    previous: latest,
    first,
    second,
    later,
    rank,
    pair: pairPlace,
    triple: triplePlace,
    trail: own.next(trail, foldedHan(latest)),
  })
  return {
    near: (parts, between) => countNear(model, sequences, parts, between),
    stateAt: (text, at, near = null) => {
      let state: WordState = { ...EDGE, trail: { ...EDGE.trail, near } }
      const before = readBefore(text, at, FAR_ENOUGH)
      for (let i = Math.max(0, before.length - FAR_ENOUGH); i < before.length; i++) {
        chance(state, before.charCodeAt(i))
        state = next()
      }
      return state
    },
    logChance: (state, char) => Math.log(chance(state, char)),
    next,
    lineEnds: (state) => {
      const share = endShare(state.previous)
      const { before, ends } = behind(state)
      if (before === 0) return Math.log(share)
      return Math.log((share * Math.max(LEAST_MARK, ends)) / USUAL_END)
    },
    seen: (one, other) => sequences.seen(sequences.find(foldedHan(one), foldedHan(other))),
    commonness: (char) => (model.singles[model.fold[char] ?? char] ?? 0) * form(char, model.fold[char] ?? char),
  }
}
