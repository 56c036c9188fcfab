import type { TermId } from './ids.ts'
import type { ByLang } from './lang.ts'
import type { Run } from './run.ts'

/** One word or phrase for a concept in one language (TBX: a term section). */
export type Term = {
  readonly text: string
  readonly status: 'preferred' | 'admitted' | 'deprecated'
  /** `MDT` for multidisciplinary team. */
  readonly abbreviation?: true
}

/** A concept with its terms in each language; neither list is empty, preferred terms first. */
export type TermEntry = {
  readonly id: TermId
  readonly terms: ByLang<readonly Term[]>
  readonly definition?: Partial<ByLang<string>>
  readonly note?: string
  readonly subject?: string
  readonly source?: string
}

/** One occurrence of a term in a side's text, in UTF-16 units of that text. */
export type TermMark = {
  readonly term: TermId
  readonly at: Run
  /** Which of the entry's terms in this language stands here, from 0; absent for the first. */
  readonly form?: number
  /** Shorter terms inside this one, as `clinical specialty` in `key clinical specialty`: sorted, disjoint. */
  readonly inner?: readonly TermMark[]
}

/** A list of marks with those inside them, each before its inner ones. */
export function allMarks(marks: readonly TermMark[]): TermMark[] {
  return marks.flatMap((mark) => [mark, ...allMarks(mark.inner ?? [])])
}
