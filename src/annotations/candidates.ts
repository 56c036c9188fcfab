import search from 'approx-string-match'
import { runLength, type Run } from '../corpus/run.ts'
import type { Target } from './annotation.ts'
import {
  agreementBefore,
  agreementBehind,
  contextBefore,
  contextBehind,
  usualContext,
  type Agreement,
  type Context,
} from './context.ts'
import { figuresWithin } from './figures.ts'
import { firstFrom, touched, type Ground } from './ground.ts'
import { weightOf, wordsOf } from './words.ts'

/**
 * How close to where it was annotated a candidate stands: in its own sentence beads, its own rows, where the ledger says
 * that their text went, or elsewhere. `torn`: partly in its own row and partly in an heir of it, as when a paragraph was
 * cut in two; `mixed`: partly in its own row and partly in one that has nothing to do with it.
 */
export type Scope = 'bead' | 'row' | 'heir' | 'torn' | 'side' | 'mixed'

/** A place where the words may stand now. */
export type Candidate = {
  /** In units of the ground's words, and of its text. */
  readonly words: Run
  readonly at: Run
  readonly scope: Scope
  /** Words that were put in, taken out or changed. */
  readonly errors: number
  readonly before: Agreement
  readonly behind: Agreement
  readonly figures: boolean
  /** It is a whole row or a whole bead. */
  readonly whole: boolean
  /** How well its surroundings agree, in weights. */
  readonly context: number
  readonly score: number
}

/** What is looked for: a quote with all that is asked of it again and again. */
export type Wanted = {
  readonly target: Target
  readonly words: string
  readonly weight: number
  readonly before: Context
  readonly behind: Context
  /** Its figures, with the digits that touch it: of 750 only 50 may have been taken. */
  readonly figures: string
  /** Its own beads and rows, and the living ones that its retired ones lead to. */
  readonly beads: ReadonlySet<string>
  readonly rows: ReadonlySet<string>
  readonly heirs: ReadonlySet<string>
  /**
   * The same words stood elsewhere with much of the same around them, which is why its context is longer than usual:
   * only all of that tells it from them.
   */
  readonly twinned: boolean
  /** The ledger knows that all its rows are gone, and where their text went, if anywhere. */
  readonly retired: boolean
}

export function wantedOf(ground: Ground, target: Target): Wanted {
  const { exact, prefix, suffix } = target.quote
  // A reading in brackets may reach over the quote's end; only together can it be told.
  const { text, starts } = wordsOf(prefix + exact + suffix, [
    { from: 0, to: prefix.length + exact.length + suffix.length },
  ])
  const from = firstFrom(starts, prefix.length)
  const to = firstFrom(starts, prefix.length + exact.length)
  const words = text.slice(from, to)
  // Without ids it is not ours, and an empty prefix only means that none was given.
  const ours = target.rows.length > 0
  const heirs = [...target.rows, ...target.sentences].flatMap((id) => {
    const heir = ground.retired.get(id)?.to
    return heir == null ? [] : [heir.includes('.') ? heir.slice(0, heir.indexOf('.')) : heir]
  })
  return {
    target,
    words,
    weight: weightOf(words),
    before: contextBefore(prefix, text.slice(0, from), ours),
    behind: contextBehind(suffix, text.slice(to), ours),
    figures: figuresWithin(prefix, exact, suffix),
    beads: new Set(target.sentences),
    rows: new Set(target.rows),
    heirs: new Set(heirs),
    twinned: ours && Math.max(prefix.length, suffix.length) > usualContext,
    retired: ours && target.rows.every((id) => ground.retired.has(id)),
  }
}

/** A short quote may stand in hundreds of places; beyond these its context would have to be told from too many. */
const mostOccurrences = 2_000

