import { fold } from '../text/fold.ts'
import { zhNumeralSigns } from '../text/numerals-zh.ts'
import { numerals } from '../text/numerals.ts'

/**
 * The figures of a text, to be compared to the letter: 750, 5000, 十四五, 3.5, `two hundred`. Two texts that differ in
 * one are different texts, however alike: the sibling paragraph says 5000 where this one says 750.
 *
 * Digits are taken as they are written, without the commas of thousands; a run of Chinese numerals likewise; English
 * number words by value.
 */
export function figuresOf(text: string): string {
  if (!mayHold.test(text)) return ''
  const folded = fold(text).replaceAll(thousands, '')
  const written = [...folded.matchAll(figure)].map(([one]) => one)
  if (!numberWords.test(folded)) return written.join(' ')
  const spoken = numerals(text).flatMap(({ at, value }) => (/^[a-z]/iu.test(text.slice(at.from)) ? [value] : []))
  return [...written, ...spoken.map(String)].join(' ')
}

const signs = [...zhNumeralSigns].join('')
const figure = new RegExp(`[0-9]+(?:\\.[0-9]+)*|[${signs}]+`, 'gu')
const thousands = /(?<=[0-9])[, ](?=[0-9]{3}(?![0-9]))/gu
const numberWords =
  /(?<![a-z])(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|[a-z]+ty|hundred|thousand|million|billion|dozen|half|first|second|third|[a-z]+th)(?![a-z])/u
/** A quick no for the many texts without any figure. */
const mayHold = /\p{N}|[一-鿿]|[a-z]{3}/iu

/** The figures of words, with digits that touch them: of 750 only 50 may have been taken, and it is 750 all the same. */
export function figuresWithin(before: string, words: string, behind: string): string {
  const lead = startsWithFigure.test(words.slice(0, 2)) ? (endOfFigure.exec(before)?.[0] ?? '') : ''
  const trail = endsWithFigure.test(words.slice(-2)) ? (startOfFigure.exec(behind)?.[0] ?? '') : ''
  return figuresOf(lead + words + trail)
}

/** Signs that continue a number, as written: digits of any width and numerals of either script. */
const part = `[\\p{N}${signs}兩萬億貳參陸]`
const startsWithFigure = new RegExp(`^${part}`, 'u')
const endsWithFigure = new RegExp(`${part}$`, 'u')
const endOfFigure = new RegExp(`${part}(?:[.,，．]?${part})*[.,，．]?$`, 'u')
const startOfFigure = new RegExp(`^[.,，．]?${part}(?:[.,，．]?${part})*`, 'u')
