import type { RecoveryModel } from './model.ts'

/** Look-ups in the model's tables of words: how they go on, and how often they end. */
export type Shares = { readonly inWord: Float32Array; readonly goingOn: Float32Array }

const sharesOf = new WeakMap<RecoveryModel, Shares>()

/**
 * For each character, the share of its occurrences that another character of the same word follows;
 * for each pair, the same of it.
 */
export function sharesInside(model: RecoveryModel): Shares {
  const kept = sharesOf.get(model)
  if (kept !== undefined) return kept
  const inWord = new Float32Array(0x10000)
  for (let char = 0; char < 0x10000; char++) {
    const sum = sumOf(model.pairCounts, model.pairStart[char] ?? 0, model.pairStart[char + 1] ?? 0)
    const known = model.singles[char] ?? 0
    inWord[char] = known > 0 ? Math.min(MOST_INSIDE, sum / known) : 0
  }
  const goingOn = model.pairCounts.map((count, pair) => {
    const sum = sumOf(model.tripleCounts, model.tripleStart[pair] ?? 0, model.tripleStart[pair + 1] ?? 0)
    return Math.min(MOST_INSIDE, sum / count)
  })
  const shares = { inWord, goingOn }
  sharesOf.set(model, shares)
  return shares
}

/** Some occurrences are always left at a word's end: the counts are rounded. */
const MOST_INSIDE = 0.98

function sumOf(counts: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += counts[i] ?? 0
  return sum
}

/** A pair's place in the tables; -1 when the dictionary has no such pair. */
export function findPair(model: RecoveryModel, first: number, second: number): number {
  return find(model.pairSeconds, model.pairStart[first] ?? 0, model.pairStart[first + 1] ?? 0, second)
}

export function tripleCount(model: RecoveryModel, pair: number, third: number): number {
  const at = find(model.tripleThirds, model.tripleStart[pair] ?? 0, model.tripleStart[pair + 1] ?? 0, third)
  return at < 0 ? 0 : (model.tripleCounts[at] ?? 0)
}

function find(sorted: Uint16Array, from: number, to: number, wanted: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low < to && sorted[low] === wanted ? low : -1
}
