import { codeOfPrivateBig5, privateBig5 } from './code-page-950.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * Text back into the bytes that a program showed as it, in GBK or Big5, and the same bytes read wrongly once more.
 *
 * Errors  no bytes at all where a character has no code.
 */

/** Each way the text may have been made of bytes. € is one byte in code page 936, 80, and two in GB 18030. */
export function encodeAs(text: string, read: 'gb18030' | 'big5', written: string, tools: RecoveryTools): Uint8Array[] {
  const ways =
    read === 'gb18030' && text.includes('€') ? (written === 'utf-8' ? [true, false] : [false, true]) : [false]
  return ways.flatMap((isShort) => encode(text, read, isShort, tools) ?? [])
}

function encode(text: string, read: 'gb18030' | 'big5', shortEuro: boolean, tools: RecoveryTools): Uint8Array | null {
  const bytes: number[] = []
  for (const char of text) {
    const unit = char.charCodeAt(0)
    if (char < '\x80') bytes.push(unit)
    else if (char === '€' && shortEuro) bytes.push(EURO)
    else {
      const code =
        read === 'big5'
          ? (big5Codes(tools).get(char) ?? codeOfPrivateBig5(unit))
          : tools.gbk.codeOf[unit] || tools.gbk.privateCode[unit] || 0
      if (code === 0) return null
      bytes.push(code >> 8, code & 0xff)
    }
  }
  return Uint8Array.from(bytes)
}

const EURO = 0x80

/** The bytes read wrongly once more, in the line's own way of showing codes that the encoding leaves open. */
export function readAgain(
  bytes: Uint8Array,
  read: 'gb18030' | 'big5',
  line: string,
  tools: RecoveryTools,
): string | null {
  if (read === 'gb18030' || !/[\ue000-\uf8ff]/u.test(line)) return tools.decode(bytes, read)
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0
    const length = lead < 0x80 ? 1 : 2
    const open = privateBig5.get((lead << 8) | (bytes[at + 1] ?? 0))
    // A decoder may well refuse such a code; another one showed it as it stands in the line.
    const shown = open === line[text.length] ? open : tools.decode(bytes.subarray(at, at + length), read)
    if (shown === undefined || shown === null) return null
    text += shown
    at += length
  }
  return text
}

const big5 = new WeakMap<RecoveryTools, ReadonlyMap<string, number>>()
/** The codes below are HKSCS's. */
const FIRST_OF_BIG5 = 0xa1

function big5Codes(tools: RecoveryTools): ReadonlyMap<string, number> {
  const known = big5.get(tools)
  if (known !== undefined) return known
  const codes = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue
      const char = tools.decode(Uint8Array.of(lead, trail), 'big5') ?? ''
      if (char < '\x80' || [...char].length !== 1) continue
      // HKSCS has a second code for some of Big5's characters; 十 and 卅 stand among the signs, too, before their own.
      const isFirst = !codes.has(char) || (codes.get(char) ?? 0) < FIRST_OF_BIG5 << 8
      if (isFirst || char === '十' || char === '卅') codes.set(char, (lead << 8) | trail)
    }
  big5.set(tools, codes)
  return codes
}
