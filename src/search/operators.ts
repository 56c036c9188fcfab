import lunr from 'lunr'
import type {} from './lunr-parser.d.ts'

/** A clause as lunr read it: its term, with a `*` at the end where that was written, and its weight. */
export type Operand = { readonly term: string; readonly boost: number }

/** What lunr's own query parser makes of a text; where it does not understand it, why, in its own words. */
export function parseOperators(text: string, fields: readonly string[]): readonly Operand[] | string {
  const parsed = new lunr.Query([...fields])
  try {
    new lunr.QueryParser(text, parsed).parse()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message
  }
  return parsed.clauses
}