/** Every place that has the very words. */
export function exactCandidates(ground: Ground, wanted: Wanted): Candidate[] {
  const { text } = ground.words
  const found: Candidate[] = []
  if (wanted.words === '') return found
  for (let from = text.indexOf(wanted.words); from >= 0; from = text.indexOf(wanted.words, from + 1)) {
    if (found.length >= mostOccurrences) break
    found.push(candidate(ground, wanted, { from, to: from + wanted.words.length }, 0))
  }
  return found
}

/**
 * Places inside `within` (units of the ground's words) where the words stand with a few changes, the best of each
 * stretch. approx-string-match gives every end at which the least number of changes is met; of those that overlap the
 * one is taken whose surroundings agree best.
 */
export function likeCandidates(ground: Ground, wanted: Wanted, within: Run, most: number): Candidate[] {
  if (most < 1 || runLength(within) === 0) return []
  const found = search(ground.words.text.slice(within.from, within.to), wanted.words, most).map(
    ({ start, end, errors }) => candidate(ground, wanted, { from: within.from + start, to: within.from + end }, errors),
  )
  const best: Candidate[] = []
  for (const one of found.sort((a, b) => b.score - a.score))
    if (!best.some(({ words }) => words.from < one.words.to && one.words.from < words.to)) best.push(one)
  return best
}

/** In weights: what standing in its own bead or row is worth, and what a changed word costs. */
const worth: Readonly<Record<Scope, number>> = { bead: 8, row: 4, heir: 2, torn: 2, side: 0, mixed: 0 }
const errorCost = 2
const levelWorth = 4
/** Agreement far from the quote says little more. */
const mostWeight = 16

function candidate(ground: Ground, wanted: Wanted, words: Run, errors: number): Candidate {
  const at = textRun(ground, wanted, words)
  const before = agreementBefore(ground, words.from, wanted.before)
  const behind = agreementBehind(ground, words.to, wanted.behind)
  const scope = scopeOf(ground, wanted, at)
  const context =
    Math.min(mostWeight, before.weight) +
    Math.min(mostWeight, behind.weight) +
    levelWorth * (before.level + behind.level)
  const isWhole = (one: { readonly words: Run }): boolean => one.words.from === words.from && one.words.to === words.to
  return {
    words,
    at,
    scope,
    errors,
    before,
    behind,
    figures: figuresAt(ground, at) === wanted.figures,
    whole: touched(ground.rows, at).some(isWhole) || touched(ground.beads, at).some(isWhole),
    context,
    score: worth[scope] + context - errorCost * errors,
  }
}

function scopeOf(ground: Ground, { beads, rows, heirs }: Wanted, at: Run): Scope {
  if (beads.size > 0 && touched(ground.beads, at).every(({ id }) => beads.has(id))) return 'bead'
  const here = touched(ground.rows, at)
  if (rows.size > 0 && here.every(({ id }) => rows.has(id))) return 'row'
  const known = here.every(({ id }) => rows.has(id) || heirs.has(id))
  if (here.some(({ id }) => rows.has(id))) return known ? 'torn' : 'mixed'
  return known ? 'heir' : 'side'
}

function figuresAt({ text }: Ground, { from, to }: Run): string {
  return figuresWithin(text.slice(Math.max(0, from - 16), from), text.slice(from, to), text.slice(to, to + 16))
}

/** The run of the text, with the signs at its ends that the quote has at its own: 「再生醫學」 with its brackets. */
function textRun({ words, text }: Ground, { target }: Wanted, run: Run): Run {
  const [lead = ''] = /^[^\p{L}\p{N}\p{M}]*/u.exec(target.quote.exact) ?? []
  const [trail = ''] = /[^\p{L}\p{N}\p{M}]*$/u.exec(target.quote.exact) ?? []
  let from = words.starts[run.from] ?? text.length
  let to = words.ends[run.to - 1] ?? from
  for (const sign of [...lead].reverse()) if (text.endsWith(sign, from)) from -= sign.length
  for (const sign of trail) if (text.startsWith(sign, to)) to += sign.length
  return { from, to }
}
