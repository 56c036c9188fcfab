import { ByteReader } from './bytes.ts'
import { isWordKey } from './keys.ts'
import {
  blockName,
  manifestName,
  noticesName,
  readingsName,
  readKeys,
  readManifest,
  readReadings,
  readRows,
  wideBlock,
  type IndexManifest,
  type KeyBlock,
} from './layout.ts'
import { propose } from './propose.ts'
import { unseal } from './seal.ts'
import type { Candidates, SearchRow, Shelf, ShelfNotice } from './shelf.ts'
import { firstBeyond, firstFrom, firstLetters } from './vocabulary.ts'
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

export type OpenIndex = Shelf & {
  /** For `foldBy`, where folding has no table of its own. */
  readonly folds: ReadonlyMap<string, string>
}

export async function openIndex(name: string, fetchFile: FetchFile): Promise<OpenIndex> {
  const fetched = new Map<string, Promise<unknown>>()
  let enclosed: IndexManifest['enclosed'] = new Map()
  const get = <T>(file: string, parse: (bytes: Uint8Array) => T): Promise<T> => {
    const known = fetched.get(file) as Promise<T> | undefined
    if (known !== undefined) return known
    const inside = enclosed.get(file)
    const bytes = inside === undefined ? fetchSealed(name, file, fetchFile) : Promise.resolve(inside)
    const coming = bytes.then(parse)
    fetched.set(file, coming)
    // What failed may be had later, when the line is back.
    coming.catch(() => fetched.delete(file))
    return coming
  }
  const manifest = await get(manifestName, readManifest)
  enclosed = manifest.enclosed
  const keyBlock = (at: number): Promise<KeyBlock> => get(blockName('k', at), readKeys)
  const wordsIn = (file: string): Promise<string[]> => get(file, (bytes) => new ByteReader(bytes).strings())
  const rowBlock = (kind: 't' | 'x', at: number): Promise<readonly SearchRow[]> => get(blockName(kind, at), readRows)

  const lookUp = async (key: string): Promise<Candidates | null> => {
    const number = lastAtOrBefore(manifest.keys, key)
    if (number < 0) return null
    const block = await keyBlock(number)
    const at = firstFrom(block.keys, key)
    return block.keys[at] === key ? block.posting(at) : null
  }
  const startingWith = async (prefix: string): Promise<string[]> => {
    const blocks = blocksOf(manifest.words, prefix)
    const isWide = wideOnes(blocks)
    const files = blocks.map((block) => {
      const wide = Math.floor(block / wideBlock)
      return isWide(wide) ? blockName('v', wide) : blockName('w', block)
    })
    const lists = await Promise.all([...new Set(files)].map(wordsIn))
    return lists.flatMap((list) => list.slice(firstFrom(list, prefix), firstBeyond(list, prefix)))
  }
  return {
    folds: manifest.folds,
    rowCount: manifest.rowCount,
    meanLength: manifest.unitCount / Math.max(1, manifest.rowCount),
    concepts: manifest.concepts,
    notices: () => get(noticesName, (bytes) => JSON.parse(new ByteReader(bytes).text()) as readonly ShelfNotice[]),
    readings: (system) => (manifest.hasReadings ? get(readingsName(system), readReadings) : Promise.resolve(null)),
    wordsFrom: async (prefix) => {
      // Who asks for the words with a beginning will ask for their rows, and in few blocks both stand together.
      const blocks = blocksOf(manifest.keys, prefix)
      if (prefix.length < tellingPrefix || blocks.length > mostKeyBlocks || isStopWord(prefix))
        return startingWith(prefix)
      const lists = await Promise.all(blocks.map(keyBlock))
      return lists
        .flatMap(({ keys }) => keys.slice(firstFrom(keys, prefix), firstBeyond(keys, prefix)))
        .filter(isWordKey)
    },
    wordsNear: async (word) => (await Promise.all(firstLetters(word).map(startingWith))).flat(),
    wordsInside: async (part) => {
      const wides = Array.from({ length: Math.ceil(manifest.words.length / wideBlock) }, (_, at) => blockName('v', at))
      const lists = await Promise.all((manifest.words.length < 2 ? [blockName('w', 0)] : wides).map(wordsIn))
      return lists.flat().filter((word) => word.includes(part))
    },
    candidates: (pattern) => propose(pattern, { blockOf: (key) => lastAtOrBefore(manifest.keys, key), lookUp }),
    read: async (numbers) => {
      const blocks = numbers.map((number) => lastRowBlock(manifest, number))
      const isWide = wideOnes(blocks)
      const lists = numbers.map(async (number, at) => {
        const block = blocks[at] ?? 0
        const wide = Math.floor(block / wideBlock)
        const rows = await (isWide(wide) ? rowBlock('x', wide) : rowBlock('t', block))
        return rows[number - (rows[0]?.number ?? 0)] ?? []
      })
      return (await Promise.all(lists)).flat()
    },
  }
}

/** Fewer letters begin too many words. */
const tellingPrefix = 3

/** Blocks of keys that are fetched for the words in them. */
const mostKeyBlocks = 2

/** Beyond so many small blocks of one wide block that one is fetched in their place: about as many bytes in one turn. */
const mostSmall = 24

/** Which wide blocks are worth fetching for these small ones? */
function wideOnes(blocks: readonly number[]): (wide: number) => boolean {
  const wanted = new Map<number, number>()
  for (const block of new Set(blocks)) {
    const wide = Math.floor(block / wideBlock)
    wanted.set(wide, (wanted.get(wide) ?? 0) + 1)
  }
  return (wide) => (wanted.get(wide) ?? 0) > mostSmall
}

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
