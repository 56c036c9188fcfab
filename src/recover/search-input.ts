import { readingMatch } from './bracket.ts'
import type { Codec } from './codec.ts'
import type { Language } from './language.ts'
import type { RecoveryModel } from './model.ts'
import type { Near } from './near.ts'
import type { SearchTables } from './search-tables.ts'

/** What a search is asked, and what it works with. Offsets count UTF-16 units of `text`; scores are natural logarithms. */
export type SearchInput = {
  readonly text: string
  /** The mark that a lone lead byte left. */
  readonly from: number
  /** The search looks no further than this: the line's end, or the longest run considered. */
  readonly to: number
  /** Log chance of the text as received, cumulated: `asReceived[i - from]` covers `from` up to `i`. */
  readonly asReceived: Float64Array
  /** What stands near the run. */
  readonly near: Near
}

export type SearchTools = {
  readonly codec: Codec
  readonly model: RecoveryModel
  readonly language: Language
  readonly tables: SearchTables
}

/** No received character is held to be rarer than this, so that names, rare characters and kana are no damage. */
export const RAREST_RECEIVED = -12

/** Is this a reading of the character that a repair may be built on? A toneless reading is too weak. */
export function isFirmReading(model: RecoveryModel, char: number, inside: string): boolean {
  const match = readingMatch(model, char, inside)
  return match === 'toned' || match === 'neutral'
}
