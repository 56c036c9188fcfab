import type { TermEntry } from '../corpus/term.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { readPosting, writePosting, type Posting } from './postings.ts'
import type { Candidates, Readings, SearchRow, ShelfNotice } from './shelf.ts'
import type { RomanSystem } from './syllables.ts'

/**
 * The files of a search index and what is in each; `build-index.ts` writes them and `open-index.ts` reads them.
 *
 * - `manifest.bin`  counts, what folds to what, the term entries, and where each block of the others begins
 * - `k<n>.bin`      keys with their postings, sorted by UTF-16 units: words, characters, pairs of neighbours
 * - `t<n>.bin`      rows with their texts, in order, a few in each
 * - `x<n>.bin`      the same rows, those of `wideBlock` of these together, for who wants many of them
 * - `w<n>.bin`      words alone, for mending spelling
 * - `v<n>.bin`      the same words, likewise: looking for a word's inside asks for all of them
 * - `notices.bin`, `pinyin.bin`, `jyutping.bin`  fetched by the queries that ask for them
 *
 * A small index is `manifest.bin` alone, with all others inside.
 */
export type IndexManifest = {
  readonly rowCount: number
  /** Units in all rows together. */
  readonly unitCount: number
  readonly hasReadings: boolean
  /** Characters that fold to what the collection has, for `foldBy`; by code point. */
  readonly folds: ReadonlyMap<string, string>
  readonly concepts: readonly TermEntry[]
  /** Where each block of keys, words and texts begins: the beginning of its first string, or its first row. */
  readonly keys: readonly string[]
  readonly words: readonly string[]
  readonly texts: readonly number[]
  /** All other files, by name, where they are so small that they travel in this one. */
  readonly enclosed: ReadonlyMap<string, Uint8Array>
}

export const manifestName = 'manifest.bin'
export const noticesName = 'notices.bin'
export const readingsName = (system: RomanSystem): string => `${system}.bin`
export const blockName = (kind: 'k' | 't' | 'w' | 'x' | 'v', number: number): string => `${kind}${number}.bin`

/** Small blocks of texts or words in a wide one. */
export const wideBlock = 64

export function writeManifest(manifest: IndexManifest): Uint8Array {
  const out = new ByteWriter()
  out.integer(manifest.rowCount)
  out.integer(manifest.unitCount)
  out.integer(manifest.hasReadings ? 1 : 0)
  writeFolds(out, manifest.folds)
  out.text(JSON.stringify(manifest.concepts))
  out.strings(manifest.keys)
  out.strings(manifest.words)
  out.integer(manifest.texts.length)
  manifest.texts.forEach((row, at) => out.integer(row - (manifest.texts[at - 1] ?? 0)))
  out.integer(manifest.enclosed.size)
  for (const [file, bytes] of manifest.enclosed) {
    out.text(file)
    out.integer(bytes.length)
    out.raw(bytes)
  }
  return out.bytes()
}

export function readManifest(bytes: Uint8Array): IndexManifest {
  const input = new ByteReader(bytes)
  const [rowCount, unitCount] = [input.integer(), input.integer()]
  const hasReadings = input.integer() === 1
  const folds = readFolds(input)
  const concepts = JSON.parse(input.text()) as readonly TermEntry[]
  const [keys, words] = [input.strings(), input.strings()]
  let row = 0
  const texts = Array.from({ length: input.integer() }, () => (row += input.integer()))
  const files = Array.from({ length: input.integer() }, () => [input.text(), input.raw(input.integer())] as const)
  return { rowCount, unitCount, hasReadings, folds, concepts, keys, words, texts, enclosed: new Map(files) }
}

/** What is folded as the steps from one to the next, which are short; then what they fold to, in the same order. */
function writeFolds(out: ByteWriter, folds: ReadonlyMap<string, string>): void {
  out.integer(folds.size)
  let last = 0
  for (const from of folds.keys()) {
    const point = from.codePointAt(0) ?? 0
    out.integer(point - last)
    last = point
  }
  out.text([...folds.values()].join(''))
}

