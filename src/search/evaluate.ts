import { langs } from '../corpus/lang.ts'
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
 * With `most`, no more rows are read than `readAhead` times as many, the ones first in which the needs weigh most;
 * the count is then of candidates, and exact only where no candidate could be wrong.
 */
export async function evaluate(
  shelf: Shelf,
  needs: readonly Need[],
  filters: Filters,
  most = Infinity,
): Promise<Found> {
  const proposed = await Promise.all(needs.map((need) => propose(shelf, need)))
  const open = shelf.notices.filter((notice) => inScope(notice, filters) && titlesFit(notice, needs))
  const musts = needs.flatMap((need, at) => (need.presence === 'must' && !need.title ? [proposed[at] ?? none] : []))
  const mays = needs.flatMap((need, at) => (need.presence === 'may' && !need.title ? [proposed[at] ?? none] : []))
  const pool = within(musts.length > 0 ? common(musts) : union(mays), open, shelf)
  const certain =
    [...musts, ...(musts.length > 0 ? [] : mays)].every((one) => one.certain) &&
    needs.every(({ presence, sides }) => presence !== 'not' && sides.length === langs.length)
  const wanted = pool.rows.length <= most * readAhead ? [...pool.rows] : strongest(pool, most * readAhead)
  const found: FoundRow[] = []
  for (const row of await shelf.read(wanted)) {
    const byNeed = needs.map((need) => (need.title ? [] : matchesIn(row, need.ways, need.sides)))
    if (!needs.every((need, at) => need.title || meets(need, byNeed[at] ?? []))) continue
    if (musts.length === 0 && byNeed.every((matches) => matches.length === 0)) continue
    found.push({ row, byNeed })
  }
  const all = wanted.length === pool.rows.length
  return {
    rows: found,
    frequencies: proposed.map((one, at) =>
      all ? found.filter(({ byNeed }) => (byNeed[at]?.length ?? 0) > 0).length : one.rows.length,
    ),
    count: all ? found.length : found.length === 0 ? 0 : pool.rows.length,
    exact: all || certain,
  }
}

/** Rows read for each row wanted: enough that the best of them are among those that weigh most. */
const readAhead = 5

const none: Candidates = { rows: new Uint32Array(), strong: null, certain: true }

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

/** Rows that all have; a row is as strong as the sum. */
function common(sets: readonly Candidates[]): Candidates {
  const [first = none, ...rest] = [...sets].sort((a, b) => a.rows.length - b.rows.length)
  return rest.reduce((left, right) => {
    const rows: number[] = []
    const strong: number[] = []
    let at = 0
    left.rows.forEach((row, index) => {
      while (at < right.rows.length && (right.rows[at] ?? 0) < row) at += 1
      if (right.rows[at] !== row) return
      rows.push(row)
      strong.push((left.strong?.[index] ?? 0) + (right.strong?.[at] ?? 0))
    })
    return { rows: Uint32Array.from(rows), strong: Uint8Array.from(strong), certain: left.certain && right.certain }
  }, first)
}

export function union(sets: readonly Candidates[]): Candidates {
  const [first = none, ...rest] = sets
  if (rest.length === 0) return first
  const strengths = new Map<number, number>()
  for (const { rows, strong } of sets)
    rows.forEach((row, at) => strengths.set(row, Math.max(strengths.get(row) ?? 0, strong?.[at] ?? 0)))
  const rows = Uint32Array.from(strengths.keys()).sort()
  return {
    rows,
    strong: Uint8Array.from(rows, (row) => strengths.get(row) ?? 0),
    certain: sets.every(({ certain }) => certain),
  }
}

function within(pool: Candidates, open: readonly ShelfNotice[], shelf: Shelf): Candidates {
  if (open.length === shelf.notices.length) return pool
  const kept = [...pool.rows.keys()].filter((at) => {
    const row = pool.rows[at] ?? -1
    return open.some(({ first, rows }) => first <= row && row < first + rows)
  })
  return {
    rows: Uint32Array.from(kept, (at) => pool.rows[at] ?? 0),
    strong: pool.strong === null ? null : Uint8Array.from(kept, (at) => pool.strong?.[at] ?? 0),
    certain: pool.certain,
  }
}

function strongest({ rows, strong }: Candidates, most: number): number[] {
  return [...rows.keys()]
    .sort((a, b) => (strong?.[b] ?? 0) - (strong?.[a] ?? 0) || a - b)
    .slice(0, most)
    .map((at) => rows[at] ?? 0)
    .sort((a, b) => a - b)
}
