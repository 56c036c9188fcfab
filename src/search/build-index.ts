import type { Corpus } from '../corpus/notice.ts'
import { langs } from '../corpus/lang.ts'
import type { TermEntry } from '../corpus/term.ts'
import { fold, foldsTo } from '../text/fold.ts'
import { ByteWriter } from './bytes.ts'
import { keyPlaces } from './key-places.ts'
import { isWordKey } from './keys.ts'
import {
  blockName,
  manifestName,
  noticesName,
  readingsName,
  wideBlock,
  writeKeys,
  writeManifest,
  writeReadings,
  writeRows,
  type IndexManifest,
} from './layout.ts'
import { postingOf } from './postings.ts'
import { seal } from './seal.ts'
import {
  collectionRows,
  conceptsOf,
  inOrder,
  shelfNotices,
  type AllReadings,
  type SearchRow,
  type ShelfNotice,
} from './shelf.ts'
import { romanSystems } from './syllables.ts'
import { isCharacter } from './units.ts'

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
  readonly readings?: AllReadings
  /** Bytes of keys and texts up to which the index is one file. */
  readonly mostInOneFile?: number
}

/**
 * Bytes before compression at which a block of keys is closed. Small ones waste little when a key is looked up, but the
 * manifest, which every search fetches, names each: of the two together, a query of some two keys fetches the fewest
 * bytes when a block has about the square root of twice what all of them have and what naming one costs.
 */
const keyBlockSize = (total: number): number => Math.min(8192, Math.max(2048, Math.sqrt(4 * total)))

/** An index of so many bytes is some 100 KB compressed: sooner there in one turn than a tenth of it in three. */
const smallIndex = 200_000

/** Words alone are looked through for a few letters' worth of them. */
const wordBlockSize = 1024

/**
 * A hit needs one row of a block of texts, and ten hits seldom share one: two or three rows, so that ten of them stay
 * few bytes, but no more files than a host takes gladly.
 */
const textBlockSize = (total: number): number => Math.max(1024, total / mostTextFiles)
const mostTextFiles = 16_384

export function buildIndex(
  corpora: readonly Corpus[],
  { hash, readings, mostInOneFile = smallIndex }: IndexTools,
): BuiltIndex {
  const ordered = inOrder(corpora)
  const notices = shelfNotices(ordered)
  const rows = collectionRows(ordered, notices)
  const { keys, placesOf, lengths } = keyPlaces(rows)
  const unitCount = sum([...lengths])
  const meanLength = unitCount / Math.max(1, rows.length)
  const weigh = (row: number, times: number): number => times / (times + 0.3 + (0.9 * (lengths[row] ?? 0)) / meanLength)

  const concepts = conceptsOf(ordered)
  const content = new Map<string, Uint8Array>()
  // A key costs about four bytes beside its postings, a posting seldom more than one and a half.
  const keyCosts = keys.map((_, at) => 4 + placesOf(at).length * 1.5)
  const textCost = (row: SearchRow): number => row.texts.en.length + 3 * row.texts['zh-Hant'].length
  const [keySum, textSum] = [sum(keyCosts), sum(rows.map(textCost))]
  const isOneFile = keySum + textSum <= mostInOneFile
  const within = (size: number): number => (isOneFile ? Infinity : size)
  const keyBlocks = blocks([...keys.keys()], (at) => keyCosts[at] ?? 0, within(keyBlockSize(keySum)))
  keyBlocks.forEach((list, number) => {
    const entries = list.map((at) => [keys[at] ?? '', postingOf(placesOf(at), weigh)] as const)
    content.set(blockName('k', number), writeKeys(entries))
  })
  const words = blocks(keys.filter(isWordKey), (word) => word.length + 2, within(wordBlockSize))
  words.forEach((list, at) => content.set(blockName('w', at), stringsBytes(list)))
  wide(words).forEach((list, at) => content.set(blockName('v', at), stringsBytes(list)))
  const texts = blocks(rows, textCost, within(textBlockSize(textSum)))
  texts.forEach((list, at) => content.set(blockName('t', at), writeRows(list)))
  wide(texts).forEach((list, at) => content.set(blockName('x', at), writeRows(list)))
  content.set(noticesName, jsonBytes(notices))
  if (readings !== undefined)
    for (const system of romanSystems) content.set(readingsName(system), writeReadings(readings[system]))
  const manifest: IndexManifest = {
    rowCount: rows.length,
    unitCount,
    hasReadings: readings !== undefined,
    folds: foldsTo(charactersOf(keys, notices, concepts)),
    concepts,
    keys: starts(keyBlocks.map((list) => list.map((at) => keys[at] ?? ''))),
    words: starts(words),
    texts: texts.map((list) => list[0]?.number ?? 0),
    enclosed: isOneFile ? new Map(content) : new Map(),
  }
  if (isOneFile) content.clear()
  content.set(manifestName, writeManifest(manifest))

  const name = nameOf(content, hash)
  return { name, files: new Map([...content].map(([file, bytes]) => [file, seal(bytes, name)])) }
}

/** All that a query could be held against, folded. */
function charactersOf(
  keys: readonly string[],
  notices: readonly ShelfNotice[],
  concepts: readonly TermEntry[],
): ReadonlySet<string> {
  const titles = notices.flatMap((notice) => Object.values(notice.titles))
  const terms = concepts.flatMap((entry) => langs.flatMap((lang) => entry.terms[lang].map(({ text }) => text)))
  return new Set([...keys.filter(isCharacter), ...[...titles, ...terms].flatMap((text) => [...fold(text)])])
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

/** Many blocks as few; one alone needs no second. */
function wide<T>(lists: readonly (readonly T[])[]): T[][] {
  if (lists.length < 2) return []
  return Array.from({ length: Math.ceil(lists.length / wideBlock) }, (_, at) =>
    lists.slice(at * wideBlock, (at + 1) * wideBlock).flat(),
  )
}

/** The least that tells each block from the one before: no more of its first string than that takes. */
function starts(lists: readonly (readonly string[])[]): string[] {
  return lists.map((list, at) => {
    const [first = ''] = list
    const before = lists[at - 1]?.at(-1) ?? ''
    let length = 1
    while (length < first.length && first.slice(0, length) <= before) length += 1
    return first.slice(0, length)
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

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
