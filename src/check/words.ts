import { fold } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { grammarWords } from '../text/senses.ts'
import { stem } from '../text/stem.ts'

/**
 * What the dictionary says of two pieces of a bead: whether one translates a word of the other.
 *
 * `translates` asks for good evidence, half the English words in dictionary words of two characters or the same letters;
 * `mayTranslate` for any at all, a single character or a word of the same family. Between them lies what the dictionary
 * can't tell. Input is folded.
 */
export class WordLinks {
  readonly #links = new Map<string, ReadonlyMap<string, number>>()

  constructor(readonly lexicon: Lexicon) {}

  translates(english: string, chinese: string): boolean {
    const links = this.#linksOf(chinese)
    const words = wordsOf(english)
    const linked = words.filter((word) => (links.get(stem(word)) ?? 0) > 1 || chinese.includes(word))
    return linked.length > 0 && linked.length * 2 >= words.length
  }

  mayTranslate(english: string, chinese: string): boolean {
    const links = this.#linksOf(chinese)
    return wordsOf(english).some((word) => {
      const root = stem(word)
      if (links.has(root) || chinese.includes(word)) return true
      const start = root.slice(0, Math.max(familyLetters, Math.ceil(root.length * 0.6)))
      return root.length >= familyLetters && [...links.keys()].some((other) => other.startsWith(start))
    })
  }

  /** Does the dictionary know a word of this English piece, so that its absence tells something? */
  knowsEnglish(english: string): boolean {
    const { stemIndex } = this.lexicon
    return wordsOf(english).some((word) => word.length >= familyLetters && stemIndex.has(stem(word)))
  }

  /** The same of a Chinese piece: a word of two characters or more. */
  knowsChinese(chinese: string): boolean {
    return [...this.#linksOf(chinese).values()].some((length) => length > 1)
  }

  isWord(chinese: string): boolean {
    return this.lexicon.wordIndex.has(chinese)
  }

  /** The stems that translate a word of this Chinese, with the length of the longest such word. */
  #linksOf(chinese: string): ReadonlyMap<string, number> {
    const known = this.#links.get(chinese)
    if (known !== undefined) return known
    const links = new Map<string, number>()
    const { wordIndex, ends, linkStem, stems, longestFrom } = this.lexicon
    const inWord = this.#inWords(chinese)
    for (let from = 0; from < chinese.length; from += 1) {
      const longest = longestFrom.get(chinese.slice(from, from + 2)) ?? 1
      // A character that is part of a word has no say of its own.
      const isFree = !inWord.has(from)
      for (let to = from + 1; to <= Math.min(chinese.length, from + longest); to += 1) {
        const word = wordIndex.get(chinese.slice(from, to))
        if (word === undefined || (to === from + 1 && !isFree)) continue
        for (let link = word === 0 ? 0 : (ends[word - 1] ?? 0); link < (ends[word] ?? 0); link += 1) {
          const of = stems[linkStem[link] ?? 0] ?? ''
          links.set(of, Math.max(links.get(of) ?? 0, to - from))
        }
      }
    }
    this.#links.set(chinese, links)
    return links
  }

  /** The places that words of two characters or more take up, where the longest are cut first from the left. */
  #inWords(chinese: string): Set<number> {
    const taken = new Set<number>()
    const { wordIndex, longestFrom } = this.lexicon
    for (let from = 0; from < chinese.length; from += 1) {
      let to = Math.min(chinese.length, from + (longestFrom.get(chinese.slice(from, from + 2)) ?? 1))
      while (to > from + 1 && !wordIndex.has(chinese.slice(from, to))) to -= 1
      if (to === from + 1) continue
      for (let at = from; at < to; at += 1) taken.add(at)
      from = to - 1
    }
    return taken
  }
}

/** Letters that two stems of one family begin with. */
const familyLetters = 4

function wordsOf(english: string): string[] {
  return (fold(english).match(/[a-z0-9]+/gu) ?? []).filter((word) => word.length > 1 && !grammarWords.has(word))
}
