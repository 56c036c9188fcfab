import { backboneOf, exactMatches } from './carry-exact.ts'
import { matchKin, whereWent } from './carry-kin.ts'
import { printOf, textOf } from './carry-passage.ts'
import { byNumber, numbersOf, resolveRetired } from './carry-retire.ts'
import { parseRowId, rowId, rowNumber, rowOf, sentenceId, sentenceNumber, type RowId, type SentenceId } from './ids.ts'
import type { Ledger, LedgerRetired, LedgerRow, Naming, RowNames, UnnamedRow } from './ledger.ts'
import { versions } from './version.ts'

/**
 * Names a notice's rows and their sentence beads: ids go with the text.
 *
 * - A text that is the same to the letter keeps its id wherever it now stands; an edited one keeps it too, as long as
 *   most of it is left. Of merged rows the one with more text keeps its id, of a split row its largest part does.
 * - An id whose text is gone or went into another row is retired and leads there. It is given again only to the very
 *   text that it had (`print`), never to another.
 * - New texts get the next numbers, in reading order. No number is used twice.
 * - A sentence bead's id carries its row's: one that moves to another row is retired and leads to its new id.
 *
 * The ledger that is stored keeps the texts as they were when it was written, and is written only when ids were
 * added (`grown`). Until then every build starts from that same ledger, so what it retires is worked out afresh and a
 * text that comes back finds its id alive. Text that is edited time and again drifts from what is stored; once too
 * little is alike it gets a new id, which writes the ledger, and the old id leads to it.
 *
 * Errors  none: any rows can be named; a caller that gives one id to two rows is told so.
 *
 * `given` has the ids that an author wrote down, by row: such a row gets that very id, whatever its text, and the text
 * that had the id before is carried no further.
 */
export function nameRows(
  rows: readonly UnnamedRow[],
  old: Ledger | null,
  given: readonly (RowId | null)[] = [],
): Naming {
  const oldRows = old?.rows ?? []
  const before = oldRows.map((row) => textOf(row.beads))
  const after = rows.map((row) => textOf(row.beads))
  const matches = exactMatches(before, after)
  const written = matchGiven(matches, oldRows, given)
  const others = (old?.retired ?? []).filter(({ id }) => !written.ids.has(id))
  const returned = returnedIds(after, matches, others, (id) => parseRowId(id) !== null)
  for (const index of written.rows) returned.delete(index)
  matchKin(before, after, matches, new Set([...returned.keys(), ...written.rows]))

  const highest = given.reduce((most, id) => (id === null ? most : Math.max(most, rowNumber(id))), highestRow(old))
  let nextRow = Math.max(old?.nextRow ?? 1, 1 + highest)
  const ids = rows.map((_, index): RowId => {
    const kept = given[index] ?? oldRows[matches[index] ?? -1]?.id ?? parseRowId(returned.get(index)?.id ?? '')
    return kept ?? rowId(nextRow++)
  })
  const beads = nameBeads(rows, ids, matches, old)
  const living = new Set<string>(beads.flatMap((row) => [row.id, ...row.beads.map((bead) => bead.id)]))
  const retired = [
    ...(old?.retired ?? []).filter(({ id }) => !living.has(id)),
    ...retiredRows(oldRows, before, after, matches, ids),
  ]
  const rowRetired = new Map(retired.map((one) => [one.id, one]))
  const lostBeads = retiredBeads(oldRows, beads, living, rowRetired)
  const known = new Set<string>([
    ...oldRows.flatMap((row) => [row.id, ...row.beads.map((bead) => bead.id)]),
    ...(old?.retired ?? []).map(({ id }) => id),
  ])
  const ledger: Ledger = {
    ...versions.ids,
    nextRow,
    rows: beads,
    retired: [...retired, ...lostBeads].sort(byNumber),
  }
  return {
    names: beads.map((row): RowNames => ({ id: row.id, beads: row.beads.map((bead) => bead.id) })),
    retired: resolveRetired(ledger.retired, living),
    ledger,
    grown: [...living].some((id) => !known.has(id)),
  }
}

