import type { EncodedSide } from './encode.ts'
import type { PathBead } from './lattice.ts'
import { countPairs } from './pairs.ts'
import { makeTable, type Link, type Table } from './table.ts'

/**
 * Learns word translation from a text's own beads: IBM Model 1 (Brown et al. 1993) in both directions, the prior
 * links standing for observations made before the text (maximum a posteriori EM).
 *
 * A pair that the dictionary lacks becomes a link when its two types stand in the same beads more often than chance
 * (log-likelihood ratio, Dunning 1993; for alignment Moore 2004).
 * Each link's expected count is discounted, so that what was seen in a single bead, which may be a wrong one, teaches
 * little: a wrong bead must not become its own evidence.
 */
export type Trained = { readonly table: Table; readonly nullForth: number; readonly nullBack: number }

/** Strength of the prior, in occurrences of a word. */
const priorWeight = 3
/** Taken off each link's expected count. */
const discount = 0.5
/** Rounds of EM; more only sharpen what self-training already believes. */
const rounds = 3
/** Log-likelihood ratio below which two types meet by chance. */
const leastRatio = 8
/** Beads with more pairs of tokens than this teach no new links: they are too long to say which words belong. */
const mostPairs = 4000

export function trainOnBeads(
  left: EncodedSide,
  right: EncodedSide,
  prior: Table,
  priorList: readonly Link[],
  beads: readonly PathBead[],
  nulls: { readonly forth: number; readonly back: number },
): Trained {
  const taught = beads.filter(({ a, b }) => a > 0 && b > 0)
  const links = [...priorList, ...newLinks(left, right, prior, taught)]
  const base = makeTable(links, left.types.length, right.types.length)
  const priorForth = base.forth.slice()
  const priorBack = base.back.slice()
  let { forth: nullForth, back: nullBack } = nulls
  for (let round = 0; round < rounds; round += 1) {
    const counts = expectedCounts(left, right, base, taught, nullForth, nullBack)
    update(base.forth, counts.forth, counts.leftTotals, base.left, priorForth)
    update(base.back, counts.back, counts.rightTotals, base.right, priorBack)
    nullForth = counts.nullForth
    nullBack = counts.nullBack
  }
  return { table: base, nullForth, nullBack }
}

/** p = (discounted count + prior weight × prior) / (occurrences + prior weight), in place. */
function update(
  probabilities: Float64Array,
  counts: Float64Array,
  totals: Float64Array,
  types: Uint32Array,
  prior: Float64Array,
): void {
  for (let link = 0; link < probabilities.length; link += 1)
    probabilities[link] =
      (Math.max(0, (counts[link] ?? 0) - discount) + priorWeight * (prior[link] ?? 0)) /
      ((totals[types[link] ?? 0] ?? 0) + priorWeight)
}

/** Links for types that meet in beads more than by chance and are no links yet. */
function newLinks(left: EncodedSide, right: EncodedSide, prior: Table, beads: readonly PathBead[]): Link[] {
  const { pairs, leftBeads, rightBeads, total } = countPairs(left, right, beads, mostPairs)
  const found: Link[] = []
  const size = right.types.length
  for (const [key, count] of pairs) {
    if (count < 1.5) continue
    const a = Math.floor(key / size)
    const b = key % size
    const inLeft = leftBeads[a] ?? 0
    const inRight = rightBeads[b] ?? 0
    if (count * total <= inLeft * inRight) continue
    if (likelihoodRatio(count, inLeft, inRight, total) < leastRatio) continue
    if (hasLink(prior, a, b)) continue
    // What EM starts from: a weak guess, in proportion to how much of each type's occurrences the pair covers.
    found.push({ left: a, right: b, forth: (guess * count) / inLeft, back: (guess * count) / inRight })
  }
  return found
}

const guess = 0.05

function hasLink(table: Table, a: number, b: number): boolean {
  let low = a === 0 ? 0 : (table.leftEnds[a - 1] ?? 0)
  let high = table.leftEnds[a] ?? 0
  while (low < high) {
    const middle = (low + high) >> 1
    if ((table.right[middle] ?? 0) < b) low = middle + 1
    else high = middle
  }
  return low < (table.leftEnds[a] ?? 0) && table.right[low] === b
}

/** Dunning's G²: twice the log ratio of "these two go together" to "they are independent". */
function likelihoodRatio(both: number, one: number, other: number, total: number): number {
  const cell = (seen: number, expected: number): number => (seen <= 0 ? 0 : seen * Math.log(seen / expected))
  const rest = total - one
  return (
    2 *
    (cell(both, (one * other) / total) +
      cell(one - both, (one * (total - other)) / total) +
      cell(other - both, (rest * other) / total) +
      cell(total - one - other + both, (rest * (total - other)) / total))
  )
}

