import { gapsOf, pairsOf, tellingWeight, type Pair } from './carry-pairs.ts'
import { passageOf, shareOf, without, type Passage } from './carry-passage.ts'

/**
 * Which texts of a new list are edited forms of old ones? Looks only at what has no match yet.
 *
 * Texts between the same two neighbours may differ more than ones that also moved. A merged text continues the old
 * one that gave it most, a split text lives on in its largest part.
 *
 * Shapes  `matches` is as `exactMatches` left it, and is added to. Texts in `named` take no match, but count as
 *         places that an old text's words went to.
 */
export function matchKin(
  before: readonly string[],
  after: readonly string[],
  matches: (number | null)[],
  named: ReadonlySet<number>,
): void {
  const lost = lostOf(before, matches)
  const found = after.flatMap((_, index) => (matches[index] === null ? [index] : []))
  if (lost.length === 0 || found.length === 0) return
  const pairs = pairsOf(passages(before, lost), passages(after, found), gapsOf(before, matches))
  const taken = new Set<number>()
  for (const pair of acceptable(pairs)) {
    if (taken.has(pair.old) || matches[pair.new] !== null || named.has(pair.new)) continue
    matches[pair.new] = pair.old
    taken.add(pair.old)
  }
}

/**
 * Where did the words of old texts go that have no match? For each, the new text that now holds most of them, beyond
 * what it has from its own old text: a text that only resembles its neighbour did not go there. By old index.
 */
export function whereWent(
  before: readonly string[],
  after: readonly string[],
  matches: readonly (number | null)[],
): Map<number, number> {
  const lost = passages(before, lostOf(before, matches))
  for (const [index, { weight }] of lost) if (weight < tellingWeight) lost.delete(index)
  if (lost.size === 0) return new Map()
  const changed = after.flatMap((text, index) => (before[matches[index] ?? -1] === text ? [] : [index]))
  const holders = passages(after, changed)
  const to = new Map<number, { readonly index: number; readonly share: number }>()
  for (const pair of pairsOf(lost, holders, gapsOf(before, matches))) {
    const old = lost.get(pair.old)
    const whole = holders.get(pair.new)
    if (old === undefined || whole === undefined) continue
    const enough = (pair.inPlace ? wentInPlace : wentElsewhere) * old.weight
    if (pair.share < enough) continue
    const own = before[matches[pair.new] ?? -1]
    const share = own === undefined ? pair.share : shareOf(old, without(whole, passageOf(own)))
    if (share < enough || share <= (to.get(pair.old)?.share ?? 0)) continue
    to.set(pair.old, { index: pair.new, share })
  }
  return new Map([...to].map(([old, { index }]) => [old, index]))
}

/** Of the longer text, the part that must be shared. Unrelated texts of one kind were seen to share up to 0.2. */
const likeInPlace = 0.4
const likeElsewhere = 0.6

/** Of the shorter text, the part that must lie in the longer to be a part of it. */
const isPart = 0.6

/** Of an old text, the part that must be found in what is new in another for its id to lead there. */
const wentInPlace = 0.2
const wentElsewhere = 0.4

/** Pairs that may share an id, best first. */
function acceptable(pairs: readonly Pair[]): Pair[] {
  const made = new Map<number, number>()
  const kept = new Map<number, number>()
  for (const pair of pairs) {
    if (pair.share >= isPart * pair.oldWeight) made.set(pair.new, (made.get(pair.new) ?? 0) + pair.share)
    if (pair.share >= isPart * pair.newWeight) kept.set(pair.old, (kept.get(pair.old) ?? 0) + pair.share)
  }
  const fits = (pair: Pair): boolean => {
    const like = pair.share / Math.max(pair.oldWeight, pair.newWeight)
    if (pair.inPlace ? like >= likeInPlace : like >= likeElsewhere && pair.tells && pair.sameDigits) return true
    if (!pair.inPlace && !pair.tells) return false
    const merged = pair.share >= isPart * pair.oldWeight && (made.get(pair.new) ?? 0) >= isPart * pair.newWeight
    const split = pair.share >= isPart * pair.newWeight && (kept.get(pair.old) ?? 0) >= isPart * pair.oldWeight
    return (merged || split) && like >= leastPart
  }
  const worth = (pair: Pair): number => pair.share ** 2 / Math.max(pair.oldWeight, pair.newWeight)
  return pairs
    .filter(fits)
    .sort((a, b) => worth(b) - worth(a) || Number(b.inPlace) - Number(a.inPlace) || a.old - b.old || a.new - b.new)
}

/** A part that is less than this of its whole does not carry the whole's id. */
const leastPart = 0.2

function lostOf(before: readonly string[], matches: readonly (number | null)[]): number[] {
  const taken = new Set(matches)
  return before.flatMap((_, index) => (taken.has(index) ? [] : [index]))
}

function passages(texts: readonly string[], indices: readonly number[]): Map<number, Passage> {
  return new Map(indices.map((index) => [index, passageOf(texts[index] ?? '')]))
}
