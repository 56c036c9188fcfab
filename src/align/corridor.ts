import type { Run } from '../corpus/run.ts'

/**
 * Where in the grid of both sides' boundaries the alignment may run. Node (i, j) lies before left segment i and right
 * segment j; row i holds the nodes from `lo[i]` to `hi[i]`, both included.
 *
 * Laws  lo and hi never fall; (0, 0) and the last node are inside; neighbouring rows share a column.
 */
export type Corridor = {
  readonly lo: Int32Array
  readonly hi: Int32Array
  /** Number of a row's first node; nodes are numbered row by row. */
  readonly base: Int32Array
  readonly size: number
}

/** Widens rows until the laws hold, and numbers the nodes. */
export function makeCorridor(lo: Int32Array, hi: Int32Array, rightCount: number): Corridor {
  const rows = lo.length
  lo[0] = 0
  hi[rows - 1] = rightCount
  for (let row = rows - 2; row >= 0; row -= 1) lo[row] = Math.max(0, Math.min(lo[row] ?? 0, lo[row + 1] ?? 0))
  for (let row = 1; row < rows; row += 1) hi[row] = Math.min(rightCount, Math.max(hi[row] ?? 0, hi[row - 1] ?? 0))
  for (let row = 0; row < rows; row += 1) {
    hi[row] = Math.max(hi[row] ?? 0, lo[row] ?? 0)
    if (row > 0) lo[row] = Math.min(lo[row] ?? 0, hi[row - 1] ?? 0)
  }
  const base = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row += 1) base[row + 1] = (base[row] ?? 0) + (hi[row] ?? 0) - (lo[row] ?? 0) + 1
  return { lo, hi, base, size: base[rows] ?? 0 }
}

/** The number of node (i, j), or -1 when it lies outside. */
export function nodeAt({ lo, hi, base }: Corridor, i: number, j: number): number {
  const from = lo[i]
  if (from === undefined || j < from || j > (hi[i] ?? -1)) return -1
  return (base[i] ?? 0) + j - from
}

/**
 * The nodes that paths of some weight run through, and their neighbourhood.
 * `weights` are the nodes' posterior probabilities.
 */
export function narrowCorridor(
  corridor: Corridor,
  weights: Float64Array,
  least: number,
  margin: number,
  rightCount: number,
): Corridor {
  const rows = corridor.lo.length
  const lo = new Int32Array(rows).fill(rightCount)
  const hi = new Int32Array(rows).fill(0)
  for (let row = 0; row < rows; row += 1) {
    const from = corridor.lo[row] ?? 0
    for (let j = from; j <= (corridor.hi[row] ?? -1); j += 1) {
      if ((weights[(corridor.base[row] ?? 0) + j - from] ?? 0) < least) continue
      for (let near = Math.max(0, row - margin); near <= Math.min(rows - 1, row + margin); near += 1) {
        lo[near] = Math.min(lo[near] ?? 0, Math.max(0, j - margin))
        hi[near] = Math.max(hi[near] ?? 0, Math.min(rightCount, j + margin))
      }
    }
  }
  return makeCorridor(lo, hi, rightCount)
}

/** Opens the corridor over pinned regions: the path must pass through their corners. */
export function withRegions(
  corridor: Corridor,
  regions: readonly { readonly left: Run; readonly right: Run }[],
  rightCount: number,
): Corridor {
  if (regions.length === 0) return corridor
  const lo = corridor.lo.slice()
  const hi = corridor.hi.slice()
  for (const { left, right } of regions)
    for (let row = left.from; row <= left.to; row += 1) {
      lo[row] = Math.min(lo[row] ?? 0, right.from)
      hi[row] = Math.max(hi[row] ?? 0, right.to)
    }
  return makeCorridor(lo, hi, rightCount)
}
