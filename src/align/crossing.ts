import type { Run } from '../corpus/run.ts'
import type { EncodedSide } from './encode.ts'
import { Evidence, type Model } from './evidence.ts'

/**
 * Pairs that stand in another order on the two sides: definitions sorted by each language's alphabet, lists.
 *
 * The search is monotone and leaves what it cannot fit unmatched on both sides. Here the unmatched are compared with
 * one another, whatever their places, and those are paired that are each other's clear best. Nothing else moves.
 *
 * Shapes  units are runs of segments (a segment of a list, a paragraph of a notice); pairs name units by number.
 */
export type CrossingPair = { readonly left: number; readonly right: number; readonly evidence: number }

/** Nats that a pair must bring: more than two nulls cost, and than chance brings among hundreds of candidates. */
const leastEvidence = 9
/** By how much it must lead every other pair with either of its units. */
const leastLead = 4
/** More unmatched units than this on a side are an insertion and not a list in another order. */
const mostUnits = 300

export function findCrossing(
  left: EncodedSide,
  right: EncodedSide,
  model: Model,
  leftUnits: readonly Run[],
  rightUnits: readonly Run[],
): CrossingPair[] {
  const [rows, columns] = [leftUnits.length, rightUnits.length]
  if (rows === 0 || columns === 0 || rows > mostUnits || columns > mostUnits) return []
  const spans = { from: new Int32Array(rows), to: new Int32Array(rows).fill(columns) }
  const evidence = new Evidence(gathered(left, leftUnits), gathered(right, rightUnits), model, spans)
  const scores = Float64Array.from({ length: rows * columns }, (_, at) =>
    evidence.bead(Math.floor(at / columns), 1, at % columns, 1),
  )
  const pairs: CrossingPair[] = []
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      const own = scores[i * columns + j] ?? 0
      if (own < leastEvidence) continue
      let rival = Number.NEGATIVE_INFINITY
      for (let other = 0; other < columns; other += 1)
        if (other !== j) rival = Math.max(rival, scores[i * columns + other] ?? 0)
      for (let other = 0; other < rows; other += 1)
        if (other !== i) rival = Math.max(rival, scores[other * columns + j] ?? 0)
      if (own - rival >= leastLead)
        pairs.push({ left: i, right: j, evidence: Math.min(own - rival, own - leastEvidence) })
    }
  return pairs
}

/** A side of some of its units, each as one segment; types keep their numbers. */
function gathered(side: EncodedSide, units: readonly Run[]): EncodedSide {
  const starts = new Uint32Array(units.length + 1)
  const lengths = new Float64Array(units.length)
  const parts: number[] = []
  for (const [at, { from, to }] of units.entries()) {
    for (const type of side.tokens.subarray(side.starts[from], side.starts[to])) parts.push(type)
    starts[at + 1] = parts.length
    lengths[at] = side.lengths.slice(from, to).reduce((sum, length) => sum + length, 0)
  }
  const breaksOff = new Uint8Array(units.length)
  return { ...side, count: units.length, starts, lengths, breaksOff, tokens: Uint32Array.from(parts) }
}
