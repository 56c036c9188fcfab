import type { Edit } from './edit.ts'
import type { Run } from './run.ts'

/**
 * Replaying recorded edits, either way. All lists are sorted by `at` and disjoint;
 * an edit may insert (`at` empty) or delete (`is` empty). Lengths in UTF-16 code units.
 */

/** The text after the edits. Throws when an edit does not fit the text that it is said to change. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of edits) {
    if (edit.at.from < at) throw new RangeError(`applyEdits: edit at ${edit.at.from} overlaps one that ends at ${at}`)
    if (text.slice(edit.at.from, edit.at.to) !== edit.was)
      throw new RangeError(`applyEdits: the text at ${edit.at.from}–${edit.at.to} is not what the edit says it was`)
    parts.push(text.slice(at, edit.at.from), edit.is)
    at = edit.at.to
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** The text before the edits: undoes `applyEdits`. */
export function undoEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  let shift = 0
  for (const edit of edits) {
    const from = edit.at.from + shift
    if (text.slice(from, from + edit.is.length) !== edit.is)
      throw new RangeError(`undoEdits: the text at ${from} is not what the edit made of it`)
    parts.push(text.slice(at, from), edit.was)
    at = from + edit.is.length
    shift += edit.is.length - edit.was.length
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Where each edit's result stands in the text after the edits. */
export function resultRuns(edits: readonly Edit[]): Run[] {
  let shift = 0
  return edits.map((edit) => {
    const from = edit.at.from + shift
    shift += edit.is.length - edit.was.length
    return { from, to: from + edit.is.length }
  })
}

/** Moves offsets between the texts before and after a list of edits. */
export type OffsetMap = {
  /** An offset after the edits, from one before. Inside an edit it goes to the edit's start. */
  readonly forward: (offset: number) => number
  /** An offset before the edits, from one after. Inside a result it goes to the edit's start. */
  readonly back: (offset: number) => number
  /** A run after the edits, from one before: edits that it touches are taken in whole. */
  readonly runForward: (r: Run) => Run
  /** A run before the edits, from one after: edits that it touches are taken in whole. */
  readonly runBack: (r: Run) => Run
  /** The same without what was taken out right in front of the run or right behind it. */
  readonly innerBack: (r: Run) => Run
}

export function offsetMap(edits: readonly Edit[]): OffsetMap {
  const before = edits.map((edit) => edit.at)
  const after = resultRuns(edits)
  return {
    forward: (offset) => moveOffset(offset, before, after, 'start'),
    back: (offset) => moveOffset(offset, after, before, 'start'),
    runForward: (r) => moveRun(r, before, after),
    runBack: (r) => moveRun(r, after, before),
    innerBack: (r) => moveRun(r, after, before, 'inner'),
  }
}

function moveRun(r: Run, from: readonly Run[], to: readonly Run[], edge: 'start' | 'inner' = 'start'): Run {
  const start = moveOffset(r.from, from, to, edge)
  const end = moveOffset(r.to, from, to, 'end')
  return { from: start, to: Math.max(start, end) }
}

/**
 * `edge` says which side of an edit an offset strictly inside it goes to. At the very edge of an edit there is
 * nothing to decide: a start stays before it and an end after it, but an inner start goes behind a deletion.
 */
function moveOffset(offset: number, from: readonly Run[], to: readonly Run[], edge: 'start' | 'inner' | 'end'): number {
  let low = 0
  let high = from.length
  while (low < high) {
    const middle = (low + high) >> 1
    const r = from[middle]
    if (r !== undefined && isPassed(r, offset, edge)) low = middle + 1
    else high = middle
  }
  // `low` edits begin before the offset; the last of them may still hold it.
  const index = edge === 'end' ? low - 1 : low
  const held = from[index]
  const target = to[index]
  if (held !== undefined && target !== undefined && held.from < offset && offset < held.to)
    return edge === 'end' ? target.to : target.from
  const lastFrom = from[low - 1]
  const lastTo = to[low - 1]
  return lastFrom === undefined || lastTo === undefined ? offset : lastTo.to + (offset - lastFrom.to)
}

function isPassed(r: Run, offset: number, edge: 'start' | 'inner' | 'end'): boolean {
  if (edge === 'end') return r.from < offset
  return r.to <= offset && (edge === 'inner' || r.from < offset)
}

/**
 * Two lists of edits, the second made on the result of the first, as one list on the first's text.
 * Where a later edit touches an earlier one's result the two become one, of the later one's kind.
 */
export function composeEdits(text: string, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  if (first.length === 0) return [...second]
  const results = resultRuns(first)
  const middle = applyEdits(text, first)
  const composed: Edit[] = []
  let i = 0
  let j = 0
  // `shift` leads from an offset in the middle text, outside all edits so far, to one in the first text.
  let shift = 0
  while (i < first.length || j < second.length) {
    const one = first[i]
    const result = results[i]
    const two = second[j]
    if (one !== undefined && result !== undefined && (two === undefined || isBefore(result, two.at))) {
      composed.push(one)
      shift = one.at.to - result.to
      i += 1
    } else if (two !== undefined && (one === undefined || result === undefined || isBefore(two.at, result))) {
      composed.push({ ...two, at: { from: two.at.from + shift, to: two.at.to + shift } })
      j += 1
    } else {
      const firstIndex = i
      const secondIndex = j
      let to = Math.max(result?.to ?? 0, two?.at.to ?? 0)
      const from = Math.min(result?.from ?? 0, two?.at.from ?? 0)
      for (;;) {
        const nextResult = results[i]
        const nextTwo = second[j]
        if (nextResult !== undefined && nextResult.from < to) to = Math.max(to, results[i++]?.to ?? to)
        else if (nextResult !== undefined && i === firstIndex) to = Math.max(to, results[i++]?.to ?? to)
        else if (nextTwo !== undefined && nextTwo.at.from < to) to = Math.max(to, second[j++]?.at.to ?? to)
        else if (nextTwo !== undefined && j === secondIndex) to = Math.max(to, second[j++]?.at.to ?? to)
        else break
      }
      composed.push(joined(text, middle, { from, to }, first.slice(firstIndex, i), second.slice(secondIndex, j), shift))
      const last = first[i - 1]
      const lastResult = results[i - 1]
      if (last !== undefined && lastResult !== undefined) shift = last.at.to - lastResult.to
    }
  }
  return composed
}

/** Does `a` end before `b` begins, with nothing shared? Touching edges of non-empty runs share nothing. */
function isBefore(a: Run, b: Run): boolean {
  return a.to <= b.from && !(a.from === a.to && b.from === b.to && a.from === b.from)
}

/** One edit over `span` of the middle text, from several of the first list and several of the second. */
function joined(
  text: string,
  middle: string,
  span: Run,
  first: readonly Edit[],
  second: readonly Edit[],
  shiftBefore: number,
): Edit {
  const grown = first.reduce((sum, edit) => sum + edit.was.length - edit.is.length, 0)
  const at = { from: span.from + shiftBefore, to: span.to + shiftBefore + grown }
  const local = second.map((edit) => ({
    ...edit,
    at: { from: edit.at.from - span.from, to: edit.at.to - span.from },
  }))
  const is = applyEdits(middle.slice(span.from, span.to), local)
  const named = second[second.length - 1] ?? first[first.length - 1]
  if (named === undefined) throw new RangeError('composeEdits: nothing to join')
  return { kind: named.kind, at, was: text.slice(at.from, at.to), is, ...(named.proof ? { proof: named.proof } : {}) }
}