/** Rows with an id of their own continue the old row of that id and no other; no other row continues that one. */
function matchGiven(
  matches: (number | null)[],
  oldRows: readonly LedgerRow[],
  given: readonly (RowId | null)[],
): { readonly ids: ReadonlySet<RowId | SentenceId>; readonly rows: ReadonlySet<number> } {
  const byId = new Map<RowId, number>()
  given.forEach((id, index) => {
    if (id === null) return
    if (byId.has(id)) throw new RangeError(`nameRows: rows ${byId.get(id)} and ${index} are both given ${id}`)
    byId.set(id, index)
  })
  const rows = new Set(byId.values())
  if (byId.size === 0) return { ids: new Set(), rows }
  const heirs = oldRows.map(({ id }) => byId.get(id))
  matches.forEach((match, index) => {
    if (rows.has(index) || (match !== null && heirs[match] !== undefined)) matches[index] = null
  })
  heirs.forEach((index, match) => {
    if (index !== undefined) matches[index] = match
  })
  return { ids: new Set(byId.keys()), rows }
}

/** Shorter folded texts come back by chance; they get a new id. UTF-16 units, both sides together. */
const tellingLength = 16

/** New texts that are, to the letter, what a retired id stood for: each such id once, in order. */
function returnedIds(
  after: readonly string[],
  matches: readonly (number | null)[],
  retired: readonly LedgerRetired[],
  ofKind: (id: string) => boolean,
): Map<number, LedgerRetired> {
  const byPrint = new Map<string, LedgerRetired[]>()
  for (const one of retired)
    if (one.print !== undefined && ofKind(one.id)) byPrint.set(one.print, [...(byPrint.get(one.print) ?? []), one])
  const returned = new Map<number, LedgerRetired>()
  if (byPrint.size === 0) return returned
  after.forEach((key, index) => {
    if (matches[index] !== null || key.length < tellingLength) return
    const one = byPrint.get(printOf(key))?.shift()
    if (one !== undefined) returned.set(index, one)
  })
  return returned
}

function nameBeads(
  rows: readonly UnnamedRow[],
  ids: readonly RowId[],
  matches: readonly (number | null)[],
  old: Ledger | null,
): LedgerRow[] {
  const retiredIn = new Map<RowId, LedgerRetired[]>()
  for (const one of old?.retired ?? []) {
    if (parseRowId(one.id) !== null) continue
    const row = rowId(numbersOf(one.id)[0])
    retiredIn.set(row, [...(retiredIn.get(row) ?? []), one])
  }
  return rows.map(({ beads }, index): LedgerRow => {
    const id = ids[index] ?? rowId(1)
    const oldRow = old?.rows[matches[index] ?? -1]
    const oldBeads = oldRow?.beads ?? []
    const gone = retiredIn.get(id) ?? []
    if (oldRow !== undefined && isUnchanged(beads, oldBeads)) return oldRow
    const { carried, returned } = matchBeads(beads, oldBeads, gone)
    const highest = Math.max(
      0,
      ...oldBeads.map((bead) => sentenceNumber(bead.id)),
      ...gone.map((one) => numbersOf(one.id)[1]),
    )
    let nextBead = Math.max(oldRow?.nextBead ?? 1, highest + 1)
    const named = beads.map((bead, at) => {
      const back = returned.get(at)
      const kept =
        oldBeads[carried[at] ?? -1]?.id ?? (back === undefined ? null : sentenceId(id, numbersOf(back.id)[1]))
      return { id: kept ?? sentenceId(id, nextBead++), en: bead.en, 'zh-Hant': bead['zh-Hant'] }
    })
    return { id, nextBead, beads: named }
  })
}

