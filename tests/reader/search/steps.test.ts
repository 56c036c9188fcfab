import { describe, expect, it } from 'vitest'
import { parseNoticeId, parseRowId, type NoticeId, type RowId } from '../../../src/corpus/ids.ts'
import type { Stops } from '../../../src/reader/features/search/protocol.ts'
import { nextStop, positionOf } from '../../../src/reader/features/search/steps.ts'

const notice = (id: string): NoticeId => sure(parseNoticeId(id))
const row = (id: string): RowId => sure(parseRowId(id))
const [a, b, c] = [notice('a'), notice('b'), notice('c')]

/** `a: p2 p5, b: p1`, with those of `here` lit. */
function stopsOf(rows: Readonly<Record<string, readonly string[]>>, here: string, more: Partial<Stops> = {}): Stops {
  const notices = Object.entries(rows).map(([id, ids]) => ({ id: notice(id), rows: ids.map(row) }))
  const count = notices.reduce((sum, one) => sum + one.rows.length, 0)
  const lit = notices.find(({ id }) => id === here)?.rows ?? []
  return { notices, count, exact: true, whole: true, here: lit.map((id) => ({ id, matches: [] })), ...more }
}

const two = stopsOf({ a: ['p2', 'p5'], b: ['p1'] }, 'a')
const at = (id: string): { row: RowId; upcoming: null } => ({ row: row(id), upcoming: null })

describe('next and previous', () => {
  it.each([
    ['from row to row', two, a, at('p2'), 1, 'a p5'],
    ['on into the next notice', two, a, at('p5'), 1, 'b p1'],
    ['back from the first to the last', two, a, at('p2'), -1, 'b p1'],
    ['round again', stopsOf({ a: ['p2', 'p5'], b: ['p1'] }, 'b'), b, at('p1'), 1, 'a p2'],
    ['to the one that is still to come', two, a, { row: null, upcoming: row('p5') }, 1, 'a p5'],
    ['back from there', two, a, { row: null, upcoming: row('p5') }, -1, 'a p2'],
    ['past all of this notice', two, a, { row: null, upcoming: null }, 1, 'b p1'],
    ['back to the last of this notice', two, a, { row: null, upcoming: null }, -1, 'a p5'],
    ['from a notice that has none', stopsOf({ a: ['p2'] }, 'c'), c, { row: null, upcoming: null }, 1, 'a p2'],
    ['from a row that is none of them', two, a, { row: row('p9'), upcoming: row('p2') }, 1, 'a p2'],
  ] as const)('go %s', (_name, stops, here, place, step, expected) => {
    const stop = nextStop(stops, here, place, step)
    expect(stop === null ? null : `${stop.notice} ${stop.row}`).toBe(expected)
  })

  it('go nowhere when nothing was found', () => {
    expect(nextStop(stopsOf({}, 'a'), a, { row: null, upcoming: null }, 1)).toBeNull()
  })
})

describe('where a reader stands', () => {
  it('is counted over the collection when all was listed', () => {
    expect(positionOf(two, a, row('p5'))).toEqual({ at: 2, of: 3, among: 'all' })
    expect(positionOf(two, a, null)).toEqual({ at: null, of: 3, among: 'all' })
  })

  it('is counted over the notice when there is more than the list', () => {
    const part = stopsOf({ a: ['p2'], b: ['p1'] }, 'b', { whole: false, count: 9000 })
    const lit = { ...part, here: ['p1', 'p3'].map((id) => ({ id: row(id), matches: [] })) }
    expect(positionOf(lit, b, row('p3'))).toEqual({ at: 2, of: 2, among: 'notice' })
  })
})

function sure<T>(value: T | null): T {
  if (value === null) throw new Error('no such id')
  return value
}
