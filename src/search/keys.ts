import { isCharacter } from './units.ts'
import { isStopWord } from './words.ts'

/**
 * What of a row is looked up in an index: every unit, and the pairs of neighbours that make up for how little their
 * members tell. Two characters of a script without spaces, or two stop words: rows with both `no` and `than` are
 * legion, those with `no less` and `less than` few (Nutch’s common grams). Words of comparison, which lunr’s list lacks,
 * count as such: bounds are what is looked for in law.
 */
export function pairKey(one: string, next: string): string | null {
  if (isCharacter(one)) return isCharacter(next) ? one + next : null
  return pairs(one) && pairs(next) ? `${one} ${next}` : null
}

const comparing: ReadonlySet<string> = new Set(['less', 'more', 'fewer'])

function pairs(word: string): boolean {
  return isStopWord(word) || comparing.has(word)
}

/** Is a key a word of the vocabulary, and neither a character nor a pair? */
export function isWordKey(key: string): boolean {
  return !key.includes(' ') && !isCharacter([...key][0] ?? '')
}
