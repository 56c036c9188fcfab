import { bracketAt, bracketInside } from './bracket.ts'
import { isHan } from './chars.ts'

/**
 * Marks of a lone lead byte with something behind them that a slip may have left.
 *
 * A slip leaves one or two marks. Text full of them lost its characters otherwise, in an encoding that has no codes for
 * them or by being read in the wrong one, and a search from each mark would take minutes and find nothing.
 */
export function anchorsIn(text: string): number[] {
  const anchors: number[] = []
  if (isFullOfMarks(text, MANY_IN_TEXT)) return anchors
  let lineEnd = 0
  let isPassedOver = false
  for (let i = 0; i < text.length; i++) {
    if (i >= lineEnd) {
      lineEnd = i
      while (lineEnd < text.length && text[lineEnd] !== '\n' && text[lineEnd] !== '\r') lineEnd += 1
      lineEnd += 1
      isPassedOver = isFullOfMarks(text.slice(i, lineEnd), MANY_IN_LINE)
    }
    const char = text.charCodeAt(i)
    if (isPassedOver || (char !== 0x3f && char !== 0xfffd)) continue
    const after = text.charCodeAt(i + 1)
    const second = text.charCodeAt(i + 2)
    if (after >= 0x2e80 || (after > 0x7f && second >= 0x80) || (after > 0x20 && second >= 0x2e80)) anchors.push(i)
    else if (isHan(text.charCodeAt(i - 1)) && bracketInside(text, i + 1) !== null) anchors.push(i)
    else if (tonedReadingNear(text, i + 1)) anchors.push(i)
  }
  return anchors
}

/** So many marks, for each character beyond ASCII and altogether, are no slips; in short lines only the text can tell. */
const MARKS_SHARE = 0.15
const MANY_IN_LINE = 6
const MANY_IN_TEXT = 100

function isFullOfMarks(text: string, many: number): boolean {
  const marks = text.match(/\ufffd|\?(?=[^\0-\x7f])/gu)?.length ?? 0
  return marks >= many && marks > MARKS_SHARE * (text.match(/[^\0-\x7f]/gu)?.length ?? 0)
}

/** A short run may end in an ASCII byte or in one more lone lead byte, and the reading behind it is all that tells. */
const READING_WITHIN = 2
const toned = /[^a-z]/u

function tonedReadingNear(text: string, from: number): boolean {
  for (let i = from; i <= from + READING_WITHIN && text.charCodeAt(i) > 0x20; i++) {
    const isMark = text[i] === '?' || text[i] === '\ufffd'
    const bracket = isMark ? bracketInside(text, i + 1) : bracketAt(text, i)
    if (bracket !== null) return toned.test(bracket.inside)
  }
  return false
}

/** The text outside what may be damaged, readings left out, so that a damaged run never vouches for itself. */
export function* undamagedParts(text: string, anchors: readonly number[]): Generator<string> {
  let part = ''
  let i = 0
  let anchor = 0
  while (i < text.length) {
    if (i === anchors[anchor]) {
      anchor += 1
      yield part
      part = ''
      i += 1
      while (i < text.length && (text.charCodeAt(i) >= 0x80 || text[i] === '?') && i !== anchors[anchor]) i += 1
      continue
    }
    const bracket = bracketAt(text, i)
    if (bracket !== null && isHan(text.charCodeAt(i - 1))) i = bracket.to
    else part += text[i++] ?? ''
  }
  yield part
}
