import type { RowId, SentenceId } from '../corpus/ids.ts'
import type { Run } from '../corpus/run.ts'
import { fold } from '../text/fold.ts'
import type { Target } from './annotation.ts'
import { exactCandidates, likeCandidates, wantedOf, type Candidate, type Scope, type Wanted } from './candidates.ts'
import { touched, writtenIn, type Ground } from './ground.ts'

/**
 * Where are an annotation's words now?
 *
 * - `placed`: in their own row, to the letter.
 * - `moved`: elsewhere, or lightly edited, or written otherwise; `changes` says what, `was` and `is` show it.
 * - `orphan`: nowhere that is certain. It is shown with its old words, never on other ones.
 *
 * The rules, in this order. Figures must agree to the letter, with digits that touch the quote. The shorter the quote
 * and the further from its own bead, the more of its surroundings must agree. A candidate must lead the next one
 * clearly. Only without an exact candidate are the words looked for with changes: in their own bead with a few, in
 * their own row with fewer, beyond it with next to none.
 *
 * Units  `at` counts UTF-16 code units of the side's text.
 */
export type Anchoring =
  | ({ readonly kind: 'placed' } & Place)
  | ({ readonly kind: 'moved'; readonly changes: readonly Change[] } & Place)
  | { readonly kind: 'orphan'; readonly why: OrphanReason; readonly near: RowId | null }

export type Place = {
  readonly at: Run
  readonly rows: readonly RowId[]
  readonly sentences: readonly SentenceId[]
}

/** `script`: Traditional or Simplified, width. `writing`: signs, spaces, readings. `words`: the words themselves. */
export type Change =
  | { readonly kind: 'place' }
  | { readonly kind: 'script' | 'writing' | 'words'; readonly was: string; readonly is: string }

/** `gone`: no such words. `figures`: only with other figures. `context`: its surroundings are others. `several`. */
export type OrphanReason = 'gone' | 'figures' | 'context' | 'several'

export function anchor(ground: Ground, target: Target): Anchoring {
  const kept = unchanged(ground, target)
  if (kept !== null) return kept
  const wanted = wantedOf(ground, target)
  const exact = exactCandidates(ground, wanted)
  const found = exact.length > 0 ? choose(exact, wanted, exactNeeds) : like(ground, wanted)
  return typeof found === 'string' ? orphan(ground, target, found) : settled(ground, target, found)
}

/** In the version that it was made in, a quote stands where it stood. */
function unchanged(ground: Ground, target: Target): Anchoring | null {
  if (target.version !== ground.version) return null
  const at = {
    from: ground.points.toUnits(target.position.start),
    to: ground.points.toUnits(target.position.end),
  }
  if (writtenIn(ground, at) !== target.quote.exact) return null
  const place = placeOf(ground, at)
  return place.rows.length > 0 && place.rows.join() === target.rows.join() ? { kind: 'placed', ...place } : null
}

/** The levels of both sides together (0 to 6) that a quote must reach, by how long it is and where it is found. */
type Needs = Readonly<Record<Scope, Readonly<Record<'long' | 'middling' | 'short', number>>>>

const exactNeeds: Needs = {
  bead: { long: 1, middling: 2, short: 3 },
  row: { long: 3, middling: 4, short: 5 },
  side: { long: 4, middling: 5, short: 6 },
}

const likeNeeds: Needs = {
  bead: { long: 3, middling: 4, short: 7 },
  row: { long: 4, middling: 5, short: 7 },
  side: { long: 5, middling: 7, short: 7 },
}

/** Weights (see `weightOf`): from `long` on a phrase is rarely said twice by chance, under `short` it often is. */
const long = 12
const short = 5

/** So long a quote is its own context in its own bead. */
const veryLong = 24

/** Changes that a quote may have, as shares of its length. */
const mostErrors: Readonly<Record<Scope, number>> = { bead: 0.2, row: 0.12, side: 0.05 }

/** By how much, in weights, a candidate must lead the next. */
const lead = 6

function choose(candidates: readonly Candidate[], wanted: Wanted, needs: Needs): Candidate | OrphanReason {
  const [best, next] = [...candidates].sort((a, b) => b.score - a.score)
  if (best === undefined) return 'gone'
  if (!best.figures) return 'figures'
  if (!isCertain(best, wanted, needs)) return 'context'
  return next !== undefined && best.score - next.score < lead ? 'several' : best
}

function isCertain({ scope, before, behind, errors }: Candidate, { weight }: Wanted, needs: Needs): boolean {
  const length = weight >= long ? 'long' : weight >= short ? 'middling' : 'short'
  const levels = before.level + behind.level
  if (scope === 'side' && (before.level === 0 || behind.level === 0)) return false
  if (scope === 'side' && !(before.figures && behind.figures)) return false
  return levels >= needs[scope][length] || (scope === 'bead' && errors === 0 && weight >= veryLong)
}

/** The words with changes: first in their own beads and rows, then anywhere. */
function like(ground: Ground, wanted: Wanted): Candidate | OrphanReason {
  if (wanted.weight < short) return 'gone'
  const own = [...wanted.rows].flatMap((id) => ground.byId.get(id)?.words ?? [])
  const most = (scope: Scope): number => Math.floor(wanted.words.length * mostErrors[scope])
  const near = own.flatMap((within) => likeCandidates(ground, wanted, within, most('bead')))
  const far =
    near.length > 0 ? [] : likeCandidates(ground, wanted, { from: 0, to: ground.words.text.length }, most('side'))
  const candidates = [...near, ...far].filter(({ errors, scope }) => errors <= most(scope))
  return choose(candidates, wanted, likeNeeds)
}

function settled(ground: Ground, target: Target, { at, errors }: Candidate): Anchoring {
  const place = placeOf(ground, at)
  const was = target.quote.exact
  const is = writtenIn(ground, at)
  const changes: Change[] = place.rows.join() === target.rows.join() ? [] : [{ kind: 'place' }]
  if (errors > 0) changes.push({ kind: 'words', was, is })
  else if (was !== is) changes.push({ kind: fold(was) === fold(is) ? 'script' : 'writing', was, is })
  return changes.length === 0 ? { kind: 'placed', ...place } : { kind: 'moved', changes, ...place }
}

function placeOf(ground: Ground, at: Run): Place {
  return {
    at,
    rows: touched(ground.rows, at).map(({ id }) => id),
    sentences: touched(ground.beads, at).map(({ id }) => id),
  }
}

function orphan(ground: Ground, target: Target, why: OrphanReason): Anchoring {
  const places = target.rows.map((id) => {
    if (ground.byId.has(id)) return id
    const retired = ground.retired.get(id)
    const heir = retired?.to ?? retired?.after
    return ground.rows.find((row) => row.id === heir)?.id
  })
  return { kind: 'orphan', why, near: places.find((id) => id !== undefined) ?? null }
}