/** For each bead of a row, the old bead that it continues, or the retired one whose text it has. */
function matchBeads(
  beads: UnnamedRow['beads'],
  oldBeads: LedgerRow['beads'],
  gone: readonly LedgerRetired[],
): { readonly carried: readonly (number | null)[]; readonly returned: ReadonlyMap<number, LedgerRetired> } {
  if (oldBeads.length === 0 && gone.length === 0) return { carried: [], returned: new Map() }
  const before = oldBeads.map((bead) => textOf([bead]))
  const after = beads.map((bead) => textOf([bead]))
  const carried = exactMatches(before, after)
  const returned = returnedIds(after, carried, gone, () => true)
  matchKin(before, after, carried, new Set(returned.keys()))
  return { carried, returned }
}

/** Rows of the old ledger that no new row continues. */
function retiredRows(
  oldRows: readonly LedgerRow[],
  before: readonly string[],
  after: readonly string[],
  matches: readonly (number | null)[],
  ids: readonly RowId[],
): LedgerRetired[] {
  const went = whereWent(before, after, matches)
  const kept = new Set(matches)
  const inOrder = new Set(backboneOf(matches).map((index) => matches[index]))
  const retired: LedgerRetired[] = []
  let place: RowId | null = null
  oldRows.forEach(({ id }, index) => {
    // A row that moved away no longer shows where its neighbours were.
    if (inOrder.has(index)) place = id
    if (kept.has(index)) return
    retired.push({ id, to: ids[went.get(index) ?? -1] ?? null, after: place, print: printOf(before[index] ?? '') })
  })
  return retired
}

/** Beads of the old ledger that no new one continues; those of changed rows are looked for in all changed rows. */
function retiredBeads(
  oldRows: readonly LedgerRow[],
  rows: readonly LedgerRow[],
  living: ReadonlySet<string>,
  retired: ReadonlyMap<string, LedgerRetired>,
): LedgerRetired[] {
  const now = new Map(rows.map((row) => [row.id, row]))
  const then = new Map(oldRows.map((row) => [row.id, row]))
  const lostFrom = oldRows.filter((row) => isChanged(row, now.get(row.id))).flatMap((row) => row.beads)
  if (lostFrom.every((bead) => living.has(bead.id))) return []
  const wentTo = rows.filter((row) => isChanged(row, then.get(row.id))).flatMap((row) => row.beads)
  const before = lostFrom.map((bead) => textOf([bead]))
  const after = wentTo.map((bead) => textOf([bead]))
  const places = new Map<SentenceId, number>(lostFrom.map((bead, index) => [bead.id, index]))
  const went = whereWent(
    before,
    after,
    wentTo.map((bead) => places.get(bead.id) ?? null),
  )
  return lostFrom.flatMap((bead, index): LedgerRetired[] => {
    if (living.has(bead.id)) return []
    const row = rowOf(bead.id)
    const place = living.has(row) ? row : (retired.get(row)?.after ?? null)
    return [
      { id: bead.id, to: wentTo[went.get(index) ?? -1]?.id ?? null, after: place, print: printOf(before[index] ?? '') },
    ]
  })
}

function isUnchanged(beads: UnnamedRow['beads'], old: LedgerRow['beads']): boolean {
  if (beads.length !== old.length) return false
  return beads.every((bead, at) => bead.en === old[at]?.en && bead['zh-Hant'] === old[at]['zh-Hant'])
}

/** Do two states of a row differ in a bead or its text? A row that is not there in one of them does. */
function isChanged(row: LedgerRow, other: LedgerRow | undefined): boolean {
  if (other === undefined || !isUnchanged(row.beads, other.beads)) return true
  return row.beads.some((bead, at) => bead.id !== other.beads[at]?.id)
}

function highestRow(old: Ledger | null): number {
  const numbers = [
    ...(old?.rows ?? []).map(({ id }) => rowNumber(id)),
    ...(old?.retired ?? []).map(({ id }) => numbersOf(id)[0]),
  ]
  return numbers.reduce((highest, number) => Math.max(highest, number), 0)
}
