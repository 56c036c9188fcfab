import type { RecoveryModel } from './model.ts'
import { isFullWidthMark, isHan, isKana, lineEndChance, markAfterMark, markChance } from './chars.ts'

/**
 * How likely one character follows another: the document's own character pairs first, then the dictionary's.
 *
 * Both are counted folded to Simplified (a document is its own best witness in either script), and the form is drawn
 * after that, by the share of each script in the document. Interpolation is by Witten & Bell (1991): the more often a
 * character was seen, the more its own followers count.
 *
 * Units  natural logarithms of probabilities; characters are code units, 0 for a text's edge.
 */
export type Language = {
  readonly logChance: (beforeThat: number, previous: number, char: number) => number
  /** How likely a line ends behind these two. */
  readonly lineEnds: (beforeThat: number, previous: number) => number
  /** How common a character is by itself, for choosing what to look at first. */
  readonly commonness: (char: number) => number
}

/** Followers seen per occurrence needed before the document outweighs the dictionary. */
const DOCUMENT_TRUST = 12
/** The same for what follows two characters. */
const TRIPLE_TRUST = 2
/** The document's own choice of form outweighs the dictionary's after this many occurrences. */
const FORM_TRUST = 1
/** A pair of the dictionary counted this often is half trusted to know how its words go on. */
const WORD_TRUST = 20
/** The document's own single characters weigh as much as the dictionary's once it has this many. */
const DOCUMENT_SINGLES = 2000
/** The share of a text that pairs nowhere seen make up. */
const SURPRISE = 0.02
/** A Han character that no word has: all of them together are one in a hundred thousand. */
const UNKNOWN_HAN = 1e-9
/** Words end after every other character, or so. */
const LEAST_MARK = 1e-6
const USUAL_END = 0.6
const LEAST_END = 0.05
/** What is usual of marks and line ends counts as much as this many characters of the document. */
const LISTED_MARKS = 200
const LISTED_ENDINGS = 4
/** A character of the other script, in a text of one. */
const OTHER_SCRIPT = 0.002
/** A Han character follows a mark, or ASCII, or a text's edge. */
const HAN_AFTER_OTHER = 0.8
/** What follows Han is Han more often than not; marks and ASCII share the rest. */
const HAN_AFTER_HAN = 0.88
const ASCII_AFTER_HAN = 0.02 / 95
const ASCII_AFTER_ASCII = 0.9 / 95
const KANA_AFTER_KANA = 0.8 / 90
const OTHER = 1e-7
const FULL_WIDTH_SHIFT = 0xfee0

