import type { EncodedSide } from './encode.ts'
import type { PathBead } from './lattice.ts'

/** In how many beads two types stand together, weighted by the beads' posteriors. */
export type PairCounts = {
  /** Calls back with each pair that met more than `least` times, in no order of meaning but always the same. */
  readonly forEach: (least: number, take: (left: number, right: number, count: number) => void) => void
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
  const size = right.types.length
  let total = 0
  const held = beads.flatMap(({ i, a, j, b, posterior }) => {
    const leftTypes = distinct(left.tokens, left.starts[i] ?? 0, left.starts[i + a] ?? 0)
    const rightTypes = distinct(right.tokens, right.starts[j] ?? 0, right.starts[j + b] ?? 0)
    if (leftTypes.length * rightTypes.length > mostPairs) return []
    for (const type of leftTypes) leftBeads[type] = (leftBeads[type] ?? 0) + posterior
    for (const type of rightTypes) rightBeads[type] = (rightBeads[type] ?? 0) + posterior
    total += posterior
    return [{ leftTypes, rightTypes, posterior }]
  })
  const counts = new PairTable()
  for (const { leftTypes, rightTypes, posterior } of held) {
    const candidates = rightTypes.filter((type) => (rightBeads[type] ?? 0) > 1)
    for (const one of leftTypes) {
      if ((leftBeads[one] ?? 0) <= 1) continue
      for (const other of candidates) counts.add(one * size + other, posterior)
    }
  }
  const forEach: PairCounts['forEach'] = (least, take) => {
    counts.forEach((key, count) => {
      if (count > least) take(Math.floor(key / size), key % size, count)
    })
  }
  return { forEach, leftBeads, rightBeads, total }
}

/** The types of a run of tokens, each once, ascending. */
export function distinct(tokens: Uint32Array, from: number, to: number): Uint32Array {
  const sorted = tokens.slice(from, to).sort()
  let count = 0
  for (const type of sorted) if (count === 0 || type !== sorted[count - 1]) sorted[count++] = type
  return sorted.subarray(0, count)
}

/** Numbers above 0 by integer key: an open-addressing hash, several times faster than a Map at millions of pairs. */
export class PairTable {
  private keys = new Float64Array(1 << 14).fill(-1)
  private sums = new Float64Array(1 << 14)
  private used = 0

  add(key: number, amount: number): void {
    const at = this.enter(key)
    this.sums[at] = (this.sums[at] ?? 0) + amount
  }

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
