import type { Run } from '../corpus/run.ts'
import type { DateParts } from './quantities-dates.ts'
import type { Bound, Unit } from './quantities-words.ts'

/** One number that a text says, as a value: `quantities.ts` says which there are and in what units. */
export type Quantity = {
  /** The number with its unit, without the words of its bound. */
  readonly at: Run
  readonly kind: 'number' | 'share' | 'ordinal' | 'date'
  /** For a date that has a year, the year; for one that has none, 0. */
  readonly value: number
  readonly unit?: Unit
  readonly bound?: Bound
  /** Of a date, as far as it says. */
  readonly date?: DateParts
  /** The words that it counts, `national key clinical specialty construction projects`. */
  readonly subject?: Run
  /** It is written in digits, or large, or a share or date: one that must be found on the other side too. */
  readonly telling: boolean
}
