import { brotliCompressSync, constants } from 'node:zlib'
import type { Corpus } from '../../../src/corpus/notice.ts'
import { answer } from '../../../src/search/answer.ts'
import { buildIndex } from '../../../src/search/build-index.ts'
import { openIndex } from '../../../src/search/open-index.ts'
import { openScan } from '../../../src/search/scan.ts'
import { sha256 } from '../../tools.ts'
import type { BeadText } from './collection.ts'

/** A way to search, as it is measured. Rows are numbered from 0 over the whole collection. */
export type Engine = {
  readonly name: string
  readonly buildMs: number
  /** Of all cores together, where it is more telling than the clock. */
  readonly buildCpuMs?: number
  /** The most memory that the process ever had, when the index was built; in MB. */
  readonly peakMb?: number
  /** Bytes, brotli: of the index, and of the texts that hits are shown from where they come apart. */
  readonly size: { readonly index: number; readonly texts: number | null }
  /** All rows, best first. */
  readonly all: (query: string) => Promise<readonly number[]>
  /** The first ten and a count, as a page wants them. */
  readonly ten: (query: string) => Promise<number>
  /** Bytes, brotli, that a first query fetches; `null` where everything is loaded before. */
  readonly cold: ((query: string) => Promise<number>) | null
}

/** Level 9: what a host makes when it compresses ahead, at a tenth of the time of 11 and two per cent more bytes. */
export const packed = (bytes: Uint8Array | string): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

/** Rows' texts lie there twice, in small files and in wide ones. */
const isText = (file: string): boolean => /^[tx]/.test(file)

export async function duiduIndex(corpora: readonly Corpus[]): Promise<Engine> {
  const begun = performance.now()
  const cpu = process.cpuUsage()
  const { name, files } = buildIndex(corpora, { hash: sha256 })
  const buildMs = performance.now() - begun
  const { user, system } = process.cpuUsage(cpu)
  const peakMb = process.resourceUsage().maxRSS / 1000
  const sizes = new Map([...files].map(([file, bytes]) => [file, packed(bytes)]))
  const sum = (which: (file: string) => boolean): number =>
    [...sizes].reduce((total, [file, size]) => total + (which(file) ? size : 0), 0)
  const open = (seen?: Set<string>) =>
    openIndex(name, (file) => {
      seen?.add(file)
      const bytes = files.get(file)
      return bytes === undefined ? Promise.reject(new Error(file)) : Promise.resolve(bytes)
    })
  const shelf = await open()
  const numbers = numberer(corpora)
  return {
    name: 'duidu index',
    buildMs,
    buildCpuMs: (user + system) / 1000,
    peakMb,
    size: { index: sum((file) => !isText(file)), texts: sum(isText) },
    all: async (query) => (await answer(shelf, query)).hits.map(numbers),
    ten: async (query) => (await answer(shelf, query, { most: 10 })).count,
    cold: async (query) => {
      const seen = new Set<string>()
      await answer(await open(seen), query, { most: 10 })
      return [...seen].reduce((total, file) => total + (sizes.get(file) ?? 0), 0)
    },
  }
}

export function duiduScan(corpora: readonly Corpus[], texts: readonly BeadText[]): Engine {
  const begun = performance.now()
  const shelf = openScan(corpora)
  const buildMs = performance.now() - begun
  const numbers = numberer(corpora)
  return {
    name: 'duidu scan',
    buildMs,
    size: { index: 0, texts: packed(JSON.stringify(texts)) },
    all: async (query) => (await answer(shelf, query)).hits.map(numbers),
    ten: async (query) => (await answer(shelf, query, { most: 10 })).count,
    cold: null,
  }
}

/** A hit’s number over the whole collection. */
function numberer(corpora: readonly Corpus[]): (hit: { readonly notice: string; readonly id: string }) => number {
  const firsts = new Map<string, number>()
  let first = 0
  for (const { id, rows } of corpora) {
    firsts.set(id, first)
    first += rows.length
  }
  return ({ notice, id }) => (firsts.get(notice) ?? 0) + Number(id.slice(1)) - 1
}
