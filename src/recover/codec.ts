/**
 * GBK as a table, both ways. The core has no decoder of its own, so the caller hands one in (`TextDecoder('gb18030')`
 * does) and the table is read off it once: every double-byte code, decoded by itself.
 *
 * Shapes  a code is `lead << 8 | trail`; lead 81–FE, trail 40–7E or 80–FE (GB 18030-2022, the two-byte part).
 * Units   UTF-16 code units: all characters of the two-byte part lie in the basic plane.
 */
export type Codec = {
  /** The character of a code, as a code unit; 0 when the code is assigned nothing. */
  readonly charOf: Uint16Array
  /** The code of a character; 0 when it has none. */
  readonly codeOf: Uint16Array
  /**
   * 1 for codes that some GBK decoder assigns nothing: the user-defined areas, the holes in the symbol rows,
   * and what GB 18030 added after GBK was fixed.
   */
  readonly mayVanish: Uint8Array
  /** The code that a private-use character stands for in this decoder; 0 for none. */
  readonly privateCode: Uint16Array
}

/** Bytes to text in one fixed encoding; `null` when they are not well formed in it. */
export type Decode = (bytes: Uint8Array) => string | null

export function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe
}

export function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfe && byte !== 0x7f
}

const NEW_LINE = 0x0a
const REPLACEMENT = 0xfffd

/** Reads the table off a decoder of GBK or GB 18030. Takes a few milliseconds; keep the result. */
export function buildCodec(decode: Decode): Codec {
  const charOf = new Uint16Array(0x10000)
  const codeOf = new Uint16Array(0x10000)
  const mayVanish = new Uint8Array(0x10000)
  const privateCode = new Uint16Array(0x10000)
  const codes = allCodes()
  // One call for all of them, a code a line: a new line is no trail byte, so no code can swallow its neighbour.
  const bytes = new Uint8Array(codes.length * 3)
  codes.forEach((code, i) => bytes.set([code >> 8, code & 0xff, NEW_LINE], i * 3))
  const lines = decode(bytes)?.split('\n') ?? codes.map((code) => decode(Uint8Array.of(code >> 8, code & 0xff)) ?? '')
  codes.forEach((code, i) => {
    const line = lines[i] ?? ''
    const char = line.length === 1 ? line.charCodeAt(0) : 0
    const assigned = char >= 0x80 && char !== REPLACEMENT && !isPrivateUse(char)
    if (assigned) {
      charOf[code] = char
      if (codeOf[char] === 0) codeOf[char] = code
    }
    if (isPrivateUse(char)) privateCode[char] = code
    if (!assigned || isLaterThanGbk(code)) mayVanish[code] = 1
  })
  return { charOf, codeOf, mayVanish, privateCode }
}

/** The bytes of a text in GBK; `null` when a character of it has no code. ASCII stays a byte. */
export function encodeGbk(codec: Codec, text: string): number[] | null {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    const code = codec.codeOf[char] ?? 0
    if (char < 0x80) bytes.push(char)
    else if (code === 0) return null
    else bytes.push(code >> 8, code & 0xff)
  }
  return bytes
}

export function isPrivateUse(char: number): boolean {
  return char >= 0xe000 && char <= 0xf8ff
}

function allCodes(): number[] {
  const codes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) if (isTrail(trail)) codes.push((lead << 8) | trail)
  return codes
}

/** Runs of codes that GB 18030 assigns and code page 936, the GBK of most software, does not. */
const laterThanGbk: readonly (readonly [number, number])[] = [
  [0xa2e3, 0xa2e3], // the euro sign; code page 936 has it at 80
  [0xa6d9, 0xa6df], // vertical punctuation
  [0xa6ec, 0xa6ed],
  [0xa6f3, 0xa6f3],
  [0xa8bc, 0xa8bc], // ḿ
  [0xa8bf, 0xa8bf], // ǹ
  [0xa989, 0xa995], // ideographic description characters
  [0xfe50, 0xfea0], // radicals and ideographs of extension A
]

function isLaterThanGbk(code: number): boolean {
  return laterThanGbk.some(([from, to]) => from <= code && code <= to)
}
