import { parseRowId, parseSentenceId, rowNumber, rowOf, sentenceNumber, type RowId, type SentenceId } from './ids.ts'
import type { LedgerRetired } from './ledger.ts'
import type { RetiredId } from './notice.ts'

/**
 * Where do retired ids lead now? What an id was retired to may have been retired later, so the chain is followed to a
 * living id, or to where the text was lost; likewise for the row that stands in its place.
 * An id is retired only to one that lives at that time, so a chain ends; a ledger edited by hand might not know that.
 */
export function resolveRetired(retired: readonly LedgerRetired[], living: ReadonlySet<string>): RetiredId[] {
  const known = new Map<string, LedgerRetired>(retired.map((one) => [one.id, one]))
  return retired.map(({ id, to, after }) => {
    const end = followed(to, living, known, (one) => one.to)
    // Where the text was lost on the way, the place is that of the last id that had it.
    const last = end === null ? lastHolder(id, known) : null
    const place = followed(last?.after ?? after, living, known, (one) => one.after)
    return { id, to: end, after: place === null ? null : rowNamed(place) }
  })
}

/** By row number, a row before its sentence beads. */
export function byNumber(a: RetiredId, b: RetiredId): number {
  const [rowA, beadA] = numbersOf(a.id)
  const [rowB, beadB] = numbersOf(b.id)
  return rowA - rowB || beadA - beadB
}

/** Row number and bead number of an id; a row's own bead number is 0. */
export function numbersOf(id: RowId | SentenceId): readonly [row: number, bead: number] {
  const bead = parseSentenceId(id)
  return bead === null ? [rowNumber(rowNamed(id)), 0] : [rowNumber(rowOf(bead)), sentenceNumber(bead)]
}

function rowNamed(id: RowId | SentenceId): RowId {
  const row = parseRowId(id)
  const bead = parseSentenceId(id)
  if (row !== null) return row
  if (bead !== null) return rowOf(bead)
  throw new RangeError(`rowNamed: “${String(id)}” is neither a row id nor a sentence id`)
}

function followed<Id extends RowId | SentenceId>(
  from: Id | null,
  living: ReadonlySet<string>,
  known: ReadonlyMap<string, LedgerRetired>,
  next: (one: LedgerRetired) => Id | null,
): Id | null {
  const seen = new Set<Id>()
  let at = from
  while (at !== null && !living.has(at) && !seen.has(at)) {
    seen.add(at)
    const one = known.get(at)
    at = one === undefined ? null : next(one)
  }
  return at !== null && living.has(at) ? at : null
}

function lastHolder(id: string, known: ReadonlyMap<string, LedgerRetired>): LedgerRetired | null {
  const seen = new Set<string>()
  let last: LedgerRetired | null = null
  let at: string | null = id
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    const one: LedgerRetired | undefined = known.get(at)
    last = one ?? last
    at = one?.to ?? null
  }
  return last
}
