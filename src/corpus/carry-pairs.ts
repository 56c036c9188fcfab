import { backboneOf } from './carry-exact.ts'
import { shareOf, sketchOf, type Passage } from './carry-passage.ts'

/**
 * Old and new texts that are worth comparing, and what they share. Comparing all with all would take hours on a long
 * notice, so a new text is held against those that stand where it stands, and those that its sketch finds.
 */
export type Pair = {
  readonly old: number
  readonly new: number
  readonly share: number
  readonly oldWeight: number
  readonly newWeight: number
  /** Between the same two matched neighbours on both sides. */
  readonly inPlace: boolean
  /** Long enough to be known by itself. */
  readonly tells: boolean
  readonly sameDigits: boolean
}

/** A text of less weight, such as “(1)”, says nothing about where it came from. */
export const tellingWeight = 6

/** Old texts that share a gram are looked up by it, but not by one that this many share: that is boilerplate. */
const commonGram = 16

/** So many of the likeliest old texts are compared in full with a new one. */
const compared = 8

/** A text as like as this to one that stands where it stands need not be looked for elsewhere. */
const sure = 0.8

/** Gaps up to this many old texts by new ones are compared all with all. */
const smallGap = 64

export function pairsOf(
  oldPassages: ReadonlyMap<number, Passage>,
  newPassages: ReadonlyMap<number, Passage>,
  gaps: Gaps,
): Pair[] {
  const byGram = new Map<number, number[]>()
  const byGap = new Map<number, number[]>()
  for (const [index, passage] of oldPassages) {
    for (const gram of sketchOf(passage)) push(byGram, gram, index)
    push(byGap, gaps.old(index), index)
  }
  const newInGap = new Map<number, number>()
  for (const index of newPassages.keys()) newInGap.set(gaps.new(index), (newInGap.get(gaps.new(index)) ?? 0) + 1)
  const turns = new Map<number, number>()
  const pairs: Pair[] = []
  for (const [index, passage] of newPassages) {
    const gap = gaps.new(index)
    const turn = turns.get(gap) ?? 0
    turns.set(gap, turn + 1)
    let best = 0
    const compare = (old: number): void => {
      const other = oldPassages.get(old)
      const share = other === undefined ? 0 : shareOf(other, passage)
      if (other === undefined || share === 0) return
      best = Math.max(best, share / Math.max(other.weight, passage.weight))
      const sameDigits = other.digits === passage.digits
      const tells = Math.min(other.weight, passage.weight) >= tellingWeight
      const weights = { oldWeight: other.weight, newWeight: passage.weight }
      pairs.push({ old, new: index, share, ...weights, inPlace: gaps.old(old) === gap, tells, sameDigits })
    }
    const near = new Set(neighbours(byGap.get(gap) ?? [], newInGap.get(gap) ?? 0, turn))
    near.forEach(compare)
    if (best >= sure) continue
    const hits = new Map<number, number>()
    for (const gram of sketchOf(passage)) {
      const places = byGram.get(gram) ?? []
      if (places.length > commonGram) continue
      for (const old of places) if (!near.has(old)) hits.set(old, (hits.get(old) ?? 0) + 1)
    }
    const likely = [...hits].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [old] of likely.slice(0, compared)) compare(old)
  }
  return pairs
}

/** The old texts of a gap that stand about where a new one stands, counted from either end. */
function neighbours(old: readonly number[], found: number, at: number): readonly number[] {
  if (old.length * found <= smallGap) return old
  const fromEnd = old.length - (found - at)
  return [at - 1, at, at + 1, fromEnd - 1, fromEnd, fromEnd + 1].flatMap((place) => old[place] ?? [])
}

type Gaps = { readonly old: (index: number) => number; readonly new: (index: number) => number }

/** Which gap between matched texts each text stands in; matches that crossed others bound nothing. */
export function gapsOf(before: readonly string[], matches: readonly (number | null)[]): Gaps {
  const backbone = backboneOf(matches)
  const oldGap = new Int32Array(before.length)
  const newGap = new Int32Array(matches.length)
  let oldAt = 0
  let newAt = 0
  backbone.forEach((index, gap) => {
    const old = matches[index] ?? 0
    while (oldAt <= old) oldGap[oldAt++] = gap
    while (newAt <= index) newGap[newAt++] = gap
  })
  oldGap.fill(backbone.length, oldAt)
  newGap.fill(backbone.length, newAt)
  return { old: (index) => oldGap[index] ?? 0, new: (index) => newGap[index] ?? 0 }
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [value])
  else known.push(value)
}