type Counts = {
  readonly forth: Float64Array
  readonly back: Float64Array
  /** How often each type stands in beads that teach, weighted. */
  readonly leftTotals: Float64Array
  readonly rightTotals: Float64Array
  readonly nullForth: number
  readonly nullBack: number
}

function expectedCounts(
  left: EncodedSide,
  right: EncodedSide,
  table: Table,
  beads: readonly PathBead[],
  nullForth: number,
  nullBack: number,
): Counts {
  const forth = new Float64Array(table.left.length)
  const back = new Float64Array(table.left.length)
  const leftTotals = new Float64Array(left.types.length)
  const rightTotals = new Float64Array(right.types.length)
  const leftHere = new Float64Array(left.types.length)
  const rightHere = new Float64Array(right.types.length)
  const sumForth = new Float64Array(right.types.length)
  const sumBack = new Float64Array(left.types.length)
  const leftRunning = left.tokens.length + 1
  const rightRunning = right.tokens.length + 1
  let forthNulls = 0
  let backNulls = 0
  let forthAll = 0
  let backAll = 0
  for (const { i, a, j, b, posterior } of beads) {
    const leftFrom = left.starts[i] ?? 0
    const leftTo = left.starts[i + a] ?? 0
    const rightFrom = right.starts[j] ?? 0
    const rightTo = right.starts[j + b] ?? 0
    const leftSize = leftTo - leftFrom
    const rightSize = rightTo - rightFrom
    for (let at = leftFrom; at < leftTo; at += 1)
      leftHere[left.tokens[at] ?? 0] = (leftHere[left.tokens[at] ?? 0] ?? 0) + 1
    for (let at = rightFrom; at < rightTo; at += 1)
      rightHere[right.tokens[at] ?? 0] = (rightHere[right.tokens[at] ?? 0] ?? 0) + 1
    const seen = distinct(left.tokens, leftFrom, leftTo)
    for (const type of seen)
      for (let link = startOf(table.leftEnds, type); link < (table.leftEnds[type] ?? 0); link += 1) {
        const other = table.right[link] ?? 0
        if (rightHere[other] === 0) continue
        sumForth[other] = (sumForth[other] ?? 0) + (table.forth[link] ?? 0) * (leftHere[type] ?? 0)
        sumBack[type] = (sumBack[type] ?? 0) + (table.back[link] ?? 0) * (rightHere[other] ?? 0)
      }
    const seenRight = distinct(right.tokens, rightFrom, rightTo)
    // The mixture's null part, on the scale of the sums: null · p(type) · |A| / (1 − null).
    const nullPartForth = (nullForth / (1 - nullForth)) * leftSize
    const nullPartBack = (nullBack / (1 - nullBack)) * rightSize
    for (const type of seen) {
      const own = (nullPartBack * (left.frequency[type] ?? 0)) / leftRunning
      for (let link = startOf(table.leftEnds, type); link < (table.leftEnds[type] ?? 0); link += 1) {
        const other = table.right[link] ?? 0
        const n = rightHere[other] ?? 0
        if (n === 0) continue
        const m = leftHere[type] ?? 0
        const otherOwn = (nullPartForth * (right.frequency[other] ?? 0)) / rightRunning
        forth[link] =
          (forth[link] ?? 0) + (posterior * n * m * (table.forth[link] ?? 0)) / (otherOwn + (sumForth[other] ?? 0))
        back[link] = (back[link] ?? 0) + (posterior * n * m * (table.back[link] ?? 0)) / (own + (sumBack[type] ?? 0))
      }
      const m = leftHere[type] ?? 0
      leftTotals[type] = (leftTotals[type] ?? 0) + posterior * m
      backNulls += (posterior * m * own) / (own + (sumBack[type] ?? 0))
      backAll += posterior * m
    }
    for (const type of seenRight) {
      const n = rightHere[type] ?? 0
      const own = (nullPartForth * (right.frequency[type] ?? 0)) / rightRunning
      rightTotals[type] = (rightTotals[type] ?? 0) + posterior * n
      forthNulls += (posterior * n * own) / (own + (sumForth[type] ?? 0))
      forthAll += posterior * n
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
    nullForth: nullShare(forthNulls, forthAll),
    nullBack: nullShare(backNulls, backAll),
  }
}

/** Share of tokens without a source: some are always so, and never nearly all. */
function nullShare(nulls: number, all: number): number {
  const share = (nulls + nullStart * nullStartWeight) / (all + nullStartWeight)
  return Math.min(0.7, Math.max(0.1, share))
}

export const nullStart = 0.35
const nullStartWeight = 100

function startOf(ends: Uint32Array, type: number): number {
  return type === 0 ? 0 : (ends[type - 1] ?? 0)
}

function distinct(tokens: Uint32Array, from: number, to: number): Set<number> {
  return new Set(tokens.subarray(from, to))
}
