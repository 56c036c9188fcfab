import type { Corpus } from '../corpus/notice.ts'
import { ByteWriter } from './bytes.ts'
import { keyPlaces } from './key-places.ts'
import { isWordKey } from './keys.ts'
import {
  blockName,
  manifestName,
  noticesName,
  readingsName,
  writeKeys,
  writeManifest,
  writeRows,
  type IndexManifest,
} from './layout.ts'
import { postingOf, type Posting } from './postings.ts'
import { seal } from './seal.ts'
import { collectionRows, conceptsOf, inOrder, shelfNotices, type Readings } from './shelf.ts'

/**
 * A collection's search index as files. A pure function of the notices, whatever the order in which they are given.
 *
 * Its keys are the units of the text and the pairs that `keys.ts` tells; each has the rows that it stands in. `hash` gives a hash of bytes in hex, at least 16 digits of it; the index is
 * named by what it holds, so that a cache cannot mix two of them.
 */
export type BuiltIndex = {
  /** 16 hex digits: the folder that the files belong in. */
  readonly name: string
  /** Sealed (seal.ts), in a fixed order. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type IndexTools = {
  readonly hash: (bytes: Uint8Array) => string
  /** For search by sound; without them there is none. */
  readonly readings?: Readings
}

/** Bytes before compression at which a block of keys or words is closed: what a slow line brings in a few frames. */
const keyBlockSize = 8192
/** A hit needs a row or two of a block, and ten hits seldom share one: smaller, so that ten of them stay few bytes. */
const textBlockSize = 4096

export function buildIndex(corpora: readonly Corpus[], { hash, readings }: IndexTools): BuiltIndex {
  const ordered = inOrder(corpora)
  const notices = shelfNotices(ordered)
  const rows = collectionRows(ordered, notices)
  const { keys, placesOf, lengths } = keyPlaces(rows)
  const unitCount = lengths.reduce((sum, length) => sum + length, 0)
  const meanLength = unitCount / Math.max(1, rows.length)
  const weigh = (row: number, times: number): number => times / (times + 0.3 + (0.9 * (lengths[row] ?? 0)) / meanLength)

  const content = new Map<string, Uint8Array>()
  const keyStarts: string[] = []
  let block: (readonly [string, Posting])[] = []
  let size = 0
  const closeKeys = (): void => {
    const [first] = block
    if (first === undefined) return
    content.set(blockName('k', keyStarts.length), writeKeys(block))
    keyStarts.push(first[0])
    block = []
    size = 0
  }
  keys.forEach((key, at) => {
    const posting = postingOf(placesOf(at), weigh)
    // A key costs about four bytes beside its postings, a posting seldom more than one and a half.
    const cost = 4 + posting.rows.length * 1.5
    if (size > 0 && size + cost > keyBlockSize) closeKeys()
    block.push([key, posting])
    size += cost
  })
  closeKeys()

  const words = blocks(keys.filter(isWordKey), (word) => word.length + 2, keyBlockSize)
  words.forEach((list, at) => content.set(blockName('w', at), stringsBytes(list)))
  const texts = blocks(rows, (row) => row.texts.en.length + 3 * row.texts['zh-Hant'].length, textBlockSize)
  texts.forEach((list, at) => content.set(blockName('t', at), writeRows(list)))
  content.set(noticesName, jsonBytes(notices))
  if (readings !== undefined) content.set(readingsName, jsonBytes([...readings]))
  const manifest: IndexManifest = {
    rowCount: rows.length,
    unitCount,
    hasReadings: readings !== undefined,
    concepts: conceptsOf(ordered),
    keys: keyStarts,
    words: words.map((list) => list[0] ?? ''),
    texts: texts.map((list) => list[0]?.number ?? 0),
  }
  content.set(manifestName, writeManifest(manifest))

  const name = nameOf(content, hash)
  return { name, files: new Map([...content].map(([file, bytes]) => [file, seal(bytes, name)])) }
}

/** Cuts a list into runs of about `most` bytes, none empty. */
function blocks<T>(items: readonly T[], cost: (item: T) => number, most: number): T[][] {
  const cut: T[][] = []
  let size = Infinity
  for (const item of items) {
    const last = cut[cut.length - 1]
    if (last === undefined || size + cost(item) > most) {
      cut.push([item])
      size = cost(item)
    } else {
      last.push(item)
      size += cost(item)
    }
  }
  return cut
}

function stringsBytes(strings: readonly string[]): Uint8Array {
  const out = new ByteWriter()
  out.strings(strings)
  return out.bytes()
}

function jsonBytes(value: unknown): Uint8Array {
  const out = new ByteWriter()
  out.text(JSON.stringify(value))
  return out.bytes()
}

function nameOf(content: ReadonlyMap<string, Uint8Array>, hash: IndexTools['hash']): string {
  const all = new ByteWriter()
  for (const [file, bytes] of content) {
    all.text(file)
    all.integer(bytes.length)
    all.raw(bytes)
  }
  return hash(all.bytes()).slice(0, 16)
}