export function buildLanguage(model: RecoveryModel, parts: Iterable<string>): Language {
  const counted = countDocument(model, parts)
  const { pairs, triples, singles, forms, followers, total } = counted
  const { inWord, goingOn } = sharesInside(model)
  const traditional = (counted.traditional + 0.5) / (counted.traditional + counted.simplified + 1)
  const singleWeight = total / (total + DOCUMENT_SINGLES)

  const marks = markChances(counted)
  const single = (folded: number) => {
    const listed = (model.starts[folded] ?? 0) / model.total
    return singleWeight * ((singles[folded] ?? 0) / Math.max(1, total)) + (1 - singleWeight) * listed
  }
  const formShares = new Float64Array(0x10000)
  const form = (char: number, folded: number) => {
    const known = formShares[char] ?? 0
    if (known > 0) return known
    const share = drawnForm(char, folded)
    formShares[char] = share
    return share
  }
  const drawnForm = (char: number, folded: number) => {
    const listed = traditional * (model.traditionalShare[char] ?? 0) + (1 - traditional) * (char === folded ? 1 : 0)
    const seen = singles[folded] ?? 0
    const share = ((forms[char] ?? 0) + FORM_TRUST * listed) / (seen + FORM_TRUST)
    return share * (1 - OTHER_SCRIPT) + OTHER_SCRIPT
  }
  /** What the document itself saw after these two, as far as it saw them, and else what is listed. */
  const withDocument = (beforeThat: number, before: number, char: number, listed: number) => {
    const seen = followers[before] ?? 0
    if (seen === 0) return listed
    const trust = seen / (seen + DOCUMENT_TRUST)
    const pair = before * 0x10000 + char
    const here = (trust * (pairs.get(pair) ?? 0)) / seen + (1 - trust) * listed
    const seenPair = beforeThat === 0 ? 0 : (pairs.get(beforeThat * 0x10000 + before) ?? 0)
    if (seenPair === 0) return here
    const triple = triples.get((beforeThat * 0x10000 + before) * 0x10000 + char) ?? 0
    const trustTriple = seenPair / (seenPair + TRIPLE_TRUST)
    return trustTriple * Math.min(1, triple / seenPair) + (1 - trustTriple) * here
  }
  const afterHan = (beforeThat: number, before: number, folded: number) => {
    const known = model.singles[before] ?? 0
    const inside = inWord[before] ?? 0
    const start = single(folded)
    let listed = start
    if (known > 0) {
      const pair = findPair(model, before, folded)
      listed = (pair < 0 ? 0 : (model.pairCounts[pair] ?? 0) / known) + (1 - inside) * start
    }
    const first = beforeThat === 0 ? -1 : findPair(model, beforeThat, before)
    if (first >= 0) {
      // The two before may be inside a word, which then goes on or ends, or be the end of one and the start of the next.
      const inOne = model.pairCounts[first] ?? 0
      const apart = (model.singles[beforeThat] ?? 0) * (1 - (inWord[beforeThat] ?? 0)) * single(before)
      const goesOn = tripleCount(model, first, folded) / inOne
      const within = goesOn + (1 - (goingOn[first] ?? 0)) * start
      const trust = (inOne / (inOne + apart)) * (inOne / (inOne + WORD_TRUST))
      listed = trust * within + (1 - trust) * listed
    }
    const here = withDocument(beforeThat, before, folded, HAN_AFTER_HAN * listed)
    const anywhere = Math.max(UNKNOWN_HAN, (model.singles[folded] ?? 0) / model.total / 2)
    return (1 - SURPRISE) * here + SURPRISE * anywhere
  }
  const lineEnd = (char: number) =>
    ((counted.endings[char] ?? 0) + LISTED_ENDINGS * lineEndChance(char)) / ((counted.all[char] ?? 0) + LISTED_ENDINGS)
  /** How likely a word ends here, relative to any other place: marks don't stand inside words. */
  const wordEnd = (beforeThat: number, before: number) => {
    if (before === 0) return 1
    const alone = Math.max(LEAST_END, 1 - (inWord[before] ?? 0))
    const pair = beforeThat === 0 ? -1 : findPair(model, beforeThat, before)
    if (pair < 0) return alone / USUAL_END
    const inOne = model.pairCounts[pair] ?? 0
    const apart = (model.singles[beforeThat] ?? 0) * (1 - (inWord[beforeThat] ?? 0)) * single(before)
    const trust = (inOne / (inOne + apart)) * (inOne / (inOne + WORD_TRUST))
    return (trust * (1 - (goingOn[pair] ?? 0)) + (1 - trust) * alone) / USUAL_END
  }
  const foldedHan = (char: number) => (isHan(char) ? (model.fold[char] ?? char) : 0)
  const chance = (beforeThat: number, previous: number, char: number) => {
    if (isHan(char)) {
      const folded = model.fold[char] ?? char
      const drawn = isHan(previous)
        ? afterHan(foldedHan(beforeThat), foldedHan(previous), folded)
        : HAN_AFTER_OTHER *
          Math.max(UNKNOWN_HAN, 0.9 * single(folded) + (0.1 * (model.singles[folded] ?? 0)) / model.total)
      return drawn * form(char, folded)
    }
    const mark = marks[char] ?? 0
    if (mark > 0) {
      const before = foldedHan(previous)
      if (before === 0) return mark * markAfterMark(previous, char)
      return (
        withDocument(foldedHan(beforeThat), before, char, mark * wordEnd(foldedHan(beforeThat), before)) + LEAST_MARK
      )
    }
    if (char < 0x80) return previous < 0x80 && previous > 0x20 ? ASCII_AFTER_ASCII : ASCII_AFTER_HAN
    if (isKana(char)) return isKana(previous) ? KANA_AFTER_KANA : OTHER
    return OTHER
  }
  return {
    logChance: (beforeThat, previous, char) => Math.log(chance(beforeThat, previous, char)),
    lineEnds: (beforeThat, previous) =>
      Math.log(lineEnd(previous) * (isHan(previous) ? wordEnd(foldedHan(beforeThat), foldedHan(previous)) : 1)),
    commonness: (char) => (model.singles[model.fold[char] ?? char] ?? 0) * form(char, model.fold[char] ?? char),
  }
}

