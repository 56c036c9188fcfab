import type { EncodedSide } from './encode.ts'
import { distinct, HeldLists, turned } from './held.ts'
import type { PathBead } from './lattice.ts'

/** In how many beads two types stand together, weighted by the beads' posteriors. */
export type PairCounts = {
  /** Calls back with each pair that met more than `least` times, by ascending left type. */
  readonly forEach: (least: number, take: (left: number, right: number, count: number) => void) => void
  readonly leftBeads: Float64Array
  readonly rightBeads: Float64Array
  readonly total: number
}

/**
 * Counts each pair of types once a bead. Types that stand in one bead only are left out: they prove nothing.
 *
 * It is a product of two sparse matrices, bead by type, taken row by row with a dense row of sums (Gustavson 1978).
 */
export function countPairs(
  left: EncodedSide,
  right: EncodedSide,
  beads: readonly PathBead[],
  mostPairs: number,
): PairCounts {
  const leftBeads = new Float64Array(left.types.length)
  const rightBeads = new Float64Array(right.types.length)
  const leftLists = new HeldLists(beads.length)
  const rightLists = new HeldLists(beads.length)
  let total = 0
  for (const { i, a, j, b, posterior } of beads) {
    const leftTypes = distinct(left.tokens, left.starts[i] ?? 0, left.starts[i + a] ?? 0)
    const rightTypes = distinct(right.tokens, right.starts[j] ?? 0, right.starts[j + b] ?? 0)
    if (leftTypes.length * rightTypes.length <= mostPairs) {
      for (const type of leftTypes) {
        leftBeads[type] = (leftBeads[type] ?? 0) + posterior
        leftLists.push(type)
      }
      for (const type of rightTypes) {
        rightBeads[type] = (rightBeads[type] ?? 0) + posterior
        rightLists.push(type)
      }
      total += posterior
    }
    leftLists.close()
    rightLists.close()
  }
  const inRight = rightLists.held()
  const holders = turned(leftLists.held(), left.types.length)
  const forEach: PairCounts['forEach'] = (least, take) => {
    const sums = new Float64Array(right.types.length)
    const touched = new Uint32Array(right.types.length)
    for (let one = 0, at = 0; one < leftBeads.length; one += 1) {
      const end = holders.ends[one] ?? 0
      if ((leftBeads[one] ?? 0) <= 1) {
        at = end
        continue
      }
      let count = 0
      for (; at < end; at += 1) {
        const bead = holders.items[at] ?? 0
        const posterior = beads[bead]?.posterior ?? 0
        const last = inRight.ends[bead] ?? 0
        for (let place = bead === 0 ? 0 : (inRight.ends[bead - 1] ?? 0); place < last; place += 1) {
          const other = inRight.items[place] ?? 0
          if (sums[other] === 0) touched[count++] = other
          sums[other] = (sums[other] ?? 0) + posterior
        }
      }
      for (let place = 0; place < count; place += 1) {
        const other = touched[place] ?? 0
        const sum = sums[other] ?? 0
        sums[other] = 0
        if (sum > least && (rightBeads[other] ?? 0) > 1) take(one, other, sum)
      }
    }
  }
  return { forEach, leftBeads, rightBeads, total }
}

/** Numbers above 0 by integer key: an open-addressing hash, several times faster than a Map at millions of pairs. */
export class PairTable {
  private keys = new Float64Array(1 << 14).fill(-1)
  private sums = new Float64Array(1 << 14)
  private used = 0

  /** Keeps the greater of what is there and `value`. */
  raise(key: number, value: number): void {
    const at = this.enter(key)
    if (value > (this.sums[at] ?? 0)) this.sums[at] = value
  }

  forEach(take: (key: number, sum: number) => void): void {
    for (let at = 0; at < this.keys.length; at += 1) {
      const key = this.keys[at] ?? -1
      if (key !== -1) take(key, this.sums[at] ?? 0)
    }
  }

  private enter(key: number): number {
    // Half full at most, so that a look-up meets few strangers.
    if (this.used * 2 > this.keys.length) this.grow()
    const at = this.place(key)
    if (this.keys[at] === -1) {
      this.keys[at] = key
      this.used += 1
    }
    return at
  }

  private place(key: number): number {
    const mask = this.keys.length - 1
    // Fibonacci hashing of the key's low and high halves.
    let at = (Math.imul(key >>> 0, 0x9e37_79b1) ^ Math.imul((key / 0x1_0000_0000) | 0, 0x85eb_ca6b)) >>> 8
    for (at &= mask; this.keys[at] !== key && this.keys[at] !== -1; at = (at + 1) & mask);
    return at
  }

  private grow(): void {
    const { keys, sums } = this
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.sums = new Float64Array(sums.length * 2)
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? -1
      if (key === -1) continue
      const to = this.place(key)
      this.keys[to] = key
      this.sums[to] = sums[at] ?? 0
    }
  }
}
