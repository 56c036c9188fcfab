import { beadKey, type GoldBead, type GoldDocument } from './gold.ts'

/** A predicted bead with its score, and whether the gold has it. */
export type Judged = { readonly kind: string; readonly score: number; readonly right: boolean }

/** A straight line on the log odds of a score (Platt 1999); `{ slope: 1, offset: 0 }` leaves it. */
export type Line = { readonly slope: number; readonly offset: number }

export const unchanged: Line = { slope: 1, offset: 0 }

/** Beads of the documents whose gold is by bead. A kind of text is a set's name up to its first hyphen. */
export function judge(
  documents: readonly GoldDocument[],
  ours: readonly (readonly (GoldBead & { readonly score: number })[])[],
): Judged[] {
  return documents.flatMap((document, at) => {
    if (document.groups !== null) return []
    const wanted = new Set(document.gold.map(beadKey))
    return (ours[at] ?? []).map((bead) => ({
      kind: document.set.split('-')[0] ?? '',
      score: bead.score,
      right: wanted.has(beadKey(bead)),
    }))
  })
}

/** The line that makes the judgements likeliest, by Newton's method on the log loss, held near `unchanged`. */
export function fitLine(judged: readonly Judged[]): Line {
  let { slope, offset } = unchanged
  for (let round = 0; round < rounds; round += 1) {
    // Gradient and second derivatives; the ridge is worth one bead, so that a set without errors has an answer.
    let [toSlope, toOffset, bySlope, byBoth, byOffset] = [slope - unchanged.slope, offset, 1, 0, 1]
    for (const { score, right } of judged) {
      const x = logit(score)
      const p = through({ slope, offset }, score)
      const apart = p - (right ? 1 : 0)
      toSlope += apart * x
      toOffset += apart
      bySlope += p * (1 - p) * x * x
      byBoth += p * (1 - p) * x
      byOffset += p * (1 - p)
    }
    const determinant = bySlope * byOffset - byBoth * byBoth
    slope -= (byOffset * toSlope - byBoth * toOffset) / determinant
    offset -= (bySlope * toOffset - byBoth * toSlope) / determinant
  }
  return { slope, offset }
}

/** Newton's method doubles its digits each round. */
const rounds = 12

/** Mean of -log of the probability given to what was so, in nats. */
export function logLoss(judged: readonly Judged[], line: Line): number {
  const losses = judged.map(({ score, right }) => {
    const p = through(line, score)
    return -Math.log(right ? p : 1 - p)
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}

const bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]

/** Of beads with a score in a range, how many are right. */
export function bins(judged: readonly Judged[]) {
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? 1
    const here = judged.filter(({ score }) => score >= from && (score < to || to === 1))
    return { from, to, beads: here.length, right: here.filter(({ right }) => right).length }
  })
}

function through({ slope, offset }: Line, score: number): number {
  return 1 / (1 + Math.exp(-(slope * logit(score) + offset)))
}

function logit(score: number): number {
  return Math.log(score / (1 - score))
}
