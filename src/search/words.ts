import lunr from 'lunr'

/**
 * English words as lunr 2 sees them: its stemmer (Porter 1980) and its stop words. The words' own inflected forms are
 * found in the vocabulary when a query asks for them, so that an index holds each word once and prefixes come free.
 */
export function stemOf(word: string): string {
  const met = stems.get(word)
  if (met !== undefined) return met
  // Digits and other alphabets have no English endings.
  const stem = /^[a-z]+$/.test(word) ? lunr.stemmer(new lunr.Token(word, {})).toString() : word
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

export function isStopWord(word: string): boolean {
  // The types say that a token always comes back; a stop word's does not.
  const kept: unknown = lunr.stopWordFilter(new lunr.Token(word, {}))
  return kept === undefined
}

/**
 * What every word with this stem begins with. Porter's steps cut a word short, and what they put in place of a cut is
 * again how the word went on, but for three: -y becomes -i, -bility becomes -bl, and hoping becomes hope.
 */
export function stemPrefix(stem: string): string {
  return /(?:i|e|bl)$/.test(stem) ? stem.slice(0, -1) : stem
}

const stems = new Map<string, string>()

/** Enough for the vocabulary of a large collection; a bound only so that a long session cannot grow without one. */
const mostStems = 200_000
