import type { ByteReader, ByteWriter } from './bytes.ts'
import type { Candidates } from './shelf.ts'

/**
 * In which rows a key stands: ascending row numbers, delta-coded, and for keys of many rows one bit a row that says
 * whether the key weighs much in it. The bit is what the best ten of thousands are chosen by before any text is read.
 */
export type Posting = { readonly rows: readonly number[]; readonly strong: readonly boolean[] }

/** With no more rows than this all of them are read before they are ranked, and a bit would say nothing new. */
const readWhole = 32

/** Of the rows of a key, those with this share of the greatest weights are strong. */
const strongShare = 1 / 8

/**
 * `places` has a row once for each time that the key stands in it, ascending. A row's weight is BM25's, which for one
 * key depends on how often it stands there and on the row's length alone.
 */
export function postingOf(places: Uint32Array, weigh: (row: number, times: number) => number): Posting {
  const rows: number[] = []
  let last = -1
  for (const row of places) {
    if (row !== last) rows.push(row)
    last = row
  }
  if (rows.length <= readWhole) return { rows, strong: [] }
  const weights = new Float64Array(rows.length)
  let at = 0
  rows.forEach((row, index) => {
    const from = at
    while (places[at] === row) at += 1
    weights[index] = weigh(row, at - from)
  })
  const bound = weights.toSorted()[rows.length - 1 - Math.floor(rows.length * strongShare)] ?? 0
  return { rows, strong: Array.from(weights, (weight) => weight > bound) }
}

export function writePosting(out: ByteWriter, { rows, strong }: Posting): void {
  let last = -1
  rows.forEach((row, at) => {
    const delta = row - last - 1
    out.integer(strong.length === 0 ? delta : delta * 2 + (strong[at] ? 1 : 0))
    last = row
  })
}

export function readPosting(input: ByteReader, count: number): Candidates {
  const rows = new Uint32Array(count)
  const strong = count > readWhole ? new Uint8Array(count) : null
  let last = -1
  for (let at = 0; at < count; at += 1) {
    const value = input.integer()
    if (strong !== null) strong[at] = value % 2
    last += (strong === null ? value : Math.floor(value / 2)) + 1
    rows[at] = last
  }
  return { rows, strong, certain: true }
}
