import { makeCorridor, type Corridor } from './corridor.ts'
import type { EncodedSide } from './encode.ts'
import type { Table } from './table.ts'

/**
 * Finds where the texts surely meet, so that the search between need not look everywhere.
 *
 * Every left segment votes for the right segments that hold translations of its rarer words, through postings lists.
 * The heaviest chain of votes that rises on both sides (a longest increasing subsequence with weights, Fredman 1975,
 * over a Fenwick tree) is the spine. A chapter that only one side has is a stretch without votes, and moves nothing.
 */
export function anchorCorridor(left: EncodedSide, right: EncodedSide, table: Table): Corridor {
  return corridorAround(heaviestChain(votes(left, right, table), right.count), left.count, right.count)
}

/**
 * A right type in more segments than this, or than one in four hundred, says little about which. Too few, and in a long
 * text the words of its subject say nothing: of 15,944 paragraphs of a program's manual in one text, 1.6% came to stand
 * beside wrong ones with 40 and a margin of 3, 0.3% with 200 and 8, and no fewer with more of either.
 */
const mostSegments = 200
/** Candidates kept for a left segment. */
const mostVotes = 6
/** A vote must be worth about one rare word and its translation. */
const leastVote = 3
/** How far about the spine the search looks, in segments: further than a chance vote leads it astray. */
const margin = 8
/** A gap in the spine of more nodes than this is searched along its edges and diagonal only. */
const mostNodes = 250_000

type Vote = { readonly i: number; readonly j: number; readonly weight: number }

function votes(left: EncodedSide, right: EncodedSide, table: Table): Vote[] {
  const most = Math.max(mostSegments, right.count / 400)
  const { ends, segments } = postings(right, most)
  const total = right.tokens.length + 1
  const gain = new Float64Array(right.types.length)
  const score = new Float64Array(right.count)
  const found: Vote[] = []
  for (let i = 0; i < left.count; i += 1) {
    const touchedTypes: number[] = []
    const from = left.starts[i] ?? 0
    const to = left.starts[i + 1] ?? 0
    for (let at = from; at < to; at += 1) {
      const type = left.tokens[at] ?? 0
      for (let link = type === 0 ? 0 : (table.leftEnds[type - 1] ?? 0); link < (table.leftEnds[type] ?? 0); link += 1) {
        const b = table.right[link] ?? 0
        if ((ends[b] ?? 0) - (b === 0 ? 0 : (ends[b - 1] ?? 0)) > most) continue
        if (gain[b] === 0) touchedTypes.push(b)
        gain[b] = (gain[b] ?? 0) + (table.forth[link] ?? 0)
      }
    }
    const touched: number[] = []
    for (const b of touchedTypes) {
      const worth = Math.log(1 + ((gain[b] ?? 0) * total) / ((to - from) * (right.frequency[b] ?? 1)))
      gain[b] = 0
      for (let at = b === 0 ? 0 : (ends[b - 1] ?? 0); at < (ends[b] ?? 0); at += 1) {
        const j = segments[at] ?? 0
        if (score[j] === 0) touched.push(j)
        score[j] = (score[j] ?? 0) + worth
      }
    }
    // Among equals, as in a text that repeats itself, the one nearest the diagonal.
    const diagonal = (i * right.count) / left.count
    const isBetter = (one: Vote, other: Vote): boolean =>
      one.weight > other.weight ||
      (one.weight === other.weight && Math.abs(one.j - diagonal) < Math.abs(other.j - diagonal))
    const kept: Vote[] = []
    for (const j of touched) {
      // What a segment says counts against its length: a long one holds a bit of everything.
      const weight = (score[j] ?? 0) - missCost * ((right.starts[j + 1] ?? 0) - (right.starts[j] ?? 0))
      score[j] = 0
      if (weight < leastVote) continue
      const vote = { i, j, weight }
      let place = kept.length
      for (let at = place - 1; at >= 0; at -= 1) {
        const other = kept[at]
        if (other === undefined || !isBetter(vote, other)) break
        place = at
      }
      if (place >= mostVotes) continue
      kept.splice(place, 0, vote)
      kept.length = Math.min(kept.length, mostVotes)
    }
    found.push(...kept)
  }
  return found
}

