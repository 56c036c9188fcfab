import type { Candidates } from './shelf.ts'

/** Sets of rows and how they meet. Ascending on both sides. */
export const none: Candidates = { rows: new Uint32Array(), strong: null, certain: true }

/** Rows that all have; a row is as strong as the sum. */
export function intersection(sets: readonly Candidates[]): Candidates {
  const [first = none, ...rest] = [...sets].sort((a, b) => a.rows.length - b.rows.length)
  return rest.reduce((left, right) => {
    const rows: number[] = []
    const strong: number[] = []
    let at = 0
    left.rows.forEach((row, index) => {
      while (at < right.rows.length && (right.rows[at] ?? 0) < row) at += 1
      if (right.rows[at] !== row) return
      rows.push(row)
      strong.push((left.strong?.[index] ?? 0) + (right.strong?.[at] ?? 0))
    })
    return { rows: Uint32Array.from(rows), strong: Uint8Array.from(strong), certain: left.certain && right.certain }
  }, first)
}

export function union(sets: readonly Candidates[]): Candidates {
  const [first = none, ...rest] = sets
  if (rest.length === 0) return first
  const strengths = new Map<number, number>()
  for (const { rows, strong } of sets)
    rows.forEach((row, at) => strengths.set(row, Math.max(strengths.get(row) ?? 0, strong?.[at] ?? 0)))
  const rows = Uint32Array.from(strengths.keys()).sort()
  return {
    rows,
    strong: Uint8Array.from(rows, (row) => strengths.get(row) ?? 0),
    certain: sets.every(({ certain }) => certain),
  }
}
