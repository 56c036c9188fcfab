import type { EncodedSide } from './encode.ts'
import type { PathBead } from './lattice.ts'

/**
 * How many tokens of the right side stand for one of the left, tokens weighed by how likely each is to be a source.
 *
 * It comes from what is paired and not from the whole texts: a chapter that only one side has would make every
 * segment of the other look too short.
 */
export function estimateDensity(
  left: EncodedSide,
  right: EncodedSide,
  beads: readonly PathBead[],
  weights: { readonly left: Float64Array; readonly right: Float64Array },
): number {
  let [ofLeft, ofRight] = [startingTokens, startingTokens]
  for (const { i, a, j, b, posterior } of beads) {
    if (a === 0 || b === 0) continue
    ofLeft += posterior * ((weights.left[left.starts[i + a] ?? 0] ?? 0) - (weights.left[left.starts[i] ?? 0] ?? 0))
    ofRight += posterior * ((weights.right[right.starts[j + b] ?? 0] ?? 0) - (weights.right[right.starts[j] ?? 0] ?? 0))
  }
  return ofRight / ofLeft
}

/** Before anything is paired: the whole texts' ratio, but never further from 1 than two languages are. */
export function startDensity(left: EncodedSide, right: EncodedSide): number {
  const ratio = (startingTokens + right.tokens.length) / (startingTokens + left.tokens.length)
  return Math.min(mostDense, Math.max(1 / mostDense, ratio))
}

/** Weight of "one for one" in tokens: a text of two lines says little about its languages. */
const startingTokens = 10
/** Whole translations of the gold sets have 0.7 to 1.1 Chinese tokens for an English one. */
const mostDense = 1.5
