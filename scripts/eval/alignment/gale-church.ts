import type { GoldBead } from './gold.ts'

/**
 * The baseline: Gale & Church (1993), lengths alone. Segments' character lengths, their ratio taken from the two texts,
 * variance 6.8 a character, and the paper's prior over shapes; the cheapest path by dynamic programming.
 */
export function galeChurch(en: readonly string[], zh: readonly string[]): GoldBead[] {
  const [left, right] = [en, zh].map((side) => side.map((text) => text.trim().length)) as [number[], number[]]
  const total = (lengths: readonly number[]): number => lengths.reduce((sum, length) => sum + length, 0)
  const ratio = total(right) / Math.max(1, total(left))
  const width = right.length + 1
  const cost = new Float64Array((left.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const back = new Int8Array(cost.length)
  cost[0] = 0
  for (let i = 0; i <= left.length; i += 1)
    for (let j = 0; j <= right.length; j += 1) {
      const here = cost[i * width + j] ?? 0
      for (const [s, { a, b, prior }] of priors.entries()) {
        if (i + a > left.length || j + b > right.length) continue
        const one = total(left.slice(i, i + a))
        const other = total(right.slice(j, j + b))
        const next = here + matchCost(one * ratio, other) - Math.log(prior)
        const target = (i + a) * width + j + b
        if (next >= (cost[target] ?? 0)) continue
        cost[target] = next
        back[target] = s
      }
    }
  const beads: GoldBead[] = []
  const upTo = (end: number, count: number): number[] => Array.from({ length: count }, (_, at) => end - count + at)
  for (let i = left.length, j = right.length; i > 0 || j > 0;) {
    const { a, b } = priors[back[i * width + j] ?? 0] ?? { a: 1, b: 1 }
    beads.unshift({ en: upTo(i, a), zh: upTo(j, b) })
    i -= a
    j -= b
  }
  return beads
}

const priors = [
  { a: 1, b: 1, prior: 0.89 },
  { a: 1, b: 0, prior: 0.0099 / 2 },
  { a: 0, b: 1, prior: 0.0099 / 2 },
  { a: 2, b: 1, prior: 0.089 / 2 },
  { a: 1, b: 2, prior: 0.089 / 2 },
  { a: 2, b: 2, prior: 0.011 },
]

const variance = 6.8

/** -log of the two-sided probability of a difference in length this great. */
function matchCost(expected: number, found: number): number {
  if (expected === 0 && found === 0) return 0
  const delta = Math.abs(found - expected) / Math.sqrt((variance * (expected + found)) / 2)
  return -Math.log(Math.max(1e-12, 2 * normalTail(delta)))
}

/** Upper tail of the normal curve (Abramowitz & Stegun 26.2.17, error below 7.5e-8). */
function normalTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x)
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly
}
