import { ByteReader } from './bytes.ts'

/**
 * Counts of character sequences in Chinese prose, folded to Simplified, up to four characters long: how likely one
 * character is behind the three before it.
 *
 * A sequence that is not listed is as likely as its shorter end, out of the share that the listed ones leave
 * (Katz 1987, interpolated). Two digits of context are so looked up at once: each look-up gives the place from which
 * the next is made, and a reader keeps those places as its state.
 *
 * Layout  fourteen u32 lengths, then that many bytes each: the characters, UTF-16LE, sorted; a level each; and for
 *         sequences of two, three and four, sorted, a stream of ranks for each position and one of levels. A rank is
 *         a varint, in full where an earlier one changed and else its distance. A level is half a doubling of
 *         `count + 1`.
 */
export type Prose = {
  /** By code unit: a character's place, from 1; 0 where it is not listed. */
  readonly rankOf: Uint16Array
  readonly singles: Float32Array
  readonly total: number
  readonly pairs: Followers
  readonly triples: Followers
  readonly quads: Followers
}

/** What follows each listed sequence one shorter: `start[p]` to `start[p + 1]` index `last`, sorted, and `counts`. */
export type Followers = {
  readonly start: Uint32Array
  readonly last: Uint16Array
  readonly counts: Float32Array
  /** The share of a sequence's occurrences that no listed follower accounts for, by the sequence's place. */
  readonly left: Float32Array
}

/** Counts are rounded, so their sum can come out above the whole; something always remains. */
const LEAST_LEFT = 0.03
const PARTS = 14

export function parseProse(bytes: Uint8Array): Prose {
  const lengths = readLengths(bytes)
  let at = 4 * PARTS
  const streams = lengths.map((length) => new ByteReader(bytes.subarray(at, (at += length))))
  const next = () => streams.shift() ?? new ByteReader(new Uint8Array(0))
  const rankOf = new Uint16Array(0x10000)
  const count = (lengths[0] ?? 0) / 2
  const chars = next()
  for (let rank = 1; rank <= count; rank++) rankOf[chars.u16()] = rank
  for (const [twin, mark] of twins) rankOf[twin.charCodeAt(0)] = rankOf[mark.charCodeAt(0)] ?? 0
  const singles = new Float32Array(count + 1)
  const levels = next()
  let total = 0
  for (let rank = 1; rank <= count; rank++) total += singles[rank] = countOf(levels.u8())
  const pairs = readFollowers([next(), next()], next(), lengths[4] ?? 0, singles, ([a = 0]) => a)
  const placeOfPair = ([a = 0, b = 0]: readonly number[]) => findFollower(pairs, a, b)
  const triples = readFollowers([next(), next(), next()], next(), lengths[8] ?? 0, pairs.counts, placeOfPair)
  const placeOfTriple = (ranks: readonly number[]) => findFollower(triples, placeOfPair(ranks), ranks[2] ?? 0)
  const quads = readFollowers([next(), next(), next(), next()], next(), lengths[13] ?? 0, triples.counts, placeOfTriple)
  return { rankOf, singles, total, pairs, triples, quads }
}

/** Marks that the counted prose writes in its own way. */
const twins = [
  [',', '，'],
  [';', '；'],
  ['?', '？'],
  ['!', '！'],
  [':', '：'],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
] as const

function readLengths(bytes: Uint8Array): number[] {
  if (bytes.length === 0) return []
  const head = new ByteReader(bytes)
  return Array.from({ length: PARTS }, () => head.u32())
}

/** The sequences are sorted and each one's beginning is listed, so their parents come in order, too. */
function readFollowers(
  ranks: readonly ByteReader[],
  levels: ByteReader,
  size: number,
  parentCounts: Float32Array,
  placeOf: (ranks: readonly number[]) => number,
): Followers {
  const last = new Uint16Array(size)
  const counts = new Float32Array(size)
  const start = new Uint32Array(parentCounts.length + 1)
  const sums = new Float64Array(parentCounts.length)
  // Ranks are written from 0 and kept from 1, so that 0 can say that there is none.
  const sequence = ranks.map(() => 1)
  let parent = -1
  let filled = 0
  for (let i = 0; i < size; i++) {
    let same = true
    let moved = i === 0
    for (let position = 0; position < ranks.length; position++) {
      const value = ranks[position]?.varint() ?? 0
      sequence[position] = same ? (sequence[position] ?? 0) + value : value + 1
      if (value !== 0 || !same) {
        same = false
        if (position < ranks.length - 1) moved = true
      }
    }
    if (moved) parent = placeOf(sequence)
    while (filled <= parent) start[filled++] = i
    last[i] = sequence.at(-1) ?? 0
    const often = (counts[i] = countOf(levels.u8()))
    sums[parent] = (sums[parent] ?? 0) + often
  }
  start.fill(size, filled)
  const left = parentCounts.map((count, i) => Math.max(LEAST_LEFT, 1 - (sums[i] ?? 0) / Math.max(count, 1)))
  return { start, last, counts, left }
}

/** The place of a follower of what stands at `place`; -1 when none is listed. */
export function findFollower(followers: Followers, place: number, rank: number): number {
  if (place < 0) return -1
  const { start, last } = followers
  const end = start[place + 1] ?? 0
  let low = start[place] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if ((last[middle] ?? 0) < rank) low = middle + 1
    else high = middle
  }
  return low < end && last[low] === rank ? low : -1
}

function countOf(level: number): number {
  return Math.max(0.5, 2 ** (level / 2) - 1)
}
