import type { ShelfNotice, Vocabulary } from './shelf.ts'
import { isCharacter, unitsOf } from './units.ts'

/** A vocabulary in memory, of units in any order and number. */
export function vocabularyOf(units: Iterable<string>): Vocabulary {
  const words = [...new Set(units)].filter((key) => !isCharacter(key)).sort()
  return {
    wordsFrom: (prefix) => Promise.resolve(words.slice(firstFrom(words, prefix), firstBeyond(words, prefix))),
    wordsNear: (word) =>
      Promise.resolve(firstLetters(word).flatMap((one) => words.slice(firstFrom(words, one), firstBeyond(words, one)))),
    wordsInside: (part) => Promise.resolve(words.filter((word) => word.includes(part))),
  }
}

/** The words of titles, which need not stand in any row. */
export function titleVocabulary(notices: readonly ShelfNotice[]): Vocabulary {
  return vocabularyOf(notices.flatMap(({ titles }) => Object.values(titles).flatMap((title) => unitsOf(title).keys)))
}

/** Where in a sorted list the words from `bound` on begin. */
export function firstFrom(words: readonly string[], bound: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < bound) low = middle + 1
    else high = middle
  }
  return low
}

/** Where in a sorted list the words that begin with `prefix` end. */
export function firstBeyond(words: readonly string[], prefix: string): number {
  let at = firstFrom(words, prefix)
  while (at < words.length && (words[at] ?? '').startsWith(prefix)) at += 1
  return at
}

/** What a word that was meant may begin with: the letter that was typed first, or the one behind it. */
export function firstLetters(word: string): string[] {
  return [...new Set(word.slice(0, 2))]
}
