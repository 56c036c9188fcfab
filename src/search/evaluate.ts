import { langs } from '../corpus/lang.ts'
import { byStrength, intersection, none, union } from './candidates.ts'
import type { Found, FoundRow, Need } from './need.ts'
import { matchesIn, type Match } from './locate.ts'
import { fits } from './pattern.ts'
import type { Filters } from './query.ts'
import type { Candidates, Shelf, ShelfNotice } from './shelf.ts'
import { unitsOf } from './units.ts'

/**
 * Holds a collection's rows against needs: the rows that an index proposes for each, what they have in common, and of
 * those the text itself, so that nothing is found that isn't there.
 *
 * With `most`, rows are read until as many are found, the ones first in which the needs weigh most; the count is then
 * of candidates, and exact only where no candidate could be wrong. However many are wanted, they are read
 * in parts, so that a query that nobody waits for any more soon ends and leaves the line to the next.
 */
export async function evaluate(
  shelf: Shelf,
  needs: readonly Need[],
  filters: Filters,
  most = Infinity,
): Promise<Found> {
  const proposed = await Promise.all(needs.map((need) => propose(shelf, need)))
  const musts = needs.flatMap((need, at) => (need.presence === 'must' && !need.title ? [proposed[at] ?? none] : []))
  const mays = needs.flatMap((need, at) => (need.presence === 'may' && !need.title ? [proposed[at] ?? none] : []))
  const pool = await within(musts.length > 0 ? intersection(musts) : union(mays), needs, filters, shelf)
  const certain =
    [...musts, ...(musts.length > 0 ? [] : mays)].every((one) => one.certain) &&
    needs.every(({ presence, sides }) => presence !== 'not' && sides.length === langs.length)
  const order = pool.rows.length <= most ? [...pool.rows] : byStrength(pool)
  const found: FoundRow[] = []
  let read = 0
  for (let batch = Math.min(most, readFirst); read < order.length && found.length < most; batch *= 2) {
    const next = order.slice(read, read + Math.min(batch, readAtOnce))
    read += next.length
    for (const row of await shelf.read(next)) {
      const byNeed = needs.map((need) => (need.title ? [] : matchesIn(row, need.ways, need.sides)))
      if (!needs.every((need, at) => need.title || meets(need, byNeed[at] ?? []))) continue
      if (musts.length === 0 && byNeed.every((matches) => matches.length === 0)) continue
      found.push({ row, byNeed })
    }
  }
  const all = read === order.length
  return {
    rows: found,
    frequencies: proposed.map((one, at) =>
      all ? found.filter(({ byNeed }) => (byNeed[at]?.length ?? 0) > 0).length : one.rows.length,
    ),
    count: all ? found.length : found.length === 0 ? 0 : pool.rows.length,
    exact: all || certain,
    vague: proposed.some((one) => one.vague === true),
  }
}

/** Rows read at first where all are wanted, and at most together later on. */
const readFirst = 256
const readAtOnce = 2048

function meets({ presence }: Need, matches: readonly Match[]): boolean {
  return presence === 'must' ? matches.length > 0 : presence === 'not' ? matches.length === 0 : true
}

async function propose(shelf: Shelf, need: Need): Promise<Candidates> {
  // What must not be there is looked for in the rows that are read for what must.
  if (need.title || need.presence === 'not') return none
  return union(await Promise.all(need.ways.map(({ pattern }) => shelf.candidates(pattern))))
}

function inScope({ id, published }: ShelfNotice, { notices, after, before }: Filters): boolean {
  if (notices !== undefined && !notices.includes(id)) return false
  if (after === undefined && before === undefined) return true
  // A date that is known only to the year is within every month of it that is asked for, and the other way round.
  if (published === undefined) return false
  const shared = (bound: string): [string, string] => {
    const length = Math.min(bound.length, published.length)
    return [published.slice(0, length), bound.slice(0, length)]
  }
  if (after !== undefined && shared(after)[0] < shared(after)[1]) return false
  return before === undefined || shared(before)[0] <= shared(before)[1]
}

function titlesFit(notice: ShelfNotice, needs: readonly Need[]): boolean {
  return needs.every((need) => {
    if (!need.title || need.presence === 'may') return true
    return titleFits(notice, need) === (need.presence === 'must')
  })
}

/** Does a notice's title have what is needed? */
export function titleFits(notice: ShelfNotice, { ways, sides }: Pick<Need, 'ways' | 'sides'>): boolean {
  return sides.some((lang) => ways.some(({ pattern }) => fits(unitsOf(notice.titles[lang]), pattern).length > 0))
}

async function within(pool: Candidates, needs: readonly Need[], filters: Filters, shelf: Shelf): Promise<Candidates> {
  const asks = filters.notices !== undefined || filters.after !== undefined || filters.before !== undefined
  if (!asks && !needs.some(({ title }) => title)) return pool
  const open = (await shelf.notices()).filter((notice) => inScope(notice, filters) && titlesFit(notice, needs))
  const kept: number[] = []
  let next = 0
  pool.rows.forEach((row, at) => {
    // Both are in the order of row numbers.
    for (let one = open[next]; one !== undefined && one.first + one.rows <= row; one = open[next]) next += 1
    if ((open[next]?.first ?? Infinity) <= row) kept.push(at)
  })
  return {
    rows: Uint32Array.from(kept, (at) => pool.rows[at] ?? 0),
    strong: pool.strong === null ? null : Uint8Array.from(kept, (at) => pool.strong?.[at] ?? 0),
    certain: pool.certain,
  }
}
