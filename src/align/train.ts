import type { EncodedSide } from './encode.ts'
import { expectedCounts, lessonsOf } from './counts.ts'
import { sourceWeight } from './sources.ts'
import type { PathBead } from './lattice.ts'
import { countPairs } from './pairs.ts'
import { LinkList, makeTable, withoutWeak, type Table } from './table.ts'

/**
 * Learns word translation from a text's own beads: IBM Model 1 (Brown et al. 1993) in both directions, the prior
 * links standing for observations made before the text (maximum a posteriori EM).
 *
 * A pair that the dictionary lacks becomes a link when its two types stand in the same beads more often than chance
 * (log-likelihood ratio, Dunning 1993; for alignment Moore 2004).
 * Each link's expected count is discounted, so that what was seen in a single bead, which may be a wrong one, teaches
 * little: a wrong bead must not become its own evidence.
 */
export type Trained = {
  readonly table: Table
  readonly nullForth: Float64Array
  readonly nullBack: Float64Array
}

/**
 * Strength of the prior, in occurrences of a word. 1.5 has 2% fewer errors in the texts made harder (`eval:align
 * --apart`), and in texts of a dozen sentences sees less in the dictionary than it should: pairs that cross are lost.
 */
const priorWeight = 3
/** Taken off each link's expected count. */
const discount = 0.8
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
  beads: readonly PathBead[],
  nulls: { readonly forth: Float64Array; readonly back: Float64Array },
): Trained {
  // A segment without words, a line of dashes, has nothing to teach.
  const hasTokens = (side: EncodedSide, from: number, count: number): boolean =>
    (side.starts[from + count] ?? 0) > (side.starts[from] ?? 0)
  const taught = thinned(beads).filter(({ i, a, j, b }) => hasTokens(left, i, a) && hasTokens(right, j, b))
  const base = makeTable(withNewLinks(left, right, prior, taught), left.types.length, right.types.length)
  const lessons = lessonsOf(left, right, base, taught)
  const priorForth = base.forth.slice()
  const priorBack = base.back.slice()
  let { forth: nullForth, back: nullBack } = nulls
  for (let round = 0; round < rounds; round += 1) {
    const counts = expectedCounts(left, right, base, lessons, nullForth, nullBack)
    update(base.forth, counts.forth, weighed(counts.leftTotals, nullBack), base.left, priorForth)
    update(base.back, counts.back, weighed(counts.rightTotals, nullForth), base.right, priorBack)
    nullForth = counts.nullForth
    nullBack = counts.nullBack
  }
  return { table: withoutWeak(base, weakLink), nullForth, nullBack }
}

function weighed(totals: Float64Array, nulls: Float64Array): Float64Array {
  return totals.map((total, type) => total * sourceWeight(nulls, type))
}

/** Of a long text so many beads teach, evenly spread: more change the table little and cost time in every round. */
const mostBeads = 8000

function thinned(beads: readonly PathBead[]): readonly PathBead[] {
  const step = Math.ceil(beads.length / mostBeads)
  return step <= 1 ? beads : beads.filter((_, at) => at % step === 0)
}

/** Links that neither direction believes in cost time in every sum and change none. */
const weakLink = 0.002

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

/** The prior's links, and new ones for types that meet in beads more than by chance. */
function withNewLinks(left: EncodedSide, right: EncodedSide, prior: Table, beads: readonly PathBead[]): LinkList {
  const { forEach, leftBeads, rightBeads, total } = countPairs(left, right, beads, mostPairs)
  const links = LinkList.of(prior)
  forEach(leastMeetings, (a, b, count) => {
    const inLeft = leftBeads[a] ?? 0
    const inRight = rightBeads[b] ?? 0
    if (count * total <= inLeft * inRight || count < leastPart * Math.sqrt(inLeft * inRight)) return
    if (likelihoodRatio(count, inLeft, inRight, total) < leastRatio || hasLink(prior, a, b)) return
    // What EM starts from: a weak guess, in proportion to how much of each type's occurrences the pair covers.
    links.push(a, b, (guess * count) / inLeft, (guess * count) / inRight)
  })
  return links
}

/** A pair covers at least this part of its types' beads (their geometric mean), or one is the other's frequent neighbour. */
const leastPart = 0.15
/** A pair must meet in more than one bead. */
const leastMeetings = 1.5
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