/** How often each mark stands in running text: by the document, and by what is usual where it is too short to tell. */
function markChances({ all, characters }: { all: Uint32Array; characters: number }): Float64Array {
  const chances = new Float64Array(0x10000)
  for (let char = 0x80; char < 0x10000; char++) {
    const usual = markChance(char)
    if (usual === 0 && !isFullWidthMark(char)) continue
    const narrowed = char >= 0xff01 && char <= 0xff5e ? (all[char - 0xfee0] ?? 0) : 0
    chances[char] = ((all[char] ?? 0) + narrowed + LISTED_MARKS * usual) / (characters + LISTED_MARKS)
  }
  return chances
}

function countDocument(model: RecoveryModel, parts: Iterable<string>) {
  const pairs = new Map<number, number>()
  const triples = new Map<number, number>()
  const singles = new Uint32Array(0x10000)
  const forms = new Uint32Array(0x10000)
  const followers = new Uint32Array(0x10000)
  const all = new Uint32Array(0x10000)
  const endings = new Uint32Array(0x10000)
  let characters = 0
  let total = 0
  let traditional = 0
  let simplified = 0
  const follow = (beforeThat: number, before: number, char: number) => {
    const pair = before * 0x10000 + char
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    followers[before] = (followers[before] ?? 0) + 1
    if (beforeThat === 0) return
    const triple = (beforeThat * 0x10000 + before) * 0x10000 + char
    triples.set(triple, (triples.get(triple) ?? 0) + 1)
  }
  for (const part of parts) {
    let before = 0
    let beforeThat = 0
    for (let i = 0; i < part.length; i++) {
      const char = part.charCodeAt(i)
      all[char] = (all[char] ?? 0) + 1
      if (char >= 0x80) characters += 1
      else if (char === 0x0a && i > 0) {
        const last = part.charCodeAt(i - 1)
        endings[last] = (endings[last] ?? 0) + 1
      }
      if (!isHan(char)) {
        const mark =
          isFullWidthMark(char + FULL_WIDTH_SHIFT) && char > 0x20 && char < 0x7f ? char + FULL_WIDTH_SHIFT : char
        if (before !== 0 && markChance(mark) > 0) follow(beforeThat, before, mark)
        before = 0
        beforeThat = 0
        continue
      }
      const script = model.script[char]
      if (script === 1) traditional += 1
      else if (script === 2) simplified += 1
      const folded = model.fold[char] ?? char
      singles[folded] = (singles[folded] ?? 0) + 1
      forms[char] = (forms[char] ?? 0) + 1
      total += 1
      if (before !== 0) follow(beforeThat, before, folded)
      beforeThat = before
      before = folded
    }
  }
  return { pairs, triples, singles, forms, followers, all, endings, characters, total, traditional, simplified }
}

type Shares = { readonly inWord: Float32Array; readonly goingOn: Float32Array }

const sharesOf = new WeakMap<RecoveryModel, Shares>()

/**
 * For each character, the share of its occurrences that another character of the same word follows;
 * for each pair, the same of it.
 */
function sharesInside(model: RecoveryModel): Shares {
  const kept = sharesOf.get(model)
  if (kept !== undefined) return kept
  const inWord = new Float32Array(0x10000)
  for (let char = 0; char < 0x10000; char++) {
    const sum = sumOf(model.pairCounts, model.pairStart[char] ?? 0, model.pairStart[char + 1] ?? 0)
    const known = model.singles[char] ?? 0
    inWord[char] = known > 0 ? Math.min(MOST_INSIDE, sum / known) : 0
  }
  const goingOn = model.pairCounts.map((count, pair) => {
    const sum = sumOf(model.tripleCounts, model.tripleStart[pair] ?? 0, model.tripleStart[pair + 1] ?? 0)
    return Math.min(MOST_INSIDE, sum / count)
  })
  const shares = { inWord, goingOn }
  sharesOf.set(model, shares)
  return shares
}

/** Some occurrences are always left at a word's end: the counts are rounded. */
const MOST_INSIDE = 0.98

function sumOf(counts: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += counts[i] ?? 0
  return sum
}

/** A pair's place in the tables; -1 when the dictionary has no such pair. */
function findPair(model: RecoveryModel, first: number, second: number): number {
  return find(model.pairSeconds, model.pairStart[first] ?? 0, model.pairStart[first + 1] ?? 0, second)
}

function tripleCount(model: RecoveryModel, pair: number, third: number): number {
  const at = find(model.tripleThirds, model.tripleStart[pair] ?? 0, model.tripleStart[pair + 1] ?? 0, third)
  return at < 0 ? 0 : (model.tripleCounts[at] ?? 0)
}

function find(sorted: Uint16Array, from: number, to: number, wanted: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low < to && sorted[low] === wanted ? low : -1
}
