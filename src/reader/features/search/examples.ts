import type { TermEntry } from '../../../corpus/term.ts'
import { answer } from '../../../search/answer.ts'
import type { Readings, Shelf } from '../../../search/shelf.ts'
import { isHan, unitsOf } from '../../../search/units.ts'
import { fold } from '../../../text/fold.ts'
import type { Example } from './protocol.ts'

/**
 * Queries that teach what can be asked, made of what the site itself holds: its terms, how they are read, and a few
 * words of its first row. Each finds something here, or it is left out.
 */
export async function examplesOf(shelf: Shelf): Promise<Example[]> {
  const entries = shelf.concepts
  const examples: (Example | null)[] = [abbreviationOf(entries), termOf(entries), simplifiedOf(entries)]
  const phrase = await phraseOf(shelf)
  examples.push(phrase, phrase === null ? null : { ...phrase, query: `lang:en ${phrase.query}`, teaches: 'side' })
  const readings = await shelf.readings('pinyin')
  if (readings !== null) examples.push(romanisedOf(entries, readings))
  const found: Example[] = []
  for (const example of examples)
    if (example !== null && (await answer(shelf, example.query, { most: 1 })).count > 0) found.push(example)
  return found
}

function abbreviationOf(entries: readonly TermEntry[]): Example | null {
  for (const { terms } of entries)
    for (const term of terms.en)
      if (term.abbreviation === true || /^[A-Z][A-Z0-9]{1,5}$/.test(term.text))
        return { query: term.text, lang: 'en', teaches: 'abbreviation' }
  return null
}

/** An English term that is no abbreviation: of one or two words, so that it is soon typed. */
function termOf(entries: readonly TermEntry[]): Example | null {
  const texts = entries.flatMap(({ terms }) => terms.en.slice(0, 1).map(({ text }) => text))
  const [text] = texts.filter((one) => /^[a-z]+(?: [a-z]+)?$/u.test(one)).sort(byLength)
  return text === undefined ? null : { query: text, lang: 'en', teaches: 'term' }
}

/** A Chinese term in the other script. */
function simplifiedOf(entries: readonly TermEntry[]): Example | null {
  const [text] = hanTerms(entries).filter((one) => fold(one) !== one)
  return text === undefined ? null : { query: fold(text), lang: 'zh-Hant', teaches: 'simplified' }
}

function romanisedOf(entries: readonly TermEntry[], readings: Readings): Example | null {
  for (const term of hanTerms(entries)) {
    // One character may be read in several ways; the one that everybody types is not known here.
    const sounds = unitsOf(term).keys.map((key) => readings.get(key) ?? [])
    if (sounds.every(({ length }) => length === 1))
      return { query: sounds.map(([one = '']) => one.replace(/\d$/, '')).join(''), lang: 'en', teaches: 'romanised' }
  }
  return null
}

/** Terms of three or four Han characters: long enough to be no chance hit. */
function hanTerms(entries: readonly TermEntry[]): string[] {
  return entries
    .flatMap(({ terms }) => terms['zh-Hant'].slice(0, 1).map(({ text }) => text))
    .filter((text) => [...text].length >= 3 && [...text].length <= 4 && [...text].every(isHan))
    .sort(byLength)
}

/** How many words a phrase is made of. */
const phraseWords = 3

/** The first words of English that stand together in a row of the beginning. */
async function phraseOf(shelf: Shelf): Promise<Example | null> {
  const rows = await shelf.read(Array.from({ length: Math.min(shelf.rowCount, 8) }, (_, at) => at))
  for (const { texts } of rows) {
    const words = /\b[a-z]+(?: [a-z]+){3,}/u.exec(texts.en)?.[0].split(' ') ?? []
    if (words.length >= phraseWords)
      return { query: `"${words.slice(0, phraseWords).join(' ')}"`, lang: 'en', teaches: 'phrase' }
  }
  return null
}

const byLength = (a: string, b: string): number => a.length - b.length
