import type { TermId } from '../../corpus/ids.ts'
import type { Side } from '../../corpus/notice.ts'
import { overlaps, type Run } from '../../corpus/run.ts'
import { allMarks, type TermMark } from '../../corpus/term.ts'

/**
 * A side's text cut where something begins or ends that a reader sees: a term, damage that was not undone.
 *
 * Shapes  `pieces(run)` tiles the run: each piece's text is the side's text at its place.
 * Units   UTF-16 code units of the side's text.
 * Order   where term marks overlap, the one that begins first wins, and of those the longest:
 *         links cannot be nested.
 */
export type Piece = {
  readonly at: number
  readonly text: string
  readonly term: PieceTerm | null
  /** Damage, and whether its run begins and ends with this piece: it may go on in the next sentence. */
  readonly unresolved: { readonly opens: boolean; readonly closes: boolean } | null
}

/** The mark that a piece is of; pieces of one mark have the same `from`. */
export type PieceTerm = {
  readonly id: TermId
  readonly from: number
  /** Shorter terms inside it that this piece is part of, the outer one first. */
  readonly inner: readonly TermId[]
}

export type PieceCutter = (run: Run) => Piece[]

export function pieceCutter(side: Pick<Side, 'text' | 'marks' | 'unresolved'>): PieceCutter {
  const marks = disjoint(side.marks)
  const unresolved = disjoint(side.unresolved)
  return (run) => {
    const marksHere = within(marks, run)
    const unresolvedHere = within(unresolved, run)
    const edges = [...allMarks(marksHere), ...unresolvedHere]
      .flatMap(({ at }) => [at.from, at.to])
      .filter((edge) => run.from < edge && edge < run.to)
    const cuts = [...new Set([run.from, ...edges, run.to])].sort((a, b) => a - b)
    return cuts.slice(0, -1).map((from, index) => {
      const here = { from, to: cuts[index + 1] ?? run.to }
      const damage = unresolvedHere.find((one) => overlaps(one.at, here))
      const mark = marksHere.find((one) => overlaps(one.at, here))
      return {
        at: from,
        text: side.text.slice(here.from, here.to),
        term: mark === undefined ? null : { id: mark.term, from: mark.at.from, inner: innerTerms(mark, here) },
        unresolved: damage ? { opens: damage.at.from === here.from, closes: damage.at.to === here.to } : null,
      }
    })
  }
}

function innerTerms(mark: TermMark, here: Run): TermId[] {
  return allMarks(mark.inner ?? [])
    .filter(({ at }) => overlaps(at, here))
    .map(({ term }) => term)
}

type Placed = { readonly at: Run }

function disjoint<T extends Placed>(placed: readonly T[]): T[] {
  const kept: T[] = []
  let end = 0
  for (const one of [...placed].sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to)) {
    if (one.at.from < end || one.at.to <= one.at.from) continue
    kept.push(one)
    end = one.at.to
  }
  return kept
}

/** Those of a sorted, disjoint list that share something with a run. */
function within<T extends Placed>(sorted: readonly T[], run: Run): T[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.at.to ?? Infinity) <= run.from) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low; index < sorted.length; index += 1) {
    const one = sorted[index]
    if (one === undefined || one.at.from >= run.to) break
    found.push(one)
  }
  return found
}
