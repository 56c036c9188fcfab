import { ByteReader } from './bytes.ts'
import { intersection, union } from './candidates.ts'
import { pairKey } from './keys.ts'
import {
  blockName,
  manifestName,
  noticesName,
  readingsName,
  readKeys,
  readManifest,
  readRows,
  type IndexManifest,
  type KeyBlock,
} from './layout.ts'
import type { Pattern, Slot } from './slot.ts'
import { unseal } from './seal.ts'
import type { Candidates, Readings, SearchRow, Shelf, ShelfNotice } from './shelf.ts'
import { firstLetters } from './spelling.ts'
import { firstBeyond, firstFrom } from './vocabulary.ts'
import { isStopWord } from './words.ts'

/**
 * A built index as a shelf. Only the manifest is fetched at once; a query fetches the blocks that it needs, each once.
 *
 * Errors  a file that does not come, or whose seal is broken, is asked for once more; then the search fails with
 *         `IndexUnavailable`, since an answer without it could be a wrong “nothing found”.
 */
export class IndexUnavailable extends Error {
  override readonly name = 'IndexUnavailable'
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`The part ${file} of the search index could not be fetched whole.`, { cause })
    this.file = file
  }
}

/** Gives a file of the index by its name in the index's folder; `again` when the copy at hand is no good. */
export type FetchFile = (file: string, again: boolean) => Promise<Uint8Array>

export async function openIndex(name: string, fetchFile: FetchFile): Promise<Shelf> {
  const fetched = new Map<string, Promise<unknown>>()
  const get = <T>(file: string, parse: (bytes: Uint8Array) => T): Promise<T> => {
    const known = fetched.get(file) as Promise<T> | undefined
    if (known !== undefined) return known
    const coming = fetchSealed(name, file, fetchFile).then(parse)
    fetched.set(file, coming)
    // What failed may be had later, when the line is back.
    coming.catch(() => fetched.delete(file))
    return coming
  }
  const manifest = await get(manifestName, readManifest)
  const keyBlock = (at: number): Promise<KeyBlock> => get(blockName('k', at), readKeys)
  const wordBlock = (at: number): Promise<string[]> =>
    get(blockName('w', at), (bytes) => new ByteReader(bytes).strings())

  const lookUp = async (key: string): Promise<Candidates | null> => {
    const number = lastAtOrBefore(manifest.keys, key)
    if (number < 0) return null
    const block = await keyBlock(number)
    const at = firstFrom(block.keys, key)
    return block.keys[at] === key ? block.posting(at) : null
  }
  const startingWith = async (prefix: string): Promise<string[]> => {
    const lists = await Promise.all(blocksOf(manifest.words, prefix).map(wordBlock))
    return lists.flatMap((list) => list.slice(firstFrom(list, prefix), firstBeyond(list, prefix)))
  }
  return {
    rowCount: manifest.rowCount,
    meanLength: manifest.unitCount / Math.max(1, manifest.rowCount),
    concepts: manifest.concepts,
    notices: () => get(noticesName, (bytes) => JSON.parse(new ByteReader(bytes).text()) as readonly ShelfNotice[]),
    readings: async () => {
      if (!manifest.hasReadings) return null
      return get(readingsName, (bytes): Readings => new Map(JSON.parse(new ByteReader(bytes).text()) as []))
    },
    wordsFrom: (prefix) => {
      // Who asks for the words with a beginning will ask for their rows, which stand together: one round trip less.
      const number = Math.max(0, lastAtOrBefore(manifest.keys, prefix))
      if (prefix.length >= tellingPrefix && number < manifest.keys.length) keyBlock(number).catch(() => undefined)
      return startingWith(prefix)
    },
    wordsNear: async (word) => (await Promise.all(firstLetters(word).map(startingWith))).flat(),
    wordsInside: async (part) => {
      const lists = await Promise.all(manifest.words.map((_, at) => wordBlock(at)))
      return lists.flat().filter((word) => word.includes(part))
    },
    candidates: (pattern) => candidatesFor(pattern, lookUp),
    read: async (numbers) => {
      const byBlock = new Map<number, number[]>()
      for (const number of numbers) {
        const block = lastRowBlock(manifest, number)
        byBlock.set(block, [...(byBlock.get(block) ?? []), number])
      }
      const lists = await Promise.all(
        [...byBlock].map(async ([block, wanted]) => {
          const rows: readonly SearchRow[] = await get(blockName('t', block), readRows)
          const first = rows[0]?.number ?? 0
          return wanted.flatMap((number) => rows[number - first] ?? [])
        }),
      )
      return lists.flat()
    },
  }
}

/** Fewer letters begin the words of many blocks. */
const tellingPrefix = 3

async function fetchSealed(name: string, file: string, fetchFile: FetchFile): Promise<Uint8Array> {
  let cause: unknown = null
  for (const again of [false, true]) {
    try {
      const content = unseal(await fetchFile(file, again), name)
      if (content !== null) return content
    } catch (error) {
      cause = error
    }
  }
  throw new IndexUnavailable(file, cause)
}

/**
 * Rows that have every key that a pattern needs: words, pairs of neighbouring characters, and a character that stands
 * between words. Certain when one key says all.
 */
async function candidatesFor(
  pattern: Pattern,
  lookUp: (key: string) => Promise<Candidates | null>,
): Promise<Candidates> {
  // Words such as “of the” have the longest lists and tell the least; beside two that tell more the text shows them.
  const lightSlots = pattern.filter((slot) => slot.size > 0 && [...slot.keys()].every(isStopWord))
  const light = new Set(pattern.length - lightSlots.length >= 2 ? lightSlots : [])
  const pairs = pattern.map((slot, at) => pairsOf(slot, pattern[at + 1]))
  const slots = pattern.flatMap((slot, at): string[][] => {
    const pair = pairs[at] ?? null
    if (light.has(slot)) return []
    if (pair !== null) return [pair]
    return at > 0 && pairs[at - 1] !== null ? [] : [[...slot.keys()]]
  })
  const sets = await Promise.all(
    slots.map(async (keys) => union((await Promise.all(keys.map(lookUp))).filter((one) => one !== null))),
  )
  return { ...intersection(sets), certain: slots.length === 1 && light.size === 0 }
}

/** The keys of two neighbouring slots together; `null` when not every filling of them has one. */
function pairsOf(slot: Slot, next: Slot | undefined): string[] | null {
  if (next === undefined) return null
  const keys: string[] = []
  for (const one of slot.keys())
    for (const other of next.keys()) {
      const key = pairKey(one, other)
      if (key === null) return null
      keys.push(key)
    }
  return keys
}

function lastAtOrBefore(starts: readonly string[], key: string): number {
  const at = firstFrom(starts, key)
  return starts[at] === key ? at : at - 1
}

/** Numbers of the blocks that may hold strings which begin so. */
function blocksOf(starts: readonly string[], prefix: string): number[] {
  const first = Math.max(0, lastAtOrBefore(starts, prefix))
  const beyond = Math.max(first + 1, firstBeyond(starts, prefix))
  return Array.from({ length: Math.min(starts.length, beyond) - first }, (_, at) => first + at)
}

function lastRowBlock({ texts }: IndexManifest, row: number): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((texts[middle] ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return low - 1
}
