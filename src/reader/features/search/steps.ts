import type { NoticeId, RowId } from '../../../corpus/ids.ts'
import type { Stops } from './protocol.ts'

/** A row that was found. */
export type Stop = { readonly notice: NoticeId; readonly row: RowId }

/** Where a reader stands among the rows that were found, for saying it and for going on. */
export type Position = {
  /** From 1; `null` while the reader stands at none of them. */
  readonly at: number | null
  readonly of: number
  /** Of the whole collection, or, where more was found than can be listed, of this notice. */
  readonly among: 'all' | 'notice'
}

/** All stops in order: notices as in the list, rows as they are read; of this notice, all that are lit. */
function stopsInOrder(stops: Stops, notice: NoticeId): Stop[] {
  const here = stops.here.map(({ id }) => id)
  const listed = stops.notices.some(({ id }) => id === notice)
  const notices = listed || here.length === 0 ? stops.notices : [{ id: notice, rows: here }, ...stops.notices]
  return notices.flatMap(({ id, rows }) => (id === notice ? here : rows).map((row) => ({ notice: id, row })))
}

export function positionOf(stops: Stops, notice: NoticeId, row: RowId | null): Position {
  const all = stopsInOrder(stops, notice)
  const among = stops.whole ? all : all.filter((stop) => stop.notice === notice)
  const at = among.findIndex((stop) => stop.notice === notice && stop.row === row)
  return {
    at: at < 0 ? null : at + 1,
    of: stops.whole ? stops.count : among.length,
    among: stops.whole ? 'all' : 'notice',
  }
}

/**
 * The stop after or before a row; from the last on to the first. `null` where nothing was found.
 * `row` is the stop where the reader stands; without one, `upcoming` is the first row here that is still to come.
 */
export function nextStop(
  stops: Stops,
  notice: NoticeId,
  { row, upcoming }: { readonly row: RowId | null; readonly upcoming: RowId | null },
  step: 1 | -1,
): Stop | null {
  const all = stopsInOrder(stops, notice)
  if (all.length === 0) return null
  const indexOf = (wanted: RowId | null): number =>
    wanted === null ? -1 : all.findIndex((stop) => stop.notice === notice && stop.row === wanted)
  const at = indexOf(row)
  if (at >= 0) return all[(at + step + all.length) % all.length] ?? null
  const coming = indexOf(upcoming)
  // Past the last one here, the next is the first behind this notice's.
  const behind = all.findLastIndex((stop) => stop.notice === notice) + 1
  const next = coming >= 0 ? coming : behind
  return all[(step === 1 ? next : next - 1 + all.length) % all.length] ?? null
}
