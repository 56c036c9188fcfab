import { nodeAt, type Corridor } from './corridor.ts'
import { shapeAt, shapes } from './shapes.ts'

/**
 * All monotone alignments inside a corridor, weighed together.
 *
 * A path from the first node to the last is an alignment; its weight is the product of its beads' weights. The
 * forward and backward sums (Baum 1972) give each bead's posterior probability: the share of all paths' weight
 * that runs through it.
 *
 * Units   `scores` and sums are logs; posteriors are probabilities.
 * Shapes  bead `node * tried + s` begins at that node and has shape `s`, one of the first `tried`.
 */
export type Lattice = {
  readonly corridor: Corridor
  /** How many of the shapes, in their order, the paths may use. */
  readonly tried: number
  readonly scores: Float32Array
  /** The posterior of each bead. */
  readonly posteriors: Float32Array
  /** The posterior of each node: the share of paths that have a boundary there. */
  readonly nodes: Float64Array
  /** Log weight of all ways from the first node to each, and from each to the last. */
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** Log of the whole weight. */
  readonly total: number
}

/** What a bead adds to its path, and where it ends; -Infinity forbids. */
export type Weights = {
  readonly bead: (i: number, a: number, j: number, b: number, shape: number) => number
}

/**
 * Which beads are worth weighing: 1 for bead `node * tried + s`.
 *
 * `tried` says how many of the shapes, in their order, paths may use. Beads that an earlier search of the same corridor
 * found hopeless are not weighed again. After a search of a wider corridor with fewer shapes, a rarer shape is weighed
 * where that one passed both its corners: what is one bead then showed as a bead with nulls beside it.
 */
export function worthWeighing(corridor: Corridor, tried: number, earlier?: Lattice): Uint8Array {
  const rows = corridor.lo.length
  const worth = new Uint8Array(corridor.size * tried)
  const known = earlier?.corridor === corridor && earlier.tried === tried ? earlier.posteriors : null
  const wasPassed = earlier === undefined || known !== null ? null : passedNodes(corridor, earlier)
  for (let i = 0; i < rows; i += 1)
    for (let s = 0; s < tried; s += 1) {
      const { left, right } = shapeAt(s)
      if (i + left >= rows) continue
      // Where a bead of this shape may begin in this row to end inside the corridor.
      const from = Math.max(corridor.lo[i] ?? 0, (corridor.lo[i + left] ?? 0) - right)
      const to = Math.min(corridor.hi[i] ?? -1, (corridor.hi[i + left] ?? -1) - right)
      let node = (corridor.base[i] ?? 0) + from - (corridor.lo[i] ?? 0)
      let target = (corridor.base[i + left] ?? 0) + from + right - (corridor.lo[i + left] ?? 0)
      for (let j = from; j <= to; j += 1, node += 1, target += 1) {
        if (known !== null && (known[node * tried + s] ?? 0) < hopeless) continue
        if (s >= common && wasPassed !== null && (wasPassed[node] === 0 || wasPassed[target] === 0)) continue
        worth[node * tried + s] = 1
      }
    }
  return worth
}

/** The right segments that each left segment stands in a bead with, from the first to behind the last. */
export type Spans = { readonly from: Int32Array; readonly to: Int32Array }

export function spansOf({ lo, hi, base }: Corridor, tried: number, worth: Uint8Array): Spans {
  const rows = lo.length - 1
  const from = new Int32Array(rows).fill(lo.length === 0 ? 0 : (hi[rows] ?? 0))
  const to = new Int32Array(rows)
  for (let i = 0; i < rows; i += 1)
    for (let s = 0; s < tried; s += 1) {
      const { left, right } = shapeAt(s)
      if (left === 0 || right === 0) continue
      let first = -1
      let last = -1
      const start = lo[i] ?? 0
      const end = hi[i] ?? -1
      for (let j = start, at = (base[i] ?? 0) * tried + s; j <= end; j += 1, at += tried) {
        if (worth[at] === 0) continue
        if (first < 0) first = j
        last = j
      }
      if (first < 0) continue
      for (let row = i; row < i + left; row += 1) {
        from[row] = Math.min(from[row] ?? 0, first)
        to[row] = Math.max(to[row] ?? 0, last + right)
      }
    }
  for (let row = 0; row < rows; row += 1) from[row] = Math.min(from[row] ?? 0, to[row] ?? 0)
  return { from, to }
}

