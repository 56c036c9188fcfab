import search from 'approx-string-match'
import { runLength, type Run } from '../corpus/run.ts'
import type { Target } from './annotation.ts'
import {
  agreementBefore,
  agreementBehind,
  contextBefore,
  contextBehind,
  type Agreement,
  type Context,
} from './context.ts'
import { figureAtEnd, figureAtStart, figuresOf } from './figures.ts'
import { touched, type Ground } from './ground.ts'
import { weightOf, wordsIn } from './words.ts'

/** How close to where it was annotated a candidate stands: in its own sentence beads, its own rows, or elsewhere. */
export type Scope = 'bead' | 'row' | 'side'

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
  readonly beads: ReadonlySet<string>
  readonly rows: ReadonlySet<string>
}

export function wantedOf(ground: Ground, target: Target): Wanted {
  const { exact, prefix, suffix } = target.quote
  const words = wordsIn(exact)
  // Without ids it is not ours, and an empty prefix only means that none was given.
  const ours = target.rows.length > 0
  const heirs = [...target.rows, ...target.sentences].flatMap((id) => {
    const heir = ground.byId.has(id) ? id : ground.retired.get(id)?.to
    return heir == null ? [] : [heir.includes('.') ? heir.slice(0, heir.indexOf('.')) : heir]
  })
  return {
    target,
    words,
    weight: weightOf(words),
    before: contextBefore(prefix, ours),
    behind: contextBehind(suffix, ours),
    figures: figuresOf(figureAtEnd(prefix) + exact + figureAtStart(suffix)),
    beads: new Set(target.sentences),
    rows: new Set(heirs),
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
const worth: Readonly<Record<Scope, number>> = { bead: 8, row: 4, side: 0 }
const errorCost = 2
const levelWorth = 4
/** Agreement far from the quote says little more. */
const mostWeight = 16

function candidate(ground: Ground, wanted: Wanted, words: Run, errors: number): Candidate {
  const at = textRun(ground, wanted, words)
  const before = agreementBefore(ground, words.from, wanted.before)
  const behind = agreementBehind(ground, words.to, wanted.behind)
  const scope = scopeOf(ground, wanted, at)
  const score =
    worth[scope] +
    Math.min(mostWeight, before.weight) +
    Math.min(mostWeight, behind.weight) +
    levelWorth * (before.level + behind.level) -
    errorCost * errors
  return { words, at, scope, errors, before, behind, figures: figuresAt(ground, at) === wanted.figures, score }
}

function scopeOf(ground: Ground, { beads, rows }: Wanted, at: Run): Scope {
  if (beads.size > 0 && touched(ground.beads, at).every(({ id }) => beads.has(id))) return 'bead'
  return rows.size > 0 && touched(ground.rows, at).every(({ id }) => rows.has(id)) ? 'row' : 'side'
}

function figuresAt({ text }: Ground, { from, to }: Run): string {
  const before = figureAtEnd(text.slice(Math.max(0, from - 16), from))
  return figuresOf(before + text.slice(from, to) + figureAtStart(text.slice(to, to + 16)))
}

/** The run of the text, with the signs at its ends that the quote has at its own: 「再生醫學」 with its brackets. */
export function textRun({ words, text }: Ground, { target }: Wanted, run: Run): Run {
  const [lead = ''] = /^[^\p{L}\p{N}\p{M}]*/u.exec(target.quote.exact) ?? []
  const [trail = ''] = /[^\p{L}\p{N}\p{M}]*$/u.exec(target.quote.exact) ?? []
  let from = words.starts[run.from] ?? text.length
  let to = words.ends[run.to - 1] ?? from
  for (const sign of [...lead].reverse()) if (text.endsWith(sign, from)) from -= sign.length
  for (const sign of trail) if (text.startsWith(sign, to)) to += sign.length
  return { from, to }
}
