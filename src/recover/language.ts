import { isHan, isKana, lineEndChance, markAfterMark } from './chars.ts'
import { countDocument, markChances } from './document.ts'
import type { RecoveryModel } from './model.ts'
import { findPair, sharesInside, tripleCount } from './words.ts'

/**
 * How likely one character follows what stands before it: the document's own character pairs and triples first, then
 * the dictionary's words.
 *
 * Words are read as a hidden chain: at each character the state holds how likely it is a word's first, its second or a
 * later one, so that 不同 is over before 情 begins and 同情 is not seen across it. Characters are counted folded to
 * Simplified (a document is its own best witness in either script), and the form is drawn after that, by the script
 * of the document and its own choices. Document and dictionary are interpolated after Witten & Bell (1991): the more
 * often a context was seen, the more its own followers count.
 *
 * Units  natural logarithms of probabilities; characters are code units, 0 for a text's edge.
 */
export type Language = {
  /** The state behind the character before `at`. */
  readonly stateAt: (text: string, at: number) => WordState
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
}

/** Followers seen per occurrence needed before the document outweighs the dictionary. */
const DOCUMENT_TRUST = 6
/** The same for what follows two characters. */
const TRIPLE_TRUST = 1.5
/** The document's own choice of form outweighs the dictionary's after this many occurrences. */
const FORM_TRUST = 1
/** The document's own single characters weigh as much as the dictionary's once it has this many. */
const DOCUMENT_SINGLES = 2000
/** What is usual of line ends counts as much as this many of the document's own. */
const LISTED_ENDINGS = 4
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
const KANA_AFTER_KANA = 0.8 / 90
const OTHER = 1e-7
/** Words are shorter than this: where a state is wanted, reading begins so far back. */
const FAR_ENOUGH = 6

