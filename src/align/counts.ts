import type { EncodedSide } from './encode.ts'
import { sourceWeight } from './evidence.ts'
import type { PathBead } from './lattice.ts'
import { distinct } from './pairs.ts'
import type { Table } from './table.ts'

/**
 * The E step of learning from beads: how often, in expectation, each link was used, and each word used none.
 *
 * Units   counts are of tokens, fractional; a bead counts by its posterior.
 */
export type Counts = {
  readonly forth: Float64Array
  readonly back: Float64Array
  /** How often each type stands in beads that teach, weighted. */
  readonly leftTotals: Float64Array
  readonly rightTotals: Float64Array
  readonly nullForth: Float64Array
  readonly nullBack: Float64Array
}

/** Expected counts of every link's two directions over the beads, each bead weighted by its posterior (the E step). */
export function expectedCounts(
  left: EncodedSide,
  right: EncodedSide,
  table: Table,
  beads: readonly PathBead[],
  nullForth: Float64Array,
  nullBack: Float64Array,
): Counts {
  const forth = new Float64Array(table.left.length)
  const back = new Float64Array(table.left.length)
  const leftTotals = new Float64Array(left.types.length)
  const rightTotals = new Float64Array(right.types.length)
  const leftHere = new Float64Array(left.types.length)
  const rightHere = new Float64Array(right.types.length)
  const sumForth = new Float64Array(right.types.length)
  const sumBack = new Float64Array(left.types.length)
  const leftSource = nullBack.map((_, type) => sourceWeight(nullBack, type))
  const rightSource = nullForth.map((_, type) => sourceWeight(nullForth, type))
  const leftRunning = left.tokens.length + 1
  const rightRunning = right.tokens.length + 1
  const forthNulls = new Float64Array(right.types.length)
  const backNulls = new Float64Array(left.types.length)
  for (const { i, a, j, b, posterior } of beads) {
    const leftFrom = left.starts[i] ?? 0
    const leftTo = left.starts[i + a] ?? 0
    const rightFrom = right.starts[j] ?? 0
    const rightTo = right.starts[j + b] ?? 0
    let leftSize = 0
    let rightSize = 0
    for (let at = leftFrom; at < leftTo; at += 1) {
      const type = left.tokens[at] ?? 0
      leftHere[type] = (leftHere[type] ?? 0) + 1
      leftSize += leftSource[type] ?? 0
    }
    for (let at = rightFrom; at < rightTo; at += 1) {
      const type = right.tokens[at] ?? 0
      rightHere[type] = (rightHere[type] ?? 0) + 1
      rightSize += rightSource[type] ?? 0
    }
    const seen = distinct(left.tokens, leftFrom, leftTo)
    for (const type of seen)
      for (let link = startOf(table.leftEnds, type); link < (table.leftEnds[type] ?? 0); link += 1) {
        const other = table.right[link] ?? 0
        if (rightHere[other] === 0) continue
        sumForth[other] =
          (sumForth[other] ?? 0) + (table.forth[link] ?? 0) * (leftHere[type] ?? 0) * (leftSource[type] ?? 0)
        sumBack[type] =
          (sumBack[type] ?? 0) + (table.back[link] ?? 0) * (rightHere[other] ?? 0) * (rightSource[other] ?? 0)
      }
    const seenRight = distinct(right.tokens, rightFrom, rightTo)
    // The mixture's null part, on the scale of the sums: null · p(type) · |A| / (1 − null).
    const nullPart = (nulls: Float64Array, type: number, size: number): number =>
      ((nulls[type] ?? 0) / (1 - (nulls[type] ?? 0))) * size
    for (const type of seen) {
      const own = (nullPart(nullBack, type, rightSize) * (left.frequency[type] ?? 0)) / leftRunning
      for (let link = startOf(table.leftEnds, type); link < (table.leftEnds[type] ?? 0); link += 1) {
        const other = table.right[link] ?? 0
        const n = rightHere[other] ?? 0
        if (n === 0) continue
        const m = leftHere[type] ?? 0
        const otherOwn = (nullPart(nullForth, other, leftSize) * (right.frequency[other] ?? 0)) / rightRunning
        forth[link] =
          (forth[link] ?? 0) +
          (posterior * n * m * (leftSource[type] ?? 0) * (table.forth[link] ?? 0)) / (otherOwn + (sumForth[other] ?? 0))
        back[link] =
          (back[link] ?? 0) +
          (posterior * n * m * (rightSource[other] ?? 0) * (table.back[link] ?? 0)) / (own + (sumBack[type] ?? 0))
      }
      const m = leftHere[type] ?? 0
      leftTotals[type] = (leftTotals[type] ?? 0) + posterior * m
      backNulls[type] = (backNulls[type] ?? 0) + (posterior * m * own) / (own + (sumBack[type] ?? 0))
    }
    for (const type of seenRight) {
      const n = rightHere[type] ?? 0
      const own = (nullPart(nullForth, type, leftSize) * (right.frequency[type] ?? 0)) / rightRunning
      rightTotals[type] = (rightTotals[type] ?? 0) + posterior * n
      forthNulls[type] = (forthNulls[type] ?? 0) + (posterior * n * own) / (own + (sumForth[type] ?? 0))
      sumForth[type] = 0
      rightHere[type] = 0
    }
    for (const type of seen) {
      sumBack[type] = 0
      leftHere[type] = 0
    }
  }
  return {
    forth,
    back,
    leftTotals,
    rightTotals,
    nullForth: nullShares(forthNulls, rightTotals),
    nullBack: nullShares(backNulls, leftTotals),
  }
}

/**
 * For each type the share of its tokens that have no source: high for `the`, low for a word that is always translated,
 * whose absence from the other side then counts. Drawn towards the text's own mean, and never certain.
 */
function nullShares(nulls: Float64Array, totals: Float64Array): Float64Array {
  let none = nullStart * nullStartWeight
  let all = nullStartWeight
  for (let type = 0; type < nulls.length; type += 1) {
    none += nulls[type] ?? 0
    all += totals[type] ?? 0
  }
  const mean = none / all
  return Float64Array.from(nulls, (count, type) =>
    Math.min(mostNull, Math.max(leastNull, (count + nullTypeWeight * mean) / ((totals[type] ?? 0) + nullTypeWeight))),
  )
}

/** Before a text is seen, with its weight in tokens. */
export const nullStart = 0.35
const nullStartWeight = 100
/** Weight of the text's mean in a type's share, in tokens. */
const nullTypeWeight = 3
const leastNull = 0.05
const mostNull = 0.9

function startOf(ends: Uint32Array, type: number): number {
  return type === 0 ? 0 : (ends[type - 1] ?? 0)
}
