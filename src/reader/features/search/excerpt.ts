import type { Run } from '../../../corpus/run.ts'
import type { Piece } from './protocol.ts'

/**
 * A text cut to size around what matched in it.
 *
 * Shapes  `matches` sorted and disjoint; the pieces joined are the text, or a part of it between ellipses, white space
 *         of any kind shown as one space.
 * Units   UTF-16 code units; `most` is about how many are shown. Neither a character nor a match is cut in two.
 */
export function excerpt(text: string, matches: readonly Run[], most: number): Piece[] {
  const window = windowOf(text, matches, most)
  const pieces: Piece[] = window.from > 0 ? [{ text: '…', hit: false }] : []
  let at = window.from
  for (const { from, to } of matches) {
    if (from < window.from || to > window.to) continue
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < window.to) pieces.push({ text: text.slice(at, window.to), hit: false })
  if (window.to < text.length) pieces.push({ text: '…', hit: false })
  return pieces
    .map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ') }))
    .filter((piece) => piece.text !== '')
}

function windowOf(text: string, matches: readonly Run[], most: number): Run {
  if (text.length <= most) return { from: 0, to: text.length }
  const first = matches[0] ?? { from: 0, to: 0 }
  // As many of the matches that follow as there is room for.
  const last = matches.findLast(({ to }) => to - first.from <= most) ?? first
  const room = Math.max(0, most - (last.to - first.from))
  // What leads up to a match tells more than what follows the last one.
  const before = Math.min(first.from, Math.floor(room / 2))
  const after = Math.min(text.length - last.to, room - before)
  const from = wordStart(text, first.from - Math.min(first.from, room - after))
  return { from, to: wordEnd(text, last.to + after) }
}

/** How far a cut is moved out so that a word stays whole, in units; where there is none so near, it is no such text. */
const longestWord = 16

function wordStart(text: string, from: number): number {
  for (let at = from; at > Math.max(0, from - longestWord); at -= 1) if (/\s/u.test(text.charAt(at - 1))) return at
  return from < longestWord ? 0 : isInside(text, from) ? from - 1 : from
}

function wordEnd(text: string, to: number): number {
  const latest = Math.min(text.length, to + longestWord)
  for (let at = to; at < latest; at += 1) if (/\s/u.test(text.charAt(at))) return at
  return latest === text.length ? latest : isInside(text, to) ? to + 1 : to
}

/** Does an offset stand between the two halves of a character? */
function isInside(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1))
}
