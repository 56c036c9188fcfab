import { likelihood } from './decode-likely.ts'
import type { Encoding } from './decode-label.ts'

/**
 * No encoding decodes the file: is it a text in one of them all the same, but for a few bytes? Then the place of the
 * first one is what its author must know.
 *
 * A line break is no part of any double-byte character, so that lines are whole or faulty by themselves. A faulty one
 * is walked through, a character at a time.
 *
 * Shapes  `what` is a sentence without its full stop; `line` and `column` from 1, in UTF-16 code units.
 * Units   `offset` counts bytes from 0.
 */
export function findDamage(bytes: Uint8Array, decode: Decode): Damage | null {
  if (isCutUtf16(bytes, decode)) {
    const what = 'The file is UTF-16 but for its last byte, which is half a character'
    return { what, offset: bytes.length - 1 }
  }
  const [found] = names
    .map(([encoding, name]) => ({ name, ...walk(bytes, encoding, decode) }))
    .filter(({ faults, characters, mean }) => faults <= MOST_FAULTS * characters && mean >= LEAST_MEAN)
    .sort((a, b) => b.mean - a.mean)
  if (found === undefined) return null
  const { name, offset, place } = found
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return {
    what: `The file is ${name} but for byte 0x${byte} at offset ${offset}, which fits nothing there`,
    offset,
    place,
  }
}

export type Damage = { readonly what: string; readonly offset: number; readonly place?: Place }
type Place = { readonly line: number; readonly column: number }

const names = [
  ['gb18030', 'GBK or GB18030'],
  ['big5', 'Big5'],
] as const
type DoubleByte = (typeof names)[number][0]

function isCutUtf16(bytes: Uint8Array, decode: Decode): boolean {
  if (bytes.length % 2 === 0) return false
  const texts = (['utf-16le', 'utf-16be'] as const).map((encoding) => decode(bytes.subarray(0, -1), encoding))
  return texts.some((text) => text !== null && !text.includes('\0') && meanOf(text) >= LEAST_MEAN)
}

type Decode = (bytes: Uint8Array, encoding: Encoding) => string | null

/** Faults for each character beyond ASCII: more than this is another encoding. */
const MOST_FAULTS = 0.02
/** nats a character: Chinese and English lie above, and bytes that mean something else below. */
const LEAST_MEAN = -10
const NEW_LINE = 0x0a

function walk(bytes: Uint8Array, encoding: DoubleByte, decode: Decode) {
  let text = ''
  let first: { readonly offset: number; readonly place: Place } | null = null
  let faults = 0
  let line = 0
  for (let from = 0; from < bytes.length;) {
    const lineBreak = bytes.indexOf(NEW_LINE, from)
    const to = lineBreak < 0 ? bytes.length : lineBreak + 1
    line += 1
    const whole = decode(bytes.subarray(from, to), encoding)
    text += whole ?? ''
    const start = text.length
    for (let at = from; whole === null && at < to;) {
      const character = characterAt(bytes, at, to, encoding, decode)
      if (character === null) {
        faults += 1
        first ??= { offset: at, place: { line, column: text.length - start + 1 } }
      } else text += character.text
      at += character?.length ?? 1
    }
    from = to
  }
  const characters = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  return { ...(first ?? { offset: 0, place: { line: 1, column: 1 } }), faults, characters, mean: meanOf(text) }
}

function characterAt(bytes: Uint8Array, at: number, to: number, encoding: DoubleByte, decode: Decode) {
  for (const length of encoding === 'gb18030' ? [1, 2, 4] : [1, 2]) {
    if (at + length > to) return null
    const text = decode(bytes.subarray(at, at + length), encoding)
    if (text !== null && text !== '') return { text, length }
  }
  return null
}

function meanOf(text: string): number {
  return text === '' ? -Infinity : likelihood(text) / text.length
}