export function buildLanguage(model: RecoveryModel, parts: Iterable<string>): Language {
  const counted = countDocument(model, parts)
  const { pairs, triples, singles, forms, followers, total } = counted
  const { inWord, goingOn } = sharesInside(model)
  const traditional = (counted.traditional + 0.5) / (counted.traditional + counted.simplified + 1)
  const singleWeight = total / (total + DOCUMENT_SINGLES)
  const marks = markChances(counted)
  // What the last call to `chance` left behind, so that states are only made for characters that are kept.
  let first = 1
  let second = 0
  let later = 0
  let previous = 0
  let latest = 0

  const single = (folded: number) => {
    const listed = (model.starts[folded] ?? 0) / model.total
    return singleWeight * ((singles[folded] ?? 0) / Math.max(1, total)) + (1 - singleWeight) * listed
  }
  const formShares = new Float64Array(0x10000)
  const form = (char: number, folded: number) => {
    const known = formShares[char] ?? 0
    if (known > 0) return known
    const listed = traditional * (model.traditionalShare[char] ?? 0) + (1 - traditional) * (char === folded ? 1 : 0)
    const share = ((forms[char] ?? 0) + FORM_TRUST * listed) / ((singles[folded] ?? 0) + FORM_TRUST)
    return (formShares[char] = share * (1 - OTHER_SCRIPT) + OTHER_SCRIPT)
  }
  const foldedHan = (char: number) => (isHan(char) ? (model.fold[char] ?? char) : 0)

  /** What the document itself saw after these two, as far as it saw them, and else what is listed. */
  const withDocument = (beforeThat: number, before: number, char: number, listed: number) => {
    const seen = followers[before] ?? 0
    if (seen === 0) return listed
    const trust = seen / (seen + DOCUMENT_TRUST)
    const here = (trust * (pairs.get(before * 0x10000 + char) ?? 0)) / seen + (1 - trust) * listed
    const seenPair = beforeThat === 0 ? 0 : (pairs.get(beforeThat * 0x10000 + before) ?? 0)
    if (seenPair === 0) return here
    const triple = triples.get((beforeThat * 0x10000 + before) * 0x10000 + char) ?? 0
    const trustTriple = seenPair / (seenPair + TRIPLE_TRUST)
    return trustTriple * Math.min(1, triple / seenPair) + (1 - trustTriple) * here
  }
  /** How likely a word ends here. */
  const ending = (state: WordState, pair: number, before: number) => {
    const afterTwo = pair < 0 ? 1 : 1 - (goingOn[pair] ?? 0)
    return (
      state.first * (1 - (inWord[before] ?? 0)) +
      state.second * afterTwo +
      state.later * (pair < 0 ? 1 : Math.max(LATER_ENDS, afterTwo))
    )
  }
  const hanChance = (state: WordState, folded: number) => {
    const anywhere = Math.max(UNKNOWN_HAN, (model.singles[folded] ?? 0) / model.total / 2)
    const before = foldedHan(state.previous)
    first = 1
    second = 0
    later = 0
    if (before === 0) return HAN_AFTER_OTHER * Math.max(UNKNOWN_HAN, 0.95 * single(folded) + 0.05 * anywhere)
    const beforeThat = foldedHan(state.beforeThat)
    const pair = beforeThat === 0 ? -1 : findPair(model, beforeThat, before)
    const here = findPair(model, before, folded)
    const known = model.singles[before] ?? 0
    first = ending(state, pair, before) * single(folded) + Number.MIN_VALUE
    if (here >= 0 && known > 0) second = (state.first * (model.pairCounts[here] ?? 0)) / known
    if (pair >= 0) {
      const goesOn = tripleCount(model, pair, folded) / (model.pairCounts[pair] ?? 1)
      later = (state.second + GOES_ON_LONGER * state.later) * goesOn
    }
    const listed = first + second + later
    const drawn = withDocument(beforeThat, before, folded, HAN_AFTER_HAN * listed)
    first /= listed
    second /= listed
    later /= listed
    return (1 - SURPRISE) * drawn + SURPRISE * anywhere
  }
  const otherChance = (state: WordState, char: number) => {
    const before = foldedHan(state.previous)
    const mark = marks[char] ?? 0
    if (mark > 0) {
      if (before === 0) return mark * markAfterMark(state.previous, char)
      const beforeThat = foldedHan(state.beforeThat)
      const pair = beforeThat === 0 ? -1 : findPair(model, beforeThat, before)
      const listed = (mark * ending(state, pair, before)) / USUAL_END
      return withDocument(beforeThat, before, char, listed) + LEAST_MARK
    }
    if (char < 0x80) return state.previous < 0x80 && state.previous > 0x20 ? ASCII_AFTER_ASCII : ASCII_AFTER_HAN
    return isKana(char) && isKana(state.previous) ? KANA_AFTER_KANA : OTHER
  }
  const chance = (state: WordState, char: number) => {
    previous = state.previous
    latest = char
    if (isHan(char)) {
      const folded = model.fold[char] ?? char
      return hanChance(state, folded) * form(char, folded)
    }
    first = 1
    second = later = 0
    return otherChance(state, char)
  }
  const next = (): WordState => ({ beforeThat: previous, previous: latest, first, second, later })
  return {
    stateAt: (text, at) => {
      let state: WordState = { beforeThat: 0, previous: 0, first: 1, second: 0, later: 0 }
      for (let i = Math.max(0, at - FAR_ENOUGH); i < at; i++) {
        chance(state, text.charCodeAt(i))
        state = next()
      }
      return state
    },
    logChance: (state, char) => Math.log(chance(state, char)),
    next,
    lineEnds: (state) => {
      const char = state.previous
      const own = (counted.endings[char] ?? 0) + LISTED_ENDINGS * lineEndChance(char)
      const share = own / ((counted.all[char] ?? 0) + LISTED_ENDINGS)
      const before = foldedHan(char)
      if (before === 0) return Math.log(share)
      const beforeThat = foldedHan(state.beforeThat)
      const ends = ending(state, beforeThat === 0 ? -1 : findPair(model, beforeThat, before), before)
      return Math.log((share * Math.max(LEAST_MARK, ends)) / USUAL_END)
    },
    seen: (one, other) => pairs.get(foldedHan(one) * 0x10000 + foldedHan(other)) ?? 0,
    commonness: (char) => (model.singles[model.fold[char] ?? char] ?? 0) * form(char, model.fold[char] ?? char),
  }
}