function readFolds(input: ByteReader): ReadonlyMap<string, string> {
  let point = 0
  const from = Array.from({ length: input.integer() }, () => String.fromCodePoint((point += input.integer())))
  const to = Array.from(input.text())
  return new Map(from.map((one, at) => [one, to[at] ?? one]))
}

export type KeyBlock = {
  readonly keys: readonly string[]
  readonly posting: (at: number) => Candidates
}

/** Keys first, then how many rows and bytes each has, then the postings: like beside like compresses best. */
export function writeKeys(entries: readonly (readonly [key: string, posting: Posting])[]): Uint8Array {
  const out = new ByteWriter()
  out.strings(entries.map(([key]) => key))
  const postings = new ByteWriter()
  for (const [, posting] of entries) {
    const before = postings.length
    writePosting(postings, posting)
    out.integer(posting.rows.length)
    out.integer(postings.length - before)
  }
  out.raw(postings.bytes())
  return out.bytes()
}

export function readKeys(bytes: Uint8Array): KeyBlock {
  const input = new ByteReader(bytes)
  const keys = input.strings()
  const sizes = keys.map(() => ({ count: input.integer(), bytes: input.integer() }))
  const slices = sizes.map(({ count, bytes: length }) => ({ count, bytes: input.raw(length) }))
  const read: Candidates[] = []
  return {
    keys,
    posting: (at) => {
      const slice = slices[at]
      const known = read[at]
      if (known !== undefined) return known
      if (slice === undefined) throw new RangeError(`keys: ${at} of ${keys.length}`)
      return (read[at] = readPosting(new ByteReader(slice.bytes), slice.count))
    },
  }
}

/** Rows with the notices that they stand in, so that a block says all about what it shows. */
export function writeRows(rows: readonly SearchRow[]): Uint8Array {
  const out = new ByteWriter()
  const notices = [...new Set(rows.map(({ notice }) => notice))]
  out.text(JSON.stringify(notices))
  out.integer(rows.length)
  for (const { number, notice, id, texts, from } of rows) {
    out.integer(number)
    out.integer(notices.indexOf(notice))
    out.text(id)
    out.integer(from.en)
    out.integer(from['zh-Hant'])
    out.text(texts.en)
    out.text(texts['zh-Hant'])
  }
  return out.bytes()
}

export function readRows(bytes: Uint8Array): SearchRow[] {
  const input = new ByteReader(bytes)
  const notices = JSON.parse(input.text()) as readonly ShelfNotice[]
  return Array.from({ length: input.integer() }, () => {
    const number = input.integer()
    const notice = notices[input.integer()]
    const id = input.text() as SearchRow['id']
    if (notice === undefined) throw new RangeError(`rows: row ${number} is in no notice`)
    const from = { en: input.integer(), 'zh-Hant': input.integer() }
    return { number, notice, id, from, texts: { en: input.text(), 'zh-Hant': input.text() } }
  })
}

/** By sound, with the characters that are read so: fewer sounds than characters. */
export function writeReadings(readings: Readings): Uint8Array {
  const bySound = new Map<string, string[]>()
  for (const [one, sounds] of readings)
    for (const sound of sounds) bySound.set(sound, [...(bySound.get(sound) ?? []), one])
  const sounds = [...bySound.keys()].sort()
  const out = new ByteWriter()
  out.strings(sounds)
  for (const sound of sounds) out.text((bySound.get(sound) ?? []).join(''))
  return out.bytes()
}

export function readReadings(bytes: Uint8Array): Readings {
  const input = new ByteReader(bytes)
  const readings = new Map<string, string[]>()
  for (const sound of input.strings())
    for (const one of input.text()) readings.set(one, [...(readings.get(one) ?? []), sound])
  return readings
}
