import type { Annotation, AnnotationId } from './annotation.ts'
import { isSame } from './same.ts'

/**
 * Undo and redo over a set of annotations. A step is what one act changed; a store writes its changes and nothing else.
 * Nothing here holds the set: the same history serves a database, a map, two tabs.
 */
export type AnnotationSet = ReadonlyMap<AnnotationId, Annotation>

/** `before` is `null` for one that is made, `after` for one that is deleted. */
export type SetChange = {
  readonly id: AnnotationId
  readonly before: Annotation | null
  readonly after: Annotation | null
}

export type Step = readonly SetChange[]

/** Both lists end with the step that is next. */
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const noHistory: History = { done: [], undone: [] }

/** Older steps are forgotten; a reader undoes the last few. */
const longestHistory = 100

/** The history after a step; what had been undone can no longer be redone. A step without changes is none. */
export function remember(history: History, step: Step): History {
  return step.length === 0 ? history : { done: [...history.done, step].slice(-longestHistory), undone: [] }
}

/** `step` is what to apply now; `null` when there is nothing to undo. */
export function undo(history: History): { readonly history: History; readonly step: Step } | null {
  const last = history.done.at(-1)
  if (last === undefined) return null
  return {
    step: inverse(last),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, last] },
  }
}

export function redo(history: History): { readonly history: History; readonly step: Step } | null {
  const last = history.undone.at(-1)
  if (last === undefined) return null
  return { step: last, history: { done: [...history.done, last], undone: history.undone.slice(0, -1) } }
}

export function inverse(step: Step): Step {
  return step.map(({ id, before, after }) => ({ id, before: after, after: before })).reverse()
}

export function applyStep(set: AnnotationSet, step: Step): AnnotationSet {
  const next = new Map(set)
  for (const { id, after } of step)
    if (after === null) next.delete(id)
    else next.set(id, after)
  return next
}

/** Has another tab changed, since then, what this step would change? Then it must not be applied unasked. */
export function isOvertaken(set: AnnotationSet, step: Step): boolean {
  return step.some(({ id, before }) => {
    const now = set.get(id) ?? null
    return before === null || now === null ? before !== now : !isSame(before, now)
  })
}