/** What each token of a right segment costs a vote, in nats: about what a chance match brings. */
const missCost = 0.15

/** For each type the segments that hold it, ascending. */
function postings(side: EncodedSide, most: number): { readonly ends: Uint32Array; readonly segments: Uint32Array } {
  const lists: number[][] = side.types.map(() => [])
  for (let segment = 0; segment < side.count; segment += 1)
    for (let at = side.starts[segment] ?? 0; at < (side.starts[segment + 1] ?? 0); at += 1) {
      const list = lists[side.tokens[at] ?? 0]
      if (list !== undefined && list[list.length - 1] !== segment && list.length <= most) list.push(segment)
    }
  const ends = new Uint32Array(lists.length)
  let total = 0
  for (const [type, list] of lists.entries()) ends[type] = total += list.length
  return { ends, segments: Uint32Array.from(lists.flat()) }
}

/** Votes come by ascending i. */
function heaviestChain(all: readonly Vote[], rightCount: number): Vote[] {
  const best = new Float64Array(rightCount + 1)
  const who = new Int32Array(rightCount + 1).fill(-1)
  const reach = new Float64Array(all.length)
  const previous = new Int32Array(all.length).fill(-1)
  for (let at = 0; at < all.length;) {
    let end = at
    while (end < all.length && all[end]?.i === all[at]?.i) end += 1
    // All of one row are looked up before any is entered, so that a chain takes one of them.
    for (let one = at; one < end; one += 1) {
      const vote = all[one]
      if (vote === undefined) continue
      let most = 0
      for (let node = vote.j; node > 0; node -= node & -node)
        if ((best[node] ?? 0) > most) {
          most = best[node] ?? 0
          previous[one] = who[node] ?? -1
        }
      reach[one] = most + vote.weight
    }
    for (let one = at; one < end; one += 1)
      for (let node = (all[one]?.j ?? 0) + 1; node <= rightCount; node += node & -node)
        if ((reach[one] ?? 0) > (best[node] ?? 0)) {
          best[node] = reach[one] ?? 0
          who[node] = one
        }
    at = end
  }
  let last = -1
  for (let one = 0; one < all.length; one += 1) if (last < 0 || (reach[one] ?? 0) > (reach[last] ?? 0)) last = one
  const chain: Vote[] = []
  for (let one = last; one >= 0; one = previous[one] ?? -1) {
    const vote = all[one]
    if (vote !== undefined) chain.push(vote)
  }
  return chain.reverse()
}

function corridorAround(chain: readonly Vote[], leftCount: number, rightCount: number): Corridor {
  const lo = new Int32Array(leftCount + 1).fill(rightCount)
  const hi = new Int32Array(leftCount + 1)
  const open = (fromRow: number, toRow: number, fromColumn: number, toColumn: number): void => {
    for (let row = Math.max(0, fromRow); row <= Math.min(leftCount, toRow); row += 1) {
      lo[row] = Math.min(lo[row] ?? 0, Math.max(0, fromColumn))
      hi[row] = Math.max(hi[row] ?? 0, Math.min(rightCount, toColumn))
    }
  }
  let i = 0
  let j = 0
  for (const next of [...chain, { i: leftCount, j: rightCount }]) {
    const rows = next.i - i
    const columns = next.j - j
    if (rows * columns <= mostNodes) open(i - margin, next.i + margin, j - margin, next.j + margin)
    else {
      open(i - margin, i + margin, j - margin, next.j + margin)
      const width = Math.ceil(mostNodes / rows / 2)
      for (let row = i; row <= next.i; row += 1) {
        const middle = j + Math.round(((row - i) / rows) * columns)
        open(row, row, middle - width, middle + width)
      }
      open(next.i - margin, next.i + margin, j - margin, next.j + margin)
    }
    i = next.i + 1
    j = next.j + 1
  }
  return makeCorridor(lo, hi, rightCount)
}
