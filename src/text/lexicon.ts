import type { DictionaryEntry } from './dictionary.ts'
import { fold } from './fold.ts'
import { senseStems } from './senses.ts'

/**
 * A bilingual dictionary compiled so that it loads in milliseconds: which English stems translate which Chinese word.
 *
 * `compileLexicon` runs once, at build time; `parseLexicon` reads its bytes.
 *
 * Shapes  headwords folded (fold.ts), stems as stem.ts makes them. A link's weight says how much of the headword's
 *         senses the stem carries: each sense's words share it. Weights are relative, 1 to 255.
 * Layout  little-endian: magic, version, counts (uint32 × 6); headwords and stems as UTF-16, each ended by a line feed;
 *         for each headword the end of its links (uint32); links: stem (uint32), weight (uint8).
 * Errors  bytes of another kind or version throw.
 */
export type Lexicon = {
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** The index of a folded Chinese word. */
  readonly wordIndex: ReadonlyMap<string, number>
  readonly stemIndex: ReadonlyMap<string, number>
  /** The length of the longest word that begins with these two units; words of one unit are not in it. */
  readonly longestFrom: ReadonlyMap<string, number>
  /** Links of word `w` are those from `ends[w-1]` to `ends[w]`. */
  readonly ends: Uint32Array
  readonly linkStem: Uint32Array
  readonly linkWeight: Uint8Array
  /** The same links by stem: those of stem `s` are `stemLinks` from `stemEnds[s-1]` to `stemEnds[s]`, as link numbers. */
  readonly stemEnds: Uint32Array
  readonly stemLinks: Uint32Array
  readonly linkWord: Uint32Array
}

const magic = 0x7844_6a64
const version = 2
const headerLength = 24

/** Longer headwords are sayings and sentences, which running text does not quote: idioms and names of bodies are within. */
const longestWord = 10

export function compileLexicon(entries: readonly DictionaryEntry[]): Uint8Array {
  const byWord = new Map<string, Map<string, number>>()
  for (const { traditional, pinyin, senses } of entries) {
    const word = fold(traditional)
    if (!/^\p{sc=Han}+$/u.test(word) || word.length > longestWord) continue
    // A capital syllable marks a name: a rare reading of a common word more often than what a text means.
    const nameShare = /^[A-Z]/.test(pinyin) && [...word].length <= 2 ? 0.3 : 1
    const links = byWord.get(word) ?? new Map<string, number>()
    byWord.set(word, links)
    for (const stems of senses.flatMap(senseStems))
      for (const stem of stems) links.set(stem, (links.get(stem) ?? 0) + nameShare / stems.length)
  }
  const words = [...byWord.keys()].sort(byCodeUnit)
  const stems = [...new Set([...byWord.values()].flatMap((links) => [...links.keys()]))].sort(byCodeUnit)
  const stemIndex = new Map(stems.map((stem, at) => [stem, at]))
  const ends: number[] = []
  const linkStem: number[] = []
  const linkWeight: number[] = []
  for (const word of words) {
    const links = [...(byWord.get(word) ?? [])].sort(([a], [b]) => byCodeUnit(a, b))
    const whole = links.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [stem, weight] of links) {
      linkStem.push(stemIndex.get(stem) ?? 0)
      linkWeight.push(Math.max(1, Math.round((weight / whole) * 255)))
    }
    ends.push(linkStem.length)
  }
  return layOut(words, stems, ends, linkStem, linkWeight)
}

