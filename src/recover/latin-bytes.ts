import type { Proof } from '../corpus/edit.ts'

/** A byte a character: Latin-1 and windows-1252 told in one, since software mixes them. */

/** Any character that one byte above 7F is shown as. */
export const high = '[\\u0080-\\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]'

/** The bytes that are shown as this text; `null` when a character of it is none of these. */
export function latinBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    const byte = latinCodes.get(char) ?? (char < 0x100 ? char : -1)
    if (byte < 0) return null
    bytes[i] = byte
  }
  return bytes
}

/** Windows-1252 at 80–9F (WHATWG Encoding); spaces stand for bytes that it leaves to the C1 controls. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const latinCodes: ReadonlyMap<number, number> = new Map(
  Array.from(windows1252, (char, i) => [char.charCodeAt(0), 0x80 + i] as const).filter(([char]) => char > 0x20),
)

/** The character of a byte from 80 to 9F; `null` for the five that have none. */
export function windows1252At(byte: number): string | null {
  const char = windows1252[byte - 0x80] ?? ' '
  return char === ' ' ? null : char
}

/** What no text holds that was read rightly: controls, private-use and replacement characters. */
export function hasStrange(text: string): boolean {
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/u.test(text)
}

export function proofOf(bytes: Uint8Array, mechanism: string, again: string): Proof {
  return {
    mechanism,
    bytes: [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(''),
    again,
  }
}
