import type { RowId, SentenceId } from '../corpus/ids.ts'
import type { Run } from '../corpus/run.ts'
import { fold } from '../text/fold.ts'
import type { Target } from './annotation.ts'
import { exactCandidates, likeCandidates, wantedOf, type Candidate, type Scope, type Wanted } from './candidates.ts'
import { reversed } from './context.ts'
import { touched, writtenIn, type Ground } from './ground.ts'
import { weightOf } from './words.ts'

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

const never = 7

const exactNeeds: Needs = {
  bead: { long: 3, middling: 4, short: 4 },
  row: { long: 4, middling: 6, short: 6 },
  heir: { long: 5, middling: 6, short: 6 },
  torn: { long: 6, middling: 6, short: never },
  side: { long: 6, middling: 6, short: 6 },
  mixed: { long: never, middling: never, short: never },
}

const likeNeeds: Needs = {
  bead: { long: 4, middling: 5, short: never },
  row: { long: 4, middling: 5, short: never },
  heir: { long: 6, middling: never, short: never },
  torn: { long: never, middling: never, short: never },
  side: { long: 6, middling: never, short: never },
  mixed: { long: never, middling: never, short: never },
}

/** Weights (see `weightOf`): from `long` on a phrase is rarely said twice by chance, under `short` it often is. */
const long = 12
const short = 5

/** Changes that a quote may have, as shares of its length. */
const mostErrors: Readonly<Record<Scope, number>> = { bead: 0.15, row: 0.1, heir: 0.05, torn: 0, side: 0.05, mixed: 0 }

/** By how much, in weights, a candidate must lead the next. */
const lead = 6

/** Both sides agree so well (in levels) that its own id decides, even against a copy that agrees better. */
const sure = 6

/** Unless surroundings elsewhere agree better by this weight: then the id may have gone to a twin. */
const clearlyBetter = 3

function choose(candidates: readonly Candidate[], wanted: Wanted, needs: Needs): Candidate | OrphanReason {
  const inOrder = [...candidates].sort((a, b) => b.score - a.score)
  const fitting = inOrder.filter(({ figures }) => figures)
  if (fitting.length === 0) return inOrder.length === 0 ? 'gone' : 'figures'
  const certain = fitting.filter((one) => isCertain(one, wanted, needs, candidates.length === 1))
  for (const scope of ['bead', 'row', 'heir', 'torn', 'side'] as const) {
    const best = certain.find((one) => one.scope === scope)
    if (best === undefined) continue
    const rival = fitting.find((one) => one !== best && isRival(one, best))
    return rival === undefined ? best : 'several'
  }
  return 'context'
}

/** Could the words as well be these? Within the same scope by all that is known; beyond it by their surroundings. */
function isRival(one: Candidate, best: Candidate): boolean {
  if (one.scope === best.scope) return best.score - one.score < lead
  // Away from home nothing may be left there that could be it, certain or not.
  if (!isOwn(best)) return isOwn(one) ? one.before.level + one.behind.level > 0 : best.context - one.context < 2 * lead
  if (one.context - best.context >= clearlyBetter) return true
  return best.before.level + best.behind.level < sure && best.context - one.context < lead
}

function isOwn({ scope }: Candidate): boolean {
  return scope === 'bead' || scope === 'row'
}

function isCertain(one: Candidate, wanted: Wanted, needs: Needs, only: boolean): boolean {
  const { scope, before, behind, errors, whole } = one
  const { weight, retired } = wanted
  const length = weight >= long ? 'long' : weight >= short ? 'middling' : 'short'
  const need = needs[scope][length]
  const levels = before.level + behind.level
  if (scope === 'side' && retired) return false
  if (wanted.target.rows.length === 0 && only && errors === 0) return isCertainForeign(one, wanted)
  if (scope === 'mixed') return false
  if (wanted.twinned && !before.full && !behind.full) return false
  if (scope === 'side' || scope === 'torn')
    return before.full && behind.full && before.figures && behind.figures && levels >= need
  if (scope === 'heir') return before.figures && behind.figures && levels >= need
  if (errors > 0) return levels >= need
  // The ledger knows a whole row or bead by its text; and what stands nowhere else needs less.
  if (length === 'short' && Math.max(before.level, behind.level) < 3) return whole && only && levels >= 2
  if (whole && scope === 'bead' && levels >= (length === 'short' ? 3 : only ? 1 : 2)) return true
  return levels >= need - (only && scope === 'bead' && length !== 'short' ? 1 : 0)
}

/**
 * Another program's quote, whose context may be missing or hold what is not in the text (a page's menu). It stands once
 * on this side, and each context that is given must agree well; without any, the quote itself must be long.
 */
function isCertainForeign({ before, behind }: Candidate, wanted: Wanted): boolean {
  const { weight } = wanted
  // A context of nothing but signs says nothing.
  const given = [...(wanted.before.words === '' ? [] : [before]), ...(wanted.behind.words === '' ? [] : [behind])]
  return weight >= (given.length === 0 ? long : short) && given.every(({ level, figures }) => level >= 2 && figures)
}

/** The words with changes: first in their own beads and rows, then anywhere. */
function like(ground: Ground, wanted: Wanted): Candidate | OrphanReason {
  if (wanted.weight < short) return 'gone'
  const own = [...wanted.rows, ...wanted.heirs].flatMap((id) => ground.byId.get(id)?.words ?? [])
  const most = (scope: Scope): number => Math.floor(wanted.words.length * mostErrors[scope])
  const near = own.flatMap((within) => likeCandidates(ground, wanted, within, most('bead')))
  const far =
    near.length > 0 ? [] : likeCandidates(ground, wanted, { from: 0, to: ground.words.text.length }, most('side'))
  const candidates = [...near, ...far].filter(
    (one) =>
      one.errors <= most(one.scope) && keepsOrder(ground, wanted.target, one) && !isNeighbour(ground, wanted, one),
  )
  return choose(candidates, wanted, likeNeeds)
}

/**
 * Words that are changed may still be told by their beads: all of them must be there, one behind the other. With one
 * gone, what is like it in its row is a sibling that stood beside it.
 */
function keepsOrder(ground: Ground, target: Target, { at, scope }: Candidate): boolean {
  const living = target.sentences.filter((id) => ground.byId.has(id))
  if (living.length < target.sentences.length && (living.length > 0 || scope === 'bead' || scope === 'row'))
    return false
  const own = new Set<string>(living)
  const here = touched(ground.beads, at).filter(({ id }) => own.has(id))
  return here.map(({ id }) => id).join() === living.join()
}

/**
 * Are these words what stood beside the quote when it was made? Then they are its neighbour's, however like its own:
 * of two items that differ in a word the other one is left.
 */
function isNeighbour(ground: Ground, { words, before, behind }: Wanted, { words: at }: Candidate): boolean {
  const found = ground.words.text.slice(at.from, at.to)
  const head = found.slice(0, Math.max(0, behind.words.length - behind.near))
  const tail = reversed(found).slice(0, Math.max(0, before.words.length - before.near))
  const isIn = (part: string, beside: string, own: string): boolean =>
    weightOf(part) >= long && beside.includes(part) && !own.includes(part)
  return isIn(head, behind.words, words) || isIn(tail, before.words, reversed(words))
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