/** Order by code unit, the same on every machine. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function layOut(
  words: readonly string[],
  stems: readonly string[],
  ends: readonly number[],
  linkStem: readonly number[],
  linkWeight: readonly number[],
): Uint8Array {
  const text = [...words, ...stems].map((word) => `${word}\n`).join('')
  const textLength = Math.ceil(text.length / 2) * 4
  const bytes = new Uint8Array(headerLength + textLength + ends.length * 4 + linkStem.length * 5)
  const view = new DataView(bytes.buffer)
  const header = [magic, version, words.length, stems.length, text.length, linkStem.length]
  header.forEach((value, at) => view.setUint32(at * 4, value, true))
  for (let at = 0; at < text.length; at += 1) view.setUint16(headerLength + at * 2, text.charCodeAt(at), true)
  let offset = headerLength + textLength
  for (const value of ends) view.setUint32((offset += 4) - 4, value, true)
  for (const value of linkStem) view.setUint32((offset += 4) - 4, value, true)
  bytes.set(linkWeight, offset)
  return bytes
}

export function parseLexicon(bytes: Uint8Array): Lexicon {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = (at: number): number => (bytes.byteLength >= headerLength ? view.getUint32(at * 4, true) : 0)
  if (header(0) !== magic) throw new Error(`parseLexicon: ${bytes.byteLength} bytes that are no compiled dictionary`)
  if (header(1) !== version) throw new Error(`parseLexicon: version ${header(1)}, this program reads ${version}`)
  const [wordCount, stemCount, textLength, linkCount] = [header(2), header(3), header(4), header(5)]
  const all = readText(view, headerLength, textLength).split('\n')
  let offset = headerLength + Math.ceil(textLength / 2) * 4
  const ends = readWords(view, offset, wordCount)
  const linkStem = readWords(view, (offset += wordCount * 4), linkCount)
  const linkWeight = bytes.slice((offset += linkCount * 4), offset + linkCount)
  const words = all.slice(0, wordCount)
  const stems = all.slice(wordCount, wordCount + stemCount)
  return {
    words,
    stems,
    wordIndex: new Map(words.map((word, at) => [word, at])),
    stemIndex: new Map(stems.map((stem, at) => [stem, at])),
    longestFrom: longestByStart(words),
    ends,
    linkStem,
    linkWeight,
    ...turned(ends, linkStem, stemCount),
  }
}

function longestByStart(words: readonly string[]): Map<string, number> {
  const longest = new Map<string, number>()
  for (const word of words) {
    if (word.length < 2) continue
    const start = word.slice(0, 2)
    if ((longest.get(start) ?? 0) < word.length) longest.set(start, word.length)
  }
  return longest
}

function readText(view: DataView, from: number, length: number): string {
  // String.fromCharCode takes its units as arguments; engines allow some tens of thousands.
  const step = 8192
  const parts: string[] = []
  for (let at = 0; at < length; at += step) {
    const units = new Uint16Array(Math.min(step, length - at))
    for (let unit = 0; unit < units.length; unit += 1) units[unit] = view.getUint16(from + (at + unit) * 2, true)
    parts.push(String.fromCharCode(...units))
  }
  return parts.join('')
}

function readWords(view: DataView, from: number, count: number): Uint32Array {
  const values = new Uint32Array(count)
  for (let at = 0; at < count; at += 1) values[at] = view.getUint32(from + at * 4, true)
  return values
}

/** The links by stem, by counting sort. */
function turned(ends: Uint32Array, linkStem: Uint32Array, stemCount: number) {
  const stemEnds = new Uint32Array(stemCount)
  for (const stem of linkStem) stemEnds[stem] = (stemEnds[stem] ?? 0) + 1
  let total = 0
  for (let stem = 0; stem < stemCount; stem += 1) {
    const count = stemEnds[stem] ?? 0
    stemEnds[stem] = total
    total += count
  }
  const stemLinks = new Uint32Array(linkStem.length)
  const linkWord = new Uint32Array(linkStem.length)
  for (let word = 0, link = 0; word < ends.length; word += 1) {
    for (; link < (ends[word] ?? 0); link += 1) {
      const stem = linkStem[link] ?? 0
      const at = stemEnds[stem] ?? 0
      stemLinks[at] = link
      stemEnds[stem] = at + 1
      linkWord[link] = word
    }
  }
  return { stemEnds, stemLinks, linkWord }
}
