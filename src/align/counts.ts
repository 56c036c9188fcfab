import type { EncodedSide } from './encode.ts'
import { sourceWeight } from './sources.ts'
import type { PathBead } from './lattice.ts'
import { distinct, HeldLists, type Held } from './held.ts'
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

/**
 * What the rounds of EM go over, found once: the beads that teach, and for each the links between words of its sides.
 *
 * Shapes  `left` and `right` hold each bead’s distinct types, `links` the numbers of its links in the table.
 */
export type Lessons = {
  readonly beads: readonly PathBead[]
  readonly left: Held
  readonly right: Held
  readonly links: Held
}

export function lessonsOf(left: EncodedSide, right: EncodedSide, table: Table, beads: readonly PathBead[]): Lessons {
  const inLeft = new HeldLists(beads.length)
  const inRight = new HeldLists(beads.length)
  const links = new HeldLists(beads.length)
  // The bead that last held each right type, plus one.
  const heldBy = new Uint32Array(right.types.length)
  for (const [number, { i, a, j, b }] of beads.entries()) {
    const here = number + 1
    for (const type of distinct(right.tokens, right.starts[j] ?? 0, right.starts[j + b] ?? 0)) {
      inRight.push(type)
      heldBy[type] = here
    }
    for (const type of distinct(left.tokens, left.starts[i] ?? 0, left.starts[i + a] ?? 0)) {
      inLeft.push(type)
      const end = table.leftEnds[type] ?? 0
      for (let link = startOf(table.leftEnds, type); link < end; link += 1)
        if (heldBy[table.right[link] ?? 0] === here) links.push(link)
    }
    inLeft.close()
    inRight.close()
    links.close()
  }
  return { beads, left: inLeft.held(), right: inRight.held(), links: links.held() }
}

/** Expected counts of every link's two directions over the beads, each bead weighted by its posterior (the E step). */
export function expectedCounts(
  left: EncodedSide,
  right: EncodedSide,
  table: Table,
  { beads, left: inLeft, right: inRight, links }: Lessons,
  nullForth: Float64Array,
  nullBack: Float64Array,
): Counts {
  const forth = new Float64Array(table.left.length)
  const back = new Float64Array(table.left.length)
  const leftTotals = new Float64Array(left.types.length)
  const rightTotals = new Float64Array(right.types.length)
  const leftHere = new Float64Array(left.types.length)
  const rightHere = new Float64Array(right.types.length)
  // For each type of the bead the sum of what may be its source, the mixture's null part included.
  const sumForth = new Float64Array(right.types.length)
  const sumBack = new Float64Array(left.types.length)
  const leftSource = nullBack.map((_, type) => sourceWeight(nullBack, type))
  const rightSource = nullForth.map((_, type) => sourceWeight(nullForth, type))
  // The null part on the scale of the sums is null · p(type) · |A| / (1 − null); all but |A| is the type's own.
  const leftNull = nullParts(left, nullBack)
  const rightNull = nullParts(right, nullForth)
  const forthNulls = new Float64Array(right.types.length)
  const backNulls = new Float64Array(left.types.length)
  for (const [number, { i, a, j, b, posterior }] of beads.entries()) {
    const leftSize = enter(left, left.starts[i] ?? 0, left.starts[i + a] ?? 0, leftHere, leftSource)
    const rightSize = enter(right, right.starts[j] ?? 0, right.starts[j + b] ?? 0, rightHere, rightSource)
    const [leftFrom, leftTo] = [startOf(inLeft.ends, number), inLeft.ends[number] ?? 0]
    const [rightFrom, rightTo] = [startOf(inRight.ends, number), inRight.ends[number] ?? 0]
    const [linkFrom, linkTo] = [startOf(links.ends, number), links.ends[number] ?? 0]
    for (let at = leftFrom; at < leftTo; at += 1) {
      const type = inLeft.items[at] ?? 0
      sumBack[type] = (leftNull[type] ?? 0) * rightSize
    }
    for (let at = rightFrom; at < rightTo; at += 1) {
      const type = inRight.items[at] ?? 0
      sumForth[type] = (rightNull[type] ?? 0) * leftSize
    }
    for (let at = linkFrom; at < linkTo; at += 1) {
      const link = links.items[at] ?? 0
      const [one, other] = [table.left[link] ?? 0, table.right[link] ?? 0]
      sumForth[other] =
        (sumForth[other] ?? 0) + (table.forth[link] ?? 0) * (leftHere[one] ?? 0) * (leftSource[one] ?? 0)
      sumBack[one] = (sumBack[one] ?? 0) + (table.back[link] ?? 0) * (rightHere[other] ?? 0) * (rightSource[other] ?? 0)
    }
    for (let at = linkFrom; at < linkTo; at += 1) {
      const link = links.items[at] ?? 0
      const [one, other] = [table.left[link] ?? 0, table.right[link] ?? 0]
      const times = posterior * (leftHere[one] ?? 0) * (rightHere[other] ?? 0)
      forth[link] =
        (forth[link] ?? 0) + (times * (leftSource[one] ?? 0) * (table.forth[link] ?? 0)) / (sumForth[other] ?? 1)
      back[link] =
        (back[link] ?? 0) + (times * (rightSource[other] ?? 0) * (table.back[link] ?? 0)) / (sumBack[one] ?? 1)
    }
    for (let at = leftFrom; at < leftTo; at += 1) {
      const type = inLeft.items[at] ?? 0
      const times = posterior * (leftHere[type] ?? 0)
      leftTotals[type] = (leftTotals[type] ?? 0) + times
      backNulls[type] = (backNulls[type] ?? 0) + (times * (leftNull[type] ?? 0) * rightSize) / (sumBack[type] ?? 1)
      leftHere[type] = 0
    }
    for (let at = rightFrom; at < rightTo; at += 1) {
      const type = inRight.items[at] ?? 0
      const times = posterior * (rightHere[type] ?? 0)
      rightTotals[type] = (rightTotals[type] ?? 0) + times
      forthNulls[type] = (forthNulls[type] ?? 0) + (times * (rightNull[type] ?? 0) * leftSize) / (sumForth[type] ?? 1)
      rightHere[type] = 0
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

/** Counts the types of a run of tokens into `here`; answers the run's weight as a source. */
function enter(side: EncodedSide, from: number, to: number, here: Float64Array, source: Float64Array): number {
  let size = 0
  for (let at = from; at < to; at += 1) {
    const type = side.tokens[at] ?? 0
    here[type] = (here[type] ?? 0) + 1
    size += source[type] ?? 0
  }
  return size
}

function nullParts({ frequency, tokens }: EncodedSide, nulls: Float64Array): Float64Array {
  const running = tokens.length + 1
  return nulls.map((share, type) => ((share / (1 - share)) * (frequency[type] ?? 0)) / running)
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

/**
 * Before a text is seen, with its weight in tokens. EM finds it too high between free translations, where it makes an
 * unmatched segment cheap to swallow; law, news and a manual with unmatched segments all choose 0.25 over 0.35.
 */
export const nullStart = 0.25
const nullStartWeight = 100
/** Weight of the text's mean in a type's share, in tokens. */
const nullTypeWeight = 3
const leastNull = 0.05
const mostNull = 0.9

function startOf(ends: Uint32Array, type: number): number {
  return type === 0 ? 0 : (ends[type - 1] ?? 0)
}
