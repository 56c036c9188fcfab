import type { EncodedSide } from './encode.ts'
import { longestRun } from './shapes.ts'

/**
 * Evidence from length: translations are about as long as one another (Gale & Church 1993).
 *
 * The log of the ratio of a bead's lengths is spread about the text's own mean by a Student t, whose heavy tails
 * forgive a free translation; short beads spread wider. What counts is how much likelier the two lengths are together
 * than apart: the spread of sums of neighbouring lengths, whatever they translate, is measured on each side.
 *
 * Units   nats.
 */
export type LengthModel = {
  /** Mean of log(right / left). */
  readonly mean: number
  /** Variance of a long bead's log ratio. */
  readonly variance: number
  readonly left: SumSpread
  readonly right: SumSpread
}

/** Mean and variance of the log length of 1, 2 … neighbouring segments; index 0 stands empty. */
export type SumSpread = { readonly means: Float64Array; readonly variances: Float64Array }

/** Degrees of freedom: heavier tails than the normal curve, lighter than Cauchy's. */
const freedom = 5
/** A bead this long (in Latin letters) has twice the variance of an endless one. */
const shortLength = 30
/** The ratio of the two languages and its spread before a text is seen, and their weight in beads. */
const startingMean = 0
const startingVariance = 0.08
const startingWeight = 10
/** ln Γ((ν+1)/2) − ln Γ(ν/2) − ½ ln(νπ) for ν = 5. */
const tConstant = -0.968_619_6

export function startLengths(left: EncodedSide, right: EncodedSide): LengthModel {
  const total = (side: EncodedSide): number => side.lengths.reduce((sum, length) => sum + length, 1)
  // The whole texts' ratio, drawn towards 1: much may be missing on one side.
  const ratio = Math.log(total(right) / total(left))
  const mean = Math.abs(ratio) < 0.3 ? ratio : startingMean
  return { mean, variance: startingVariance, left: sumSpread(left), right: sumSpread(right) }
}

/** Re-estimates ratio and spread from beads: log ratio, length and weight of each. */
export function estimateLengths(
  model: LengthModel,
  beads: readonly { readonly left: number; readonly right: number; readonly weight: number }[],
): LengthModel {
  let weights = startingWeight
  let sum = startingWeight * startingMean
  let squares = startingWeight * startingVariance
  for (const { left, right, weight } of beads) {
    const apart = Math.log(right / left) - model.mean
    const scale = 1 + shortLength / Math.min(left, right)
    // The t's own weights: an outlier counts little (the EM step for its scale mixture).
    const trust = (weight * (freedom + 1)) / (freedom + (apart * apart) / (model.variance * scale))
    weights += weight
    sum += trust * Math.log(right / left)
    squares += (trust * apart * apart) / scale
  }
  const trusted = beads.length === 0 ? startingWeight : weights
  return { ...model, mean: sum / trusted, variance: Math.max(0.005, squares / trusted) }
}

export function lengthEvidence(
  model: LengthModel,
  left: number,
  leftRun: number,
  right: number,
  rightRun: number,
): number {
  const logLeft = Math.log(left)
  const logRight = Math.log(right)
  const variance = model.variance * (1 + shortLength / Math.min(left, right))
  const apart = logRight - logLeft - model.mean
  const together =
    tConstant - 0.5 * Math.log(variance) - ((freedom + 1) / 2) * Math.log(1 + (apart * apart) / (freedom * variance))
  return together - 0.5 * (normalLog(model.left, leftRun, logLeft) + normalLog(model.right, rightRun, logRight))
}

function normalLog(spread: SumSpread, run: number, value: number): number {
  const variance = spread.variances[run] ?? 1
  const apart = value - (spread.means[run] ?? 0)
  return -0.5 * (Math.log(2 * Math.PI * variance) + (apart * apart) / variance)
}

function sumSpread(side: EncodedSide): SumSpread {
  const means = new Float64Array(longestRun + 1)
  const variances = new Float64Array(longestRun + 1).fill(1)
  for (let run = 1; run <= longestRun; run += 1) {
    let sum = 0
    let squares = 0
    let count = 0
    for (let from = 0; from + run <= side.count; from += 1) {
      let length = 0
      for (let at = from; at < from + run; at += 1) length += side.lengths[at] ?? 0
      const log = Math.log(length)
      sum += log
      squares += log * log
      count += 1
    }
    if (count < 2) {
      means[run] = (means[run - 1] ?? 0) + (run === 1 ? Math.log(side.lengths[0] ?? 1) : Math.log(run / (run - 1)))
      variances[run] = run === 1 ? 1 : (variances[run - 1] ?? 1)
      continue
    }
    means[run] = sum / count
    // Never narrower than this, or a text of equal lines would make any line that differs impossible.
    variances[run] = Math.max(0.1, squares / count - (sum / count) ** 2)
  }
  return { means, variances }
}
