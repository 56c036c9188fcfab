import type { EncodedSide } from './encode.ts'
import type { PathBead } from './lattice.ts'

/** In how many beads two types stand together, weighted by the beads' posteriors. */
export type PairCounts = {
  /** Keyed `left * rightTypes + right`. */
  readonly pairs: ReadonlyMap<number, number>
  readonly leftBeads: Float64Array
  readonly rightBeads: Float64Array
  readonly total: number
}

/** Counts each pair of types once a bead. Types that stand in one bead only are left out: they prove nothing. */
export function countPairs(
  left: EncodedSide,
  right: EncodedSide,
  beads: readonly PathBead[],
  mostPairs: number,
): PairCounts {
  const leftBeads = new Float64Array(left.types.length)
  const rightBeads = new Float64Array(right.types.length)
  const pairs = new Map<number, number>()
  const size = right.types.length
  let total = 0
  const held = beads.flatMap(({ i, a, j, b, posterior }) => {
    const leftTypes = [...new Set(left.tokens.subarray(left.starts[i] ?? 0, left.starts[i + a] ?? 0))]
    const rightTypes = [...new Set(right.tokens.subarray(right.starts[j] ?? 0, right.starts[j + b] ?? 0))]
    if (leftTypes.length * rightTypes.length > mostPairs) return []
    for (const type of leftTypes) leftBeads[type] = (leftBeads[type] ?? 0) + posterior
    for (const type of rightTypes) rightBeads[type] = (rightBeads[type] ?? 0) + posterior
    total += posterior
    return [{ leftTypes, rightTypes, posterior }]
  })
  for (const { leftTypes, rightTypes, posterior } of held) {
    const candidates = rightTypes.filter((type) => (rightBeads[type] ?? 0) > 1)
    for (const one of leftTypes) {
      if ((leftBeads[one] ?? 0) <= 1) continue
      for (const other of candidates) {
        const key = one * size + other
        pairs.set(key, (pairs.get(key) ?? 0) + posterior)
      }
    }
  }
  return { pairs, leftBeads, rightBeads, total }
}
