import type { Edit, Unresolved } from '../corpus/edit.ts'
import type { Lang } from '../corpus/lang.ts'
import { applyEdits, composeEdits, offsetMap } from '../corpus/replay.ts'
import { findCorrections, type Correction, type StaleCorrection } from './corrections.ts'
import { findNarrowed } from './punctuation.ts'
import { findReadings } from './readings.ts'
import { findSlips } from './slips.ts'
import type { RecoveryTools } from './tools.ts'

export { buildRecoveryTools, type DecodeAs, type RecoveryTools } from './tools.ts'
export { compileRecoveryModel, type RecoverySources, type WordCount } from './compile.ts'
export type { Correction, StaleCorrection } from './corrections.ts'

/**
 * Recovery: a damaged text made whole, with proof.
 *
 * Each kind of damage has its own finder, text in and edits out, and they run in the order in which the damage has to
 * be undone: the last that was done to the text comes first. Declared corrections come before all, and nothing that an
 * author declared is touched again.
 *
 * Laws   applying `edits` to the received text gives `text`, and undoing them gives it back to the letter;
 *        recovering a recovered text changes nothing; no edit changes the number of lines.
 * Units  `edits` count in the received text, `unresolved` in the recovered one, in UTF-16 code units.
 */
export type Recovery = {
  readonly text: string
  readonly edits: readonly Edit[]
  readonly unresolved: readonly Unresolved[]
  readonly stale: readonly StaleCorrection[]
}

/** Kinds of repair that an author may switch off. */
export type Keepable =
  | 'readings'
  | 'slips'
  | 'punctuation'
  | 'mojibake'
  | 'entities'
  | 'line-breaks'
  | 'spaces'
  | 'width'
  | 'compatibility'
  | 'controls'

export type RecoverOptions = {
  readonly tools: RecoveryTools
  readonly lang?: Lang
  readonly keep?: readonly Keepable[]
  readonly corrections?: readonly Correction[]
}

export function recover(received: string, options: RecoverOptions): Recovery {
  const { tools, keep = [], corrections = [] } = options
  const declared = findCorrections(received, corrections)
  const state: State = { received, text: received, edits: [], unresolved: [], declared: [] }
  const corrected = after(state, declared.edits)
  let now: State = { ...corrected, declared: declared.edits.map((edit) => edit.at) }
  if (!keep.includes('slips')) {
    const { edits, unresolved } = findSlips(now.text, { codec: tools.gbk, model: tools.model })
    now = after({ ...now, unresolved }, edits)
  }
  if (!keep.includes('readings')) now = after(now, findReadings(now.text, tools.model))
  if (!keep.includes('punctuation') && options.lang !== 'en') now = after(now, findNarrowed(now.text))
  return { text: now.text, edits: now.edits, unresolved: now.unresolved, stale: declared.stale }
}

/** A text on its way: what it was, what it is, and all that was done to it since it was received. */
type State = {
  readonly received: string
  readonly text: string
  readonly edits: readonly Edit[]
  readonly unresolved: readonly Unresolved[]
  readonly declared: readonly Edit['at'][]
}

/** One step on: edits found in the text as it is now, less those that reach into what an author declared. */
function after(state: State, found: readonly Edit[]): State {
  const fixed = [
    ...state.declared.map(offsetMap(state.edits).runForward),
    ...state.unresolved.map(({ at }) => at),
  ]
  const edits = found.filter(({ at }) => !fixed.some((run) => at.from < run.to && run.from < at.to))
  if (edits.length === 0) return state
  const map = offsetMap(edits)
  return {
    received: state.received,
    text: applyEdits(state.text, edits),
    edits: composeEdits(state.received, state.edits, edits),
    unresolved: state.unresolved.map((one) => ({ ...one, at: map.runForward(one.at) })),
    declared: state.declared,
  }
}
