import type { Run } from '../corpus/run.ts'
import type { Term } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { stem } from '../text/stem.ts'

/**
 * Does a Chinese term stand here as a word, or do its characters belong to the words around it?
 *
 * 產科 is no term in 生產科技, which falls into 生產 and 科技. The run of Han around the term is cut into the fewest
 * dictionary words, once freely and once with the term as a word of its own; where the free cut is better the
 * characters are a coincidence. A dictionary word that holds the whole term (病理 in 病理學) is a coincidence only when
 * it shares no translation with the entry.
 *
 * Units   offsets in the folded text; the cost of a cut is its number of words, ties going to the more uneven cut.
 * Time    linear in the text: words of the dictionary have a greatest length.
 */
export type WordEdges = {
  /** `translations` are the entry's English terms. */
  readonly stands: (at: Run, translations: readonly Term[]) => boolean
}

export function wordEdges(text: string, lexicon: Lexicon): WordEdges {
  const ahead = new Float64Array(text.length + 1)
  const behind = new Float64Array(text.length + 1)
  const begins = beginnings(lexicon)
  // Built only when a term is found: most sentences hold none.
  let built = false
  const build = (): void => {
    built = true
    for (const match of text.matchAll(/\p{sc=Han}+/gu)) cutRun(match.index, match.index + match[0].length)
  }
  const cutRun = (start: number, end: number): void => {
    ahead.fill(Number.POSITIVE_INFINITY, start + 1, end + 1)
    behind.fill(Number.POSITIVE_INFINITY, start, end)
    // Every word of the run, in order of where it begins: forwards for the one table, backwards for the other.
    const froms: number[] = []
    const tos: number[] = []
    for (let from = start; from < end; from += 1) {
      froms.push(from)
      tos.push(from + 1)
      // Bit n says that a word of n characters begins so; two of them are the whole of one of two.
      const sizes = from + 1 < end ? (begins.get(pairKey(text, from)) ?? 0) : 0
      for (let size = 2; sizes >> size > 0 && from + size <= end; size += 1)
        if ((sizes >> size) % 2 === 1 && (size === 2 || lexicon.wordIndex.has(text.slice(from, from + size)))) {
          froms.push(from)
          tos.push(from + size)
        }
    }
    for (let word = 0; word < froms.length; word += 1) {
      const from = froms[word] ?? 0
      const to = tos[word] ?? 0
      const next = (ahead[from] ?? 0) + costOf(to - from)
      if (next < (ahead[to] ?? 0)) ahead[to] = next
    }
    for (let word = froms.length - 1; word >= 0; word -= 1) {
      const from = froms[word] ?? 0
      const to = tos[word] ?? 0
      const next = costOf(to - from) + (behind[to] ?? 0)
      if (next < (behind[from] ?? 0)) behind[from] = next
    }
  }
  return {
    stands: ({ from, to }, translations) => {
      // A term with a sign, a digit or a quotation mark in it is no coincidence.
      if (!/^\p{sc=Han}+$/u.test(text.slice(from, to))) return true
      if (!built) build()
      const end = to + (/^\p{sc=Han}*/u.exec(text.slice(to, to + reach))?.[0].length ?? 0)
      const start = from - (/\p{sc=Han}*$/u.exec(text.slice(Math.max(0, from - reach), from))?.[0].length ?? 0)
      if (start === from && end === to) return true
      const holder = holderOf(text, { from, to }, { from: start, to: end }, lexicon)
      if (holder !== null) return isKin(holder, translations, lexicon)
      const asWord = (ahead[from] ?? 0) + costOf(to - from) + (behind[to] ?? 0)
      // Any cut of the run goes through some place near the term; the whole run's best is one of them.
      const free = bestThrough(ahead, behind, from, start)
      return asWord <= free + slack
    },
  }
}

const known = new WeakMap<Lexicon, ReadonlyMap<number, number>>()

/**
 * For each pair of characters with which dictionary words begin, the lengths of those words, as bits. Asked for every
 * character of a text, so its keys are small numbers and no strings.
 */
function beginnings(lexicon: Lexicon): ReadonlyMap<number, number> {
  const made = known.get(lexicon)
  if (made !== undefined) return made
  const begins = new Map<number, number>()
  for (const word of lexicon.words) {
    if (word.length < 2) continue
    const key = pairKey(word, 0)
    begins.set(key, (begins.get(key) ?? 0) | (1 << word.length))
  }
  known.set(lexicon, begins)
  return begins
}

/** The first character of the CJK Unified Ideographs, and how many the block has room for. */
const firstHan = 0x4e00
const hanCount = 0x5200

/** A pair of them is one small integer; any other pair a negative one. */
function pairKey(text: string, at: number): number {
  const one = text.charCodeAt(at) - firstHan
  const other = text.charCodeAt(at + 1) - firstHan
  const inBlock = one >= 0 && one < hanCount && other >= 0 && other < hanCount
  return inBlock ? one * hanCount + other : -((one + firstHan) * 0x10000 + other + firstHan) - 1
}

/** No dictionary word is longer (lexicon.ts). */
const reach = 10

/** Rounding only. */
const slack = 1e-9

/** A word costs one; a longer word a thousandth less for each squared character, which only breaks ties. */
function costOf(size: number): number {
  return 1 - (size * size) / 1000
}

/** The cost of the best cut of the whole run: that of the best cut through any one place of it. */
function bestThrough(ahead: Float64Array, behind: Float64Array, at: number, start: number): number {
  let best = Number.POSITIVE_INFINITY
  // Each cut has an edge within the longest word before the term's start.
  for (let place = at; place >= start; place -= 1) best = Math.min(best, (ahead[place] ?? 0) + (behind[place] ?? 0))
  return best
}

/** The longest dictionary word within the run that holds the term and more, if there is one. */
function holderOf(text: string, term: Run, within: Run, lexicon: Lexicon): number | null {
  let found: number | null = null
  let length = term.to - term.from
  for (let from = term.from; from >= within.from; from -= 1) {
    const longest = lexicon.longestFrom.get(text.slice(from, from + 2)) ?? 1
    for (let to = Math.min(within.to, from + longest); to >= term.to && to - from > length; to -= 1) {
      const word = lexicon.wordIndex.get(text.slice(from, to))
      if (word === undefined) continue
      found = word
      length = to - from
    }
  }
  return found
}

/** Letters from which two stems are of one family: `anesthet` and `anesthes`, `patholog` and `pathologist`. */
const kinLetters = 5

function isKin(word: number, translations: readonly Term[], lexicon: Lexicon): boolean {
  const mine = translations.flatMap(({ text }) => (fold(text).match(/[a-z]+/gu) ?? []).map(stem))
  const from = word === 0 ? 0 : (lexicon.ends[word - 1] ?? 0)
  for (let link = from; link < (lexicon.ends[word] ?? 0); link += 1) {
    const other = lexicon.stems[lexicon.linkStem[link] ?? 0] ?? ''
    if (mine.some((one) => one === other || (one.length >= kinLetters && other.startsWith(one.slice(0, kinLetters)))))
      return true
  }
  return false
}
