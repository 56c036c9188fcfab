import type { Edit, Unresolved } from '../corpus/edit.ts'
import type { Lang } from '../corpus/lang.ts'
import { applyEdits, composeEdits, offsetMap } from '../corpus/replay.ts'
import { overlaps } from '../corpus/run.ts'
import { findCorrections, type Correction, type StaleCorrection } from './corrections.ts'
import { findNarrowed } from './punctuation.ts'
import { findEntities } from './entities.ts'
import { findControls } from './controls.ts'
import { findLost } from './lost.ts'
import { blankMarkup } from './markup.ts'
import { findMojibake } from './mojibake.ts'
import { findReadings } from './readings.ts'
import { findStraySpaces } from './spaces.ts'
import { findWideLatin } from './width.ts'
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
  const { tools, corrections = [] } = options
  const declared = findCorrections(received, corrections)
  const start: State = { received, text: received, edits: [], unresolved: [], declared: [] }
  let now: State = { ...after(start, declared.edits), declared: declared.edits.map((edit) => edit.at) }
  // Undoing one kind of damage can lay another bare, so the finders run until they find nothing more.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = now.text
    now = undone({ ...now, unresolved: [] }, tools, options)
    if (now.text === before) break
  }
  const lost = findLost(now.text).filter(({ at }) => !now.unresolved.some((one) => overlaps(one.at, at)))
  const unresolved = [...now.unresolved, ...lost].sort((a, b) => a.at.from - b.at.from)
  return { text: now.text, edits: now.edits, unresolved, stale: declared.stale }
}

/** Each round undoes at least one layer; nothing that was ever received had as many. */
const MOST_ROUNDS = 8

function undone(state: State, tools: RecoveryTools, { keep = [], lang }: RecoverOptions): State {
  let now = state
  if (!keep.includes('mojibake')) now = after(now, findMojibake(now.text, tools))
  if (!keep.includes('entities')) now = after(now, findEntities(now.text))
  if (!keep.includes('controls')) now = after(now, findControls(now.text))
  if (!keep.includes('slips')) {
    const { edits, unresolved } = findSlips(now.text, { codec: tools.gbk, model: tools.model })
    now = after({ ...now, unresolved }, edits)
  }
  if (!keep.includes('readings')) now = after(now, findReadings(now.text, tools.model))
  if (!keep.includes('spaces')) now = after(now, findStraySpaces(now.text))
  if (!keep.includes('width')) now = after(now, findWideLatin(blankMarkup(now.text)))
  // English text is not widened where it quotes a word of Chinese.
  if (!keep.includes('punctuation') && lang !== 'en') now = after(now, findNarrowed(blankMarkup(now.text)))
  return now
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
  const fixed = [...state.declared.map(offsetMap(state.edits).runForward), ...state.unresolved.map(({ at }) => at)]
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
