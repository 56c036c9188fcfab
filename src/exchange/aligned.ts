import type { RowId } from '../corpus/ids.ts'
import type { ByLang } from '../corpus/lang.ts'

/**
 * Text that came aligned: what every reader of such a file gives.
 *
 * Units   offsets count UTF-16 code units of the decoded file.
 * Errors  as data, in order of the file; units that have one are left out.
 */
export type AlignedText = {
  readonly units: readonly AlignedUnit[]
  readonly faults: readonly AlignedFault[]
}

/** Two texts that translate one another; one of them may be empty. A line break parts paragraphs. */
export type AlignedUnit = {
  readonly texts: ByLang<string>
  /** The row's id where the file names one. */
  readonly id: RowId | null
  /** Where each text stands; where the unit stands for a text that is empty. */
  readonly at: ByLang<number>
}

export type AlignedFault = {
  readonly at: number
  readonly severity?: 'warning'
  readonly what: string
  readonly todo: string
}

/** Tells which ids stand twice; `where` names the kind of place, for the message. */
export function doubleIds(): (id: RowId | null, at: number) => AlignedFault | null {
  const met = new Set<RowId>()
  return (id, at) => {
    if (id === null) return null
    if (met.has(id))
      return { at, what: `The id “${id}” stands here a second time`, todo: 'Give each row an id of its own' }
    met.add(id)
    return null
  }
}
