import type { DictionaryEntry } from '../text/dictionary.ts'
import { ByteWriter } from './bytes.ts'

/**
 * Compiles what the recovery room knows of Chinese: which characters follow which, how each is written in either
 * script, and how each is read.
 *
 * Sources  a dictionary for words in both scripts and their readings; word counts, where there are any, say how common
 *          a word is; further readings of single characters. A word without a count gets a small one.
 * Shape    read back by `parseRecoveryModel`, which documents the layout. Pure: the same sources give the same bytes.
 *
 * Characters are counted folded to Simplified, so that both scripts share one table.
 */
export type RecoverySources = {
  readonly entries: readonly DictionaryEntry[]
  readonly words?: readonly WordCount[]
  /** Readings of a character with tone marks, for characters that the entries lack or know too little of. */
  readonly readings?: readonly { readonly char: string; readonly readings: readonly string[] }[]
  /** Counts of character sequences in prose, laid out as `parseProse` documents. */
  readonly prose?: Uint8Array
}

/** A word, in Simplified characters as word lists have them, and how often it was counted. */
export type WordCount = { readonly word: string; readonly count: number }

/** The count of a word that no list has: as rare as the rarest listed words are. */
const UNLISTED_COUNT = 3
/** Pairs rarer than this are left out: they are half of the pairs and a thousandth of the mass. */
const MINIMUM_PAIR = 5
const MINIMUM_TRIPLE = 10
/** The first bytes: name and version of the layout. */
export const MODEL_MAGIC = 0x44525632 // DRV2

/** What the dictionary writes where a character has no reading of its own. */
const NO_READING = 'xx5'

const han = /^\p{Script=Han}+$/u

export function compileRecoveryModel(sources: RecoverySources): Uint8Array {
  const { entries, words = [], readings = [] } = sources
  const counts = wordCounts(entries, words)
  const forms = formCounts(entries, counts)
  const singles = new Map<number, number>()
  const starts = new Map<number, number>()
  const pairs = new Map<number, number>()
  const triples = new Map<string, number>()
  for (const [word, count] of counts) {
    add(starts, word.charCodeAt(0), count)
    for (let i = 0; i < word.length; i++) {
      add(singles, word.charCodeAt(i), count)
      if (i > 0) add(pairs, word.charCodeAt(i - 1) * 0x10000 + word.charCodeAt(i), count)
      if (i > 1) add(triples, word.slice(i - 2, i + 1), count)
    }
  }
  const out = new ByteWriter()
  out.u32(MODEL_MAGIC)
  writeCharacters(out, singles, starts)
  writeTriples(out, writePairs(out, pairs), triples)
  writeForms(out, forms)
  writeReadings(out, readingLists(entries, readings))
  out.u32(sources.prose?.length ?? 0)
  for (const byte of sources.prose ?? []) out.u8(byte)
  return out.bytes()
}

/** Words of basic-plane Han characters in Simplified, with counts. */
function wordCounts(entries: readonly DictionaryEntry[], words: readonly WordCount[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word, count } of words) if (isPlainHan(word)) add(counts, word, count)
  for (const { simplified } of entries)
    if (isPlainHan(simplified) && !counts.has(simplified)) counts.set(simplified, UNLISTED_COUNT)
  return counts
}

/** How often a Simplified character stands for which Traditional one, over the dictionary's words. */
function formCounts(entries: readonly DictionaryEntry[], counts: ReadonlyMap<string, number>): Map<number, number> {
  const forms = new Map<number, number>()
  for (const { traditional, simplified, senses } of entries) {
    if (traditional.length !== simplified.length || !isPlainHan(simplified) || !isPlainHan(traditional)) continue
    // A single character's count says nothing of which of its forms was meant, and variants are hardly ever meant.
    const isRare = simplified.length === 1 || senses.some((sense) => sense.includes('variant of'))
    const count = isRare ? UNLISTED_COUNT : (counts.get(simplified) ?? UNLISTED_COUNT)
    for (let i = 0; i < simplified.length; i++)
      add(forms, simplified.charCodeAt(i) * 0x10000 + traditional.charCodeAt(i), count)
  }
  return forms
}

/** Every reading of every character, toneless syllable and tone: what entries of one character say, then the rest. */
function readingLists(
  entries: readonly DictionaryEntry[],
  more: readonly { readonly char: string; readonly readings: readonly string[] }[],
): Map<number, Set<string>> {
  const lists = new Map<number, Set<string>>()
  const put = (char: number, reading: string) => {
    if (!/^[a-zü]+[1-5]$/.test(reading) || reading === NO_READING) return
    const list = lists.get(char) ?? new Set<string>()
    lists.set(char, list.add(reading))
  }
  for (const { traditional, simplified, pinyin, senses } of entries)
    for (const way of [pinyin, ...senses.flatMap(otherPronunciations)]) {
      const syllables = way.toLowerCase().replaceAll('u:', 'ü').split(' ')
      for (const form of [traditional, simplified])
        if (isPlainHan(form) && form.length === syllables.length)
          syllables.forEach((syllable, i) => {
            // Inside a word most characters lose their tone now and then; that is no reading of their own.
            if (form.length === 1 || !syllable.endsWith('5')) put(form.charCodeAt(i), syllable)
          })
    }
  for (const { char, readings } of more)
    if (isPlainHan(char) && char.length === 1)
      for (const reading of readings) put(char.charCodeAt(0), numberedReading(reading))
  return lists
}

