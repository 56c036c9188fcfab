import { langs } from '../corpus/lang.ts'
import type { TermEntry } from '../corpus/term.ts'
import { unitsOf } from './units.ts'
import { stemOf } from './words.ts'

/**
 * Which other words name what a phrase names, by the collection's term entries?
 *
 * - `same`: the phrase is a term of an entry; the entry's other terms find what the phrase finds.
 * - `within`: a term of an entry stands in the phrase; its terms are lit where the phrase is found.
 */
export type Counterparts = { readonly same: readonly string[]; readonly within: readonly string[] }

export function counterparts(phrase: string, entries: readonly TermEntry[]): Counterparts {
  const key = keyOf(phrase)
  const same = new Set<string>()
  const within = new Set<string>()
  for (const entry of entries) {
    const texts = termTexts(entry)
    const keys = texts.map(keyOf)
    if (!keys.some((one) => key.includes(one))) continue
    if (!keys.includes(key)) for (const text of texts) within.add(text)
    else texts.forEach((text, at) => keys[at] !== key && same.add(text))
  }
  return { same: [...same], within: [...within] }
}

export function termTexts(entry: TermEntry): string[] {
  return langs.flatMap((lang) => entry.terms[lang].map((term) => term.text))
}

/** The phrase's units without endings, each between spaces, so that a part of a phrase is a part of its key. */
function keyOf(phrase: string): string {
  return ` ${unitsOf(phrase).keys.map(stemOf).join('  ')} `
}
