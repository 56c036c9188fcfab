import type { AlignedNotice } from '../align/index.ts'
import type { Fault } from '../corpus/fault.ts'
import type { NoticeSpec } from './content.ts'
import type { PlaceInFile } from './yaml.ts'

/** What the alignment doubts, in words for the author of the notice. `pinPlace` finds the decisions in their file. */
export function alignmentWarnings(spec: NoticeSpec, alignment: AlignedNotice, pinPlace: PlaceInFile): Fault[] {
  return [
    ...alignment.doubts.map((doubt): Fault => ({
      file: spec.folder,
      severity: 'warning',
      what: doubt.what,
      todo: doubt.todo,
    })),
    ...alignment.stalePins.map((stale): Fault => ({
      file: `${spec.folder}/beads.json`,
      ...pinPlace(['pins', stale.index]),
      severity: 'warning',
      what: `Decision ${stale.index + 1} no longer fits the text: ${stale.why}`,
      todo: 'Review it: correct its words or take it out',
    })),
  ]
}
