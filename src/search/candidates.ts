import type { Candidates } from './shelf.ts'

/** Sets of rows and how they meet. Ascending on both sides. */
export const none: Candidates = { rows: new Uint32Array(), strong: null, certain: true }

/** None, since too many would have to be read. */
export const tooVague: Candidates = { ...none, certain: false, vague: true }

/** Rows that all have; a row is as strong as the sum, so that strength in several counts. */
export function intersection(sets: readonly Candidates[]): Candidates {
  const [first = none, ...rest] = [...sets].sort((a, b) => a.rows.length - b.rows.length)
  return rest.reduce(meet, first)
}

function meet(few: Candidates, many: Candidates): Candidates {
  const rows = new Uint32Array(few.rows.length)
  const strong = new Uint8Array(few.rows.length)
  let kept = 0
  let next = 0
  for (let at = 0; at < few.rows.length; at += 1) {
    const row = few.rows[at] ?? 0
    while (next < many.rows.length && (many.rows[next] ?? 0) < row) next += 1
    if (many.rows[next] !== row) continue
    rows[kept] = row
    strong[kept] = Math.min(strengths - 1, (few.strong?.[at] ?? 0) + (many.strong?.[next] ?? 0))
    kept += 1
  }
  return { rows: rows.subarray(0, kept), strong: strong.subarray(0, kept), certain: few.certain && many.certain }
}

/** Rows that any has; a row is as strong as where it is strongest. */
export function union(sets: readonly Candidates[]): Candidates {
  const [first = none, ...rest] = sets
  if (rest.length === 0) return first
  // Row and strength in one number each: numbers in a typed array sort without a comparison of ours.
  const packed = new Float64Array(sets.reduce((sum, { rows }) => sum + rows.length, 0))
  let length = 0
  for (const { rows, strong } of sets)
    for (let at = 0; at < rows.length; at += 1) packed[length++] = (rows[at] ?? 0) * strengths + (strong?.[at] ?? 0)
  packed.sort()
  const rows = new Uint32Array(length)
  const strong = new Uint8Array(length)
  let kept = 0
  for (const one of packed) {
    const row = Math.floor(one / strengths)
    if (kept === 0 || rows[kept - 1] !== row) kept += 1
    rows[kept - 1] = row
    strong[kept - 1] = one % strengths
  }
  return {
    rows: rows.subarray(0, kept),
    strong: strong.subarray(0, kept),
    certain: sets.every(({ certain }) => certain),
    ...(sets.some(({ vague }) => vague === true) ? { vague: true } : {}),
  }
}

/** A strength is a byte. */
const strengths = 256

/** The rows in which most of the needs weigh most, then in reading order, which keeps them near one another. */
export function byStrength({ rows, strong }: Candidates): number[] {
  if (strong === null) return [...rows]
  const greatest = strong.reduce((most, one) => Math.max(most, one), 0)
  const buckets = Array.from({ length: greatest + 1 }, (): number[] => [])
  rows.forEach((row, at) => buckets[strong[at] ?? 0]?.push(row))
  return buckets.reverse().flat()
}
