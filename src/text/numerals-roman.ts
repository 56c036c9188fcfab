/**
 * Roman numerals, read only where their place says that they are no word and no initials: behind a word that is
 * numbered (`Chapter IV`, `type II`), behind a name (`World War II`, `George VI`), in brackets (`(iii)`), before what
 * Chinese counts by them (`III期`), and as signs of their own (Ⅳ).
 *
 * Units   `from` counts in `text` and `to` is where the numeral ends. Values from 1 to 3,999.
 * Errors  what is no numeral gives `null`: `Part I` has one, `the part I played` has none.
 */
export function readRoman(text: string, from: number): { readonly to: number; readonly value: number } | null {
  letters.lastIndex = from
  const word = letters.exec(text)?.[0]
  if (word === undefined) return null
  const to = from + word.length
  const isSign = /^\P{ASCII}+$/u.test(word)
  const value = romanValue(word.normalize('NFKC'))
  if (value === null) return null
  if (isSign) return { to, value }
  const before = text.slice(Math.max(0, from - longestHead), from)
  const after = text.slice(to, to + 2)
  if (/^[\p{L}\p{N}'’-]/u.test(after) && !/^\p{sc=Han}/u.test(after)) return null
  const isSmall = word === word.toLowerCase()
  if (isSmall) return word.length > 1 && /[(（]$/u.test(before) && /^[)）]/u.test(after) ? { to, value } : null
  if (word !== word.toUpperCase()) return null
  const isPlain = /^[IVX]+$/u.test(word)
  if (isPlain && (before.endsWith('第') || /^[期型級级類类章節节部卷篇條条]/u.test(after))) return { to, value }
  if (/[\p{L}\p{N}'’/-]$/u.test(before)) return null
  const fits = word.length > 1 || (isPlain && (word !== 'I' || /\p{Lu}\p{Ll}+\s$/u.test(before)))
  if (fits && numbered.test(before)) return { to, value }
  return isPlain && word.length > 1 && named.test(before) && !grammar.test(before) ? { to, value } : null
}

const longestHead = 16

/** What is called by a number in Roman letters. */
const numbered =
  /(?<!\p{L})(?:chapters?|articles?|parts?|titles?|sections?|books?|volumes?|annex(?:es)?|appendi(?:x|ces)|schedules?|phases?|types?|stages?|grades?|class(?:es)?|levels?|tiers?|tables?|figures?|act|factor|war)\s$/iu

/** A word with a capital that is no grammar word. */
const named = /(?<!\p{L})\p{Lu}\p{Ll}{2,}\s$/u
const grammar =
  /(?<!\p{L})(?:The|This|That|These|Those|And|But|For|From|With|When|Where|Each|Every|Some|Any|All|Her|His|Its|Our|Your|Their|Per|Via|After|Before|Both)\s$/u

const letters = /[IVXLCDM]+|[ivxlcdm]+|[Ⅰ-Ⅿⅰ-ⅿ]+/uy

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }

/** The value of a well-formed numeral in either case: IV, not IIII. */
function romanValue(word: string): number | null {
  const signs = word.toUpperCase()
  if (signs === '' || !/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(signs)) return null
  return [...signs].reduce((sum, sign, at) => {
    const value = values[sign] ?? 0
    return sum + (value < (values[signs.charAt(at + 1)] ?? 0) ? -value : value)
  }, 0)
}
