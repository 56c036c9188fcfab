import type { Run } from '../corpus/run.ts'
import { foldMapped, unfoldRun, type Folded } from './fold.ts'
import type { Lexicon } from './lexicon.ts'
import { numeralsOf } from './numerals.ts'
import { stem } from './stem.ts'
import { WordTrie } from './word-trie.ts'

/**
 * The tokens of a text, by script and not by language: a Latin word standing in Chinese text is what it is in English.
 *
 * - `word`    a Latin word's stem, `mdt`
 * - `han`     a Chinese word that the word list has, or a single character, folded
 * - `number`  a numeral's value behind `#`, `#10000`
 * - `sign`    a punctuation mark that carries meaning, in its ASCII form
 *
 * Units   UTF-16 code units of the given text; sorted, disjoint.
 */
export type Token = { readonly kind: 'word' | 'han' | 'number' | 'sign'; readonly text: string; readonly at: Run }

/** Which folded Chinese strings are words; a compiled dictionary is one (lexicon.ts). */
export type WordList = Pick<Lexicon, 'words'>

export function tokens(text: string, words: WordList): Token[] {
  const folded = foldMapped(text)
  const trie = trieOf(words)
  const found: Token[] = []
  const numbers = numeralsOf(folded, text)
  let nextNumber = 0
  pieces.lastIndex = 0
  for (let match = pieces.exec(folded.text); match !== null; match = pieces.exec(folded.text)) {
    const piece = match[0]
    const from = match.index
    const at = unfoldRun(folded, { from, to: from + piece.length })
    const sign = signs.get(piece)
    if (sign !== undefined) found.push({ kind: 'sign', text: sign, at })
    else if (hanStart.test(piece)) cutHan(found, folded, from, piece, trie)
    else if (/^[a-z]/.test(piece)) found.push({ kind: 'word', text: knownStem(piece.replace('’', "'")), at })
  }
  const merged: Token[] = []
  for (const token of found) {
    // A number's own characters give way to its value, unless a Chinese word holds more than the number: 一般, 三角.
    while (nextNumber < numbers.length && (numbers[nextNumber]?.at.to ?? 0) <= token.at.from) {
      merged.push(numberToken(numbers[nextNumber]))
      nextNumber += 1
    }
    const number = numbers[nextNumber]
    if (number === undefined || number.at.from >= token.at.to) merged.push(token)
    else if (token.at.from < number.at.from || token.at.to > number.at.to) {
      merged.push(token)
      // The word swallows the number it begins inside of, unless the number goes on behind it.
      if (number.at.to <= token.at.to) nextNumber += 1
    }
  }
  for (; nextNumber < numbers.length; nextNumber += 1) merged.push(numberToken(numbers[nextNumber]))
  return merged
}

function numberToken(number: { readonly value: number; readonly at: Run } | undefined): Token {
  if (number === undefined) throw new RangeError('tokens: no number left')
  return { kind: 'number', text: `#${Number(number.value.toPrecision(12))}`, at: number.at }
}

const hanStart = /^\p{sc=Han}/u

/** A Latin word, with what hyphens and points do not part; a run of Han; any other sign. */
const pieces = /[a-z]+(?:['’][a-z]+)?|\p{sc=Han}+|[^\s\p{L}\p{N}]/gu

/** Marks that both languages use for one thing. The comma is left out: the two place it by different rules. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '?': '?？',
    '!': '!！',
    ';': ';；',
    ':': ':：',
    '(': '(（',
    ')': ')）',
    '"': '"“”「」『』',
    '[': '[【〔',
    '%': '%％',
    $: '$＄',
    '…': '…⋯',
    '-': '—–',
    '.': '.。',
    ',': ',，、',
  }).flatMap(([sign, forms]) => [...forms].map((form) => [form, sign] as const)),
)

/** Each word list's trie, made when first asked for. */
const tries = new WeakMap<WordList, WordTrie>()

function trieOf(words: WordList): WordTrie {
  const known = tries.get(words)
  if (known !== undefined) return known
  const trie = new WordTrie(words.words)
  tries.set(words, trie)
  return trie
}

/** Stems by word: a text says few words many times. */
const stems = new Map<string, string>()
/** More words than this are forgotten at once: a process may see many texts, and must not keep them all. */
const mostStems = 200_000

function knownStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostStems) stems.clear()
  const made = stem(word)
  stems.set(word, made)
  return made
}

/**
 * A run of Han characters as words: the fewest that cover it, and of those the ones of the most even length,
 * which the sum of squares of lengths measures. A character that no word covers stands alone.
 */
function cutHan(found: Token[], folded: Folded, start: number, piece: string, trie: WordTrie): void {
  const length = piece.length
  const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY)
  const back = new Int32Array(length + 1)
  cost[0] = 0
  for (let from = 0; from < length; from += 1) {
    const here = cost[from] ?? 0
    if (!Number.isFinite(here)) continue
    const one = (piece.codePointAt(from) ?? 0) > 0xffff ? 2 : 1
    let node = 0
    for (let size = 1; from + size <= length; size += 1) {
      node = node < 0 ? node : trie.step(node, piece.charCodeAt(from + size - 1))
      if (node < 0 && size > one) break
      if (size !== one && !(size > one && trie.isWord(node))) continue
      // Even lengths only break ties: a hundredth of a word for each squared character, at most a word in all.
      const next = here + 1 + (size * size) / 1000
      if (next < (cost[from + size] ?? 0)) {
        cost[from + size] = next
        back[from + size] = from
      }
    }
  }
  const cuts: Run[] = []
  for (let to = length; to > 0; to = back[to] ?? 0) cuts.push({ from: back[to] ?? 0, to })
  for (const { from, to } of cuts.reverse()) {
    const at = unfoldRun(folded, { from: start + from, to: start + to })
    found.push({ kind: 'han', text: piece.slice(from, to), at })
  }
}