/** How else a word is read, in Taiwan above all, which a sense says in passing: `Taiwan pr. [zhi2]`. */
function otherPronunciations(sense: string): string[] {
  return [...sense.matchAll(/\bpr\. \[([^\]]+)\]/gu)].map(([, pinyin]) => pinyin ?? '')
}

const toneMarks: Readonly<Record<string, string>> = { '\u0304': '1', '\u0301': '2', '\u030c': '3', '\u0300': '4' }

/** `fā` as `fa1`, `lǘ` as `lü2`; a syllable without a tone mark has tone 5. */
export function numberedReading(reading: string): string {
  let tone = '5'
  let letters = ''
  for (const char of reading.normalize('NFD')) {
    const mark = toneMarks[char]
    if (mark === undefined) letters += char
    else tone = mark
  }
  return letters.normalize('NFC') + tone
}

function writeCharacters(out: ByteWriter, singles: ReadonlyMap<number, number>, starts: ReadonlyMap<number, number>) {
  const chars = [...singles.keys()].sort((a, b) => a - b)
  out.u32(chars.length)
  let last = 0
  for (const char of chars) {
    out.varint(char - last)
    last = char
    out.u8(level(singles.get(char) ?? 0))
    out.u8(level(starts.get(char) ?? 0))
  }
}

/** Returns each written pair's place in the order of writing. */
function writePairs(out: ByteWriter, pairs: ReadonlyMap<number, number>): Map<number, number> {
  const kept = [...pairs].filter(([, count]) => count >= MINIMUM_PAIR).sort(([a], [b]) => a - b)
  out.u32(kept.length)
  let lead = 0
  for (let i = 0; i < kept.length;) {
    const first = Math.floor((kept[i]?.[0] ?? 0) / 0x10000)
    let end = i
    while (end < kept.length && Math.floor((kept[end]?.[0] ?? 0) / 0x10000) === first) end += 1
    out.varint(first - lead)
    out.varint(end - i)
    lead = first
    let trail = 0
    for (; i < end; i++) {
      const [key, count] = kept[i] ?? [0, 0]
      const second = key % 0x10000
      out.varint(second - trail)
      out.u8(level(count))
      trail = second
    }
  }
  return new Map(kept.map(([key], i) => [key, i]))
}

function writeTriples(out: ByteWriter, places: ReadonlyMap<number, number>, triples: ReadonlyMap<string, number>) {
  const thirds = new Map<number, (readonly [number, number])[]>()
  for (const [triple, count] of triples) {
    const place = places.get(triple.charCodeAt(0) * 0x10000 + triple.charCodeAt(1))
    if (count < MINIMUM_TRIPLE || place === undefined) continue
    const list = thirds.get(place) ?? []
    list.push([triple.charCodeAt(2), count])
    thirds.set(place, list)
  }
  const kept = [...thirds].sort(([a], [b]) => a - b)
  out.u32(kept.reduce((sum, [, list]) => sum + list.length, 0))
  let last = 0
  for (const [place, list] of kept) {
    out.varint(place - last)
    last = place
    out.varint(list.length)
    let third = 0
    for (const [char, count] of list.sort(([a], [b]) => a - b)) {
      out.varint(char - third)
      third = char
      out.u8(level(count))
    }
  }
}

function writeForms(out: ByteWriter, forms: ReadonlyMap<number, number>) {
  const simplified = new Set<number>()
  for (const key of forms.keys())
    if (Math.floor(key / 0x10000) !== key % 0x10000) simplified.add(Math.floor(key / 0x10000))
  const kept = [...forms].filter(([key]) => simplified.has(Math.floor(key / 0x10000))).sort(([a], [b]) => a - b)
  out.u32(kept.length)
  for (const [key, count] of kept) {
    out.u16(Math.floor(key / 0x10000))
    out.u16(key % 0x10000)
    out.u8(level(count))
  }
}

function writeReadings(out: ByteWriter, lists: ReadonlyMap<number, ReadonlySet<string>>) {
  const syllables = [...new Set([...lists.values()].flatMap((list) => [...list]))].sort()
  const indexOf = new Map(syllables.map((syllable, i) => [syllable, i]))
  out.text(syllables.join(' '))
  const chars = [...lists.keys()].sort((a, b) => a - b)
  out.u32(chars.length)
  let last = 0
  for (const char of chars) {
    out.varint(char - last)
    last = char
    const list = [...(lists.get(char) ?? [])].map((syllable) => indexOf.get(syllable) ?? 0).sort((a, b) => a - b)
    out.u8(list.length)
    for (const index of list) out.varint(index)
  }
}

/** Counts are kept as an eighth of a doubling each, in a byte: within 4.5%, up to 2^31. */
function level(count: number): number {
  return count <= 0 ? 0 : Math.min(255, 1 + Math.round(8 * Math.log2(count)))
}

function isPlainHan(text: string): boolean {
  return text.length > 0 && han.test(text) && !/[\ud800-\udfff]/.test(text)
}

function add<K>(counts: Map<K, number>, key: K, count: number) {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
