import type { PathBead } from './lattice.ts'

/**
 * Evidence from paragraphs: where one side begins a new one, the other mostly does too.
 *
 * Kept as a 2 × 2 table of how often a boundary between sentence beads is a paragraph's end on the left, on the
 * whose every paragraph is one sentence gets nothing from it. The table is re-estimated from the text's own path.
 *
 * With that evidence in the lattice of sentences, the two levels are one search: the rows of a notice are the
 * stretches of the path between boundaries that end a paragraph on both sides, so that sentences never leave their
 * row, and a paragraph that holds two of the other side's makes a 1-2 because its sentences say so.
 */
export type ParagraphEnds = {
  /** 1 where the boundary before this sentence ends a paragraph; one more entry than sentences, first and last are 1. */
  readonly left: Uint8Array
  readonly right: Uint8Array
}

export type ParagraphModel = {
  /** Nats for a bead that ends a paragraph on both sides, on one, and for each end inside a bead. */
  readonly both: number
  readonly one: number
  readonly crossed: number
}

/** Share of a side's paragraph ends that the other side has too, before a text is seen, and its weight. */
const startingShare = 0.85
const startingWeight = 10

export function estimateParagraphs(ends: ParagraphEnds, path: readonly PathBead[]): ParagraphModel {
  let both = startingWeight * startingShare
  let one = startingWeight * (1 - startingShare)
  for (const { i, a, j, b } of path) {
    if (a === 0 || b === 0) continue
    const left = ends.left[i + a] === 1
    const right = ends.right[j + b] === 1
    if (left && right) both += 1
    else if (left || right) one += 1
    for (let at = i + 1; at < i + a; at += 1) one += ends.left[at] ?? 0
    for (let at = j + 1; at < j + b; at += 1) one += ends.right[at] ?? 0
  }
  const share = both / (both + one)
  const leftRate = rate(ends.left)
  const rightRate = rate(ends.right)
  // Apart, a boundary ends a paragraph at each side's own rate.
  const mean = Math.sqrt(leftRate * rightRate)
  const unlike = Math.log((1 - share) / Math.max(leastRate, 1 - mean))
  return {
    both: Math.log(share / mean),
    one: Math.min(0, unlike),
    crossed: Math.log(1 - share),
  }
}

const leastRate = 0.05

function rate(ends: Uint8Array): number {
  let count = 0
  for (const end of ends) count += end
  return Math.min(1, Math.max(leastRate, count / Math.max(1, ends.length)))
}

export function paragraphEvidence(
  model: ParagraphModel,
  ends: ParagraphEnds,
  i: number,
  a: number,
  j: number,
  b: number,
): number {
  let crossed = 0
  for (let at = i + 1; at < i + a; at += 1) crossed += ends.left[at] ?? 0
  for (let at = j + 1; at < j + b; at += 1) crossed += ends.right[at] ?? 0
  if (a === 0 || b === 0) return crossed * model.crossed
  const left = ends.left[i + a] === 1
  const right = ends.right[j + b] === 1
  return crossed * model.crossed + (left && right ? model.both : left || right ? model.one : 0)
}