/** Weighs all paths of the beads that are `worth` it. */
export function weighPaths(corridor: Corridor, weights: Weights, tried: number, worth: Uint8Array): Lattice {
  const rows = corridor.lo.length
  const size = tried
  const scores = new Float32Array(corridor.size * size).fill(Number.NEGATIVE_INFINITY)
  const forward = new Float64Array(corridor.size).fill(Number.NEGATIVE_INFINITY)
  const backward = new Float64Array(corridor.size).fill(Number.NEGATIVE_INFINITY)
  forward[0] = 0
  for (let i = 0; i < rows; i += 1) {
    const from = corridor.lo[i] ?? 0
    for (let j = from; j <= (corridor.hi[i] ?? -1); j += 1) {
      const node = (corridor.base[i] ?? 0) + j - from
      const here = forward[node] ?? Number.NEGATIVE_INFINITY
      // A node that no path reaches needs no scores.
      if (here === Number.NEGATIVE_INFINITY) continue
      for (let s = 0; s < size; s += 1) {
        if (worth[node * size + s] === 0) continue
        const { left, right } = shapeAt(s)
        const score = weights.bead(i, left, j, right, s)
        scores[node * size + s] = score
        const target = nodeAt(corridor, i + left, j + right)
        forward[target] = addLogs(forward[target] ?? 0, here + score)
      }
    }
  }
  const posteriors = new Float32Array(corridor.size * size)
  const nodes = new Float64Array(corridor.size)
  backward[corridor.size - 1] = 0
  nodes[corridor.size - 1] = 1
  const total = forward[corridor.size - 1] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1) {
    const from = corridor.lo[i] ?? 0
    for (let j = corridor.hi[i] ?? -1; j >= from; j -= 1) {
      const node = (corridor.base[i] ?? 0) + j - from
      const here = forward[node] ?? 0
      if (here === Number.NEGATIVE_INFINITY) continue
      let sum = backward[node] ?? 0
      for (let s = 0; s < size; s += 1) {
        const score = scores[node * size + s] ?? 0
        if (score === Number.NEGATIVE_INFINITY) continue
        const { left, right } = shapeAt(s)
        const onwards = score + (backward[nodeAt(corridor, i + left, j + right)] ?? 0)
        sum = addLogs(sum, onwards)
        posteriors[node * size + s] = Math.exp(here + onwards - total)
      }
      backward[node] = sum
      nodes[node] = Math.exp(here + sum - total)
    }
  }
  return { corridor, tried: size, scores, posteriors, nodes, forward, backward, total }
}

/** 1 for each node of a corridor that the paths of an earlier search passed. */
function passedNodes(corridor: Corridor, { corridor: wider, nodes }: Lattice): Uint8Array {
  const passed = new Uint8Array(corridor.size)
  for (let i = 0; i < corridor.lo.length; i += 1) {
    const from = corridor.lo[i] ?? 0
    for (let j = from; j <= (corridor.hi[i] ?? -1); j += 1) {
      const node = nodeAt(wider, i, j)
      if (node >= 0 && (nodes[node] ?? 0) >= leastPassed) passed[(corridor.base[i] ?? 0) + j - from] = 1
    }
  }
  return passed
}

/** A node in so small a share of paths was not passed. */
const leastPassed = 1e-6
/** How many shapes, in their order, are common: 1-1, nulls, 1-2 and 2-1. */
const common = shapes.filter(({ family }) => family < 3).length
/** A bead in so small a share of paths will not come back with a better table. */
const hopeless = 1e-9

/** log(eᵃ + eᵇ) without leaving the range of doubles. */
export function addLogs(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b
  const apart = a - b
  // Beyond 40 nats the smaller is below a double's last digit.
  if (apart > 40) return a
  if (apart < -40) return b
  return apart > 0 ? a + Math.log1p(Math.exp(-apart)) : b + Math.log1p(Math.exp(apart))
}

/** One bead of a path, with its posterior. */
export type PathBead = {
  readonly i: number
  readonly a: number
  readonly j: number
  readonly b: number
  readonly posterior: number
}

/**
 * The path that has the most segments in their right beads, in expectation: each segment counts its bead's posterior.
 * Counted by beads instead, a split would weigh twice what the merge it competes with does; by the product of
 * posteriors, half. Ties go to the shape that comes first.
 */
export function bestPath({ corridor, tried: size, posteriors, scores }: Lattice): PathBead[] {
  const rows = corridor.lo.length
  const best = new Float64Array(corridor.size).fill(Number.NEGATIVE_INFINITY)
  const choice = new Int8Array(corridor.size).fill(-1)
  best[corridor.size - 1] = 0
  for (let i = rows - 1; i >= 0; i -= 1) {
    const from = corridor.lo[i] ?? 0
    for (let j = corridor.hi[i] ?? -1; j >= from; j -= 1) {
      const node = (corridor.base[i] ?? 0) + j - from
      for (let s = 0; s < size; s += 1) {
        if (scores[node * size + s] === Number.NEGATIVE_INFINITY) continue
        const { left, right } = shapeAt(s)
        const onwards = best[nodeAt(corridor, i + left, j + right)] ?? Number.NEGATIVE_INFINITY
        const value = onwards + (posteriors[node * size + s] ?? 0) * (left + right)
        if (value > (best[node] ?? 0)) {
          best[node] = value
          choice[node] = s
        }
      }
    }
  }
  const path: PathBead[] = []
  for (let i = 0, j = 0; i < rows - 1 || j < (corridor.hi[rows - 1] ?? 0);) {
    const node = nodeAt(corridor, i, j)
    const s = choice[node] ?? -1
    const shape = shapes[s]
    if (shape === undefined) throw new RangeError(`bestPath: no bead leaves node ${i}, ${j}`)
    path.push({ i, a: shape.left, j, b: shape.right, posterior: Math.min(1, posteriors[node * size + s] ?? 0) })
    i += shape.left
    j += shape.right
  }
  return path
}
