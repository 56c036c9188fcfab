/**
 * How much of a file is UTF-8, when not all of it is? Tells a damaged UTF-8 file from one in another encoding.
 * Well-formed sequences are those of RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
 *
 * Units  `firstFault` is a byte offset from 0, the file's length when all is well; `share` is of the bytes above 0x7F.
 */
export function wellFormedShare(bytes: Uint8Array): WellFormed {
  let firstFault = bytes.length
  let sequences = 0
  let good = 0
  let high = 0
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at += 1
      continue
    }
    const length = sequenceLength(bytes, at)
    high += Math.max(1, length)
    if (length === 0) firstFault = Math.min(firstFault, at)
    else {
      sequences += 1
      good += length
    }
    at += Math.max(1, length)
  }
  return { share: high === 0 ? 1 : good / high, sequences, firstFault }
}

export type WellFormed = { readonly share: number; readonly sequences: number; readonly firstFault: number }

/** The bytes of the sequence that begins at `at`; 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  // RFC 3629 narrows the second byte after these leads.
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  const second = bytes[at + 1] ?? 0
  if (second < lowest || second > highest) return 0
  for (let next = at + 2; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** Line and column, from 1 and in UTF-16 code units, of a byte offset; everything before it must be UTF-8. */
export function placeOfByte(bytes: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let column = 1
  for (let at = 0; at < offset; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a)) {
      line += 1
      column = 1
      // Continuation bytes add nothing; a lead of four stands for two code units.
    } else if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1
  }
  return { line, column }
}
