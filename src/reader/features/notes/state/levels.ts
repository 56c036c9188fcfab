import type { Run } from '../../../../corpus/run.ts'

/**
 * Marks that overlap or touch one another are painted differently, so that where one ends and the next begins can be
 * seen. Each gets the lowest level that no mark before it has which reaches it; a fourth at one place shares a level.
 */
export const levels = [0, 1, 2] as const

export type Level = (typeof levels)[number]

export function levelled<T extends { readonly at: Run }>(marks: readonly T[]): (T & { readonly level: Level })[] {
  // Where the last mark of each level ends.
  const ends: number[] = levels.map(() => -1)
  return [...marks]
    .sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to)
    .map((mark) => {
      const level = levels.find((one) => (ends[one] ?? -1) < mark.at.from) ?? soonest(ends)
      ends[level] = Math.max(ends[level] ?? -1, mark.at.to)
      return { ...mark, level }
    })
}

function soonest(ends: readonly number[]): Level {
  return levels.reduce<Level>((best, one) => ((ends[one] ?? 0) < (ends[best] ?? 0) ? one : best), 0)
}
