import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import type { Decoders } from '../src/text/decode.ts'
import type { Encoding } from '../src/text/decode-label.ts'

/**
 * Node's decoders for `decodeSource`. Each encoding goes to the decoder that was measured to be right for it:
 * the platform's for UTF-8, UTF-16 and GB18030, iconv-lite's for Big5 with HKSCS and for windows-1252, which Node
 * takes for Latin-1 (0x92 becomes a control character).
 */
export const decoders: Decoders = { decode, guess, encode }

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'big5' || encoding === 'windows-1252') {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const text = iconv.decode(buffer, encoding === 'big5' ? 'big5hkscs' : encoding)
    // iconv-lite never complains: U+FFFD, which neither has a code for, stands where bytes made no character.
    return text.includes('\ufffd') ? null : text
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Statistics are settled long before this many bytes, and the guesser reads them all. */
const guessFrom = 32_768

function guess(bytes: Uint8Array): string[] {
  return analyse(bytes.subarray(0, guessFrom)).map((match) => match.name)
}

function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'gb18030') return encodeGb18030(text)
  const bytes = iconv.encode(text, encoding === 'big5' ? 'big5hkscs' : encoding)
  return decode(bytes, encoding) === text ? bytes : null
}

/** iconv-lite's GB18030 differs from the standard in a few codes, so two-byte codes come from the decoder itself. */
function encodeGb18030(text: string): Uint8Array {
  const codes = gbTwoByteCodes()
  const parts: number[] = []
  for (const character of text) {
    const code = codes.get(character)
    if (character < '\x80') parts.push(character.charCodeAt(0))
    else if (code !== undefined) parts.push(code >> 8, code & 0xff)
    else parts.push(...iconv.encode(character, 'gb18030'))
  }
  return Uint8Array.from(parts)
}

let twoByteCodes: ReadonlyMap<string, number> | null = null

function gbTwoByteCodes(): ReadonlyMap<string, number> {
  if (twoByteCodes !== null) return twoByteCodes
  const codes = new Map<string, number>()
  const decoder = new TextDecoder('gb18030', { fatal: true })
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!codes.has(character)) codes.set(character, (lead << 8) | trail)
    }
  twoByteCodes = codes
  return codes
}
