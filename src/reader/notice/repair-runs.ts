import type { Edit } from '../../corpus/edit.ts'
import type { Side } from '../../corpus/notice.ts'
import { resultRuns } from '../../corpus/replay.ts'
import type { Run } from '../../corpus/run.ts'

/**
 * The runs of a side's text that a repair made what they are, so that a reader can be shown them.
 *
 * Shapes  sorted, disjoint, never empty: an edit that only took something away is shown on the character before it,
 *         which it belongs to (a reading stands behind its character), or at the very start on the one behind it.
 *         Edits that come to share a character share a run.
 * Units   UTF-16 code units of the side's text; a surrogate pair is never cut.
 */
export type RepairRun = {
  readonly at: Run
  /** What was received in the place of the run. */
  readonly was: string
  readonly is: string
  readonly edits: readonly Edit[]
}

/** Done so that a text can be read at all: not damage, and nothing that a reader asks about. */
const notRepairs: ReadonlySet<Edit['kind']> = new Set(['markup', 'line-break'])

export function repairRuns({ text, edits }: Pick<Side, 'text' | 'edits'>): RepairRun[] {
  const runs: RepairRun[] = []
  const results = resultRuns(edits)
  let group: { at: Run; members: { edit: Edit; result: Run }[] } | null = null
  const close = (): void => {
    if (group === null) return
    runs.push({
      at: group.at,
      was: received(text, group.at, group.members),
      is: text.slice(group.at.from, group.at.to),
      edits: group.members.map(({ edit }) => edit),
    })
  }
  edits.forEach((edit, index) => {
    const result = results[index]
    if (result === undefined || notRepairs.has(edit.kind)) return
    const at = widened(text, result)
    if (at === null) return
    if (group !== null && at.from < group.at.to) {
      group.at = { from: Math.min(group.at.from, at.from), to: Math.max(group.at.to, at.to) }
      group.members.push({ edit, result })
    } else {
      close()
      group = { at, members: [{ edit, result }] }
    }
  })
  close()
  return runs
}

function received(text: string, at: Run, members: readonly { edit: Edit; result: Run }[]): string {
  let end = at.from
  const parts = members.map(({ edit, result }) => {
    const part = text.slice(end, result.from) + edit.was
    end = result.to
    return part
  })
  return parts.join('') + text.slice(end, at.to)
}

/** A run with something in it; `null` in an empty text. */
function widened(text: string, run: Run): Run | null {
  if (run.from < run.to) return run
  const before = /\S$/u.exec(text.slice(0, run.from))?.[0]
  if (before !== undefined) return { from: run.from - before.length, to: run.to }
  const behind = text.codePointAt(run.to)
  return behind === undefined ? null : { from: run.from, to: run.to + String.fromCodePoint(behind).length }
}
