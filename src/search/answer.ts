import type { NoticeId, RowId } from '../corpus/ids.ts'
import type { Lang } from '../corpus/lang.ts'
import type { Run } from '../corpus/run.ts'
import type { Found } from './need.ts'
import { evaluate } from './evaluate.ts'
import { isBySound, planKinds, planOf, type Plan, type PlanKind } from './plan.ts'
import { parseQuery, type Filters, type Query } from './query.ts'
import { ranked } from './rank.ts'
import type { Reason } from './locate.ts'
import type { Said } from './said.ts'
import type { SearchRow, Shelf } from './shelf.ts'
import { romanSystems } from './syllables.ts'

/**
 * A query's answer: the paragraph beads in which it was found, best first, and how many there are.
 *
 * The first of these that finds anything answers, so that a literal hit is never mixed with guesses:
 * the phrase (in any script, with inflection, and the other terms of its concept); the phrase with its last word going
 * on; its words apart in one row; by sound, below what begins so; corrected spelling, which is said; by the initials of
 * its sounds; the phrase cut out of words.
 */
export type Hit = {
  readonly notice: NoticeId
  readonly id: RowId
  /** en before zh-Hant, by place; `from` and `to` count UTF-16 units of the side's text. */
  readonly matches: readonly (Run & { readonly lang: Lang })[]
  /** Higher is better; its whole part is the reason's rank. */
  readonly score: number
  readonly reason: Reason
}

export type SearchAnswer = {
  readonly hits: readonly Hit[]
  readonly said: readonly Said[]
  /** All rows that were found, whatever was asked to be shown. */
  readonly count: number
  /** `count` is not an upper bound but the number: every candidate was read, or needed no reading. */
  readonly exact: boolean
  /** The hits' rows, in the same order: what is shown of them. */
  readonly rows: readonly SearchRow[]
}

export type SearchOptions = {
  /** The query is still being typed: its last word may go on. */
  readonly typing?: boolean
  /** Rows wanted; no more are read than it takes to rank as many. All when absent. */
  readonly most?: number
}

export async function answer(shelf: Shelf, typed: string, options: SearchOptions = {}): Promise<SearchAnswer> {
  const parsed = await parseQuery(typed)
  if (!parsed.ok) return nothing(parsed.said)
  const { query } = parsed
  const unknown = await unknownNotice(query.filters, shelf)
  if (unknown !== null) return nothing(unknown)
  let vague: Said | undefined
  let guesses: ReadonlyMap<PlanKind, Promise<Plan | null>> = new Map()
  for (const kind of planKinds) {
    // What is typed is often a word's beginning: then rows that begin so stand below those that have the word itself.
    if (kind === 'phrase' && options.typing === true) continue
    if (kind === firstGuess) guesses = planTogether(query, shelf)
    const plan = await (guesses.get(kind) ?? planOf(kind, query, shelf))
    if (plan === null) continue
    const found = await evaluate(shelf, plan.needs, query.filters, options.most)
    if (found.count > 0) return shown(found, plan, shelf, options)
    if (found.vague && isBySound(kind)) vague = { kind: 'vague-sound' }
  }
  return nothing(query.hint ?? vague)
}

/** Nothing was found by the letters; what these readings ask for is small, and on a slow line a turn is half a second. */
const together = [...romanSystems, 'spelling'] as const
const [firstGuess] = together

function planTogether(query: Query, shelf: Shelf): ReadonlyMap<PlanKind, Promise<Plan | null>> {
  return new Map(
    together.map((kind) => {
      const coming = planOf(kind, query, shelf)
      // Heard of when it is that reading's turn; an earlier one may find something.
      coming.catch(() => undefined)
      return [kind, coming]
    }),
  )
}

function shown(found: Found, plan: Plan, shelf: Shelf, { most = Infinity }: SearchOptions): SearchAnswer {
  const order = ranked(found, plan.needs, shelf).slice(0, most)
  return {
    hits: order.map(({ row, matches, reason, score }) => ({
      notice: row.notice.id,
      id: row.id,
      matches: matches.map(({ lang, from, to }) => ({ lang, from, to })),
      score,
      reason,
    })),
    said: plan.said,
    count: found.count,
    exact: found.exact,
    rows: order.map(({ row }) => row),
  }
}

function nothing(said: Said | undefined): SearchAnswer {
  return { hits: [], said: said === undefined ? [] : [said], count: 0, exact: true, rows: [] }
}

async function unknownNotice({ notices = [] }: Filters, shelf: Shelf): Promise<Said | null> {
  if (notices.length === 0) return null
  const known = await shelf.notices()
  const unknown = notices.find((id) => !known.some((notice) => notice.id === id))
  return unknown === undefined ? null : { kind: 'no-notice', name: unknown }
}
