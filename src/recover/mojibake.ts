import type { Edit, Proof } from '../corpus/edit.ts'
import { isHan } from './chars.ts'
import { isPrivateUse } from './codec.ts'
import { buildLanguage, type Language } from './language.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * Text that was decoded in the wrong encoding, undone where the round trip is exact.
 *
 * Each line, and for Latin-1 each run of non-ASCII characters, is encoded back in the encoding that it was wrongly
 * read in and decoded in each it may have been written in. That must be well formed to the last byte, make Chinese
 * (or letters and quotes) where there was none, and reading its bytes wrongly again must give what was received.
 * Text that reads well as it stands is not looked at.
 */
export function findMojibake(text: string, tools: RecoveryTools): Edit[] {
  const edits: Edit[] = []
  const judge: Judge = { tools, language: null }
  let from = 0
  for (const line of text.split(/(?<=[\n\r])/u)) {
    const body = line.replace(/[\n\r]+$/u, '')
    const undone = looksForeign(body, tools) ? undoLine(body, judge) : null
    if (undone !== null) edits.push({ kind: 'mojibake', at: { from, to: from + body.length }, was: body, ...undone })
    else edits.push(...latinRuns(body, from, judge))
    from += line.length
  }
  return edits
}

type Judge = { readonly tools: RecoveryTools; language: Language | null }

/** A Han character counted more rarely than this in tens of millions is one that a wrong decoding makes. */
const RARE_COUNT = 600
/** Share of such characters in a line that makes it worth trying. Clean lines of any length stay far below. */
const RARE_SHARE = 0.2
const FEWEST_RARE = 2
/** By how much the undone line must read better, in nats: for each of its characters, and altogether. */
const BETTER_EACH = 2
const BETTER_ALL = 12
const POOREST = -8.5

function looksForeign(line: string, { model }: RecoveryTools): boolean {
  let rare = 0
  let all = 0
  for (let i = 0; i < line.length; i++) {
    const char = line.charCodeAt(i)
    if (char < 0x80) continue
    all += 1
    if (isPrivateUse(char) || (isHan(char) && (model.singles[model.fold[char] ?? char] ?? 0) < RARE_COUNT)) rare += 1
  }
  return rare >= FEWEST_RARE && rare > RARE_SHARE * all
}

const misreadings = [
  { read: 'gb18030', written: 'utf-8' },
  { read: 'big5', written: 'utf-8' },
  { read: 'gb18030', written: 'big5' },
  { read: 'big5', written: 'gb18030' },
] as const

function undoLine(line: string, judge: Judge): { is: string; proof: Proof } | null {
  const language = (judge.language ??= buildLanguage(judge.tools.model, []))
  const received = chanceOf(line, language)
  let best: { is: string; proof: Proof; each: number } | null = null
  for (const { read, written } of misreadings) {
    const bytes = encode(line, read, judge.tools)
    const is = bytes === null ? null : judge.tools.decode(bytes, written)
    if (bytes === null || is === null || hasStrange(is) || judge.tools.decode(bytes, read) !== line) continue
    const score = chanceOf(is, language)
    const each = score / is.length
    if (each < POOREST || each < received / line.length + BETTER_EACH || score < received + BETTER_ALL) continue
    if (best === null || each > best.each)
      best = { is, each, proof: proofOf(bytes, `${written} read as ${read}`, line) }
  }
  return best === null ? null : { is: best.is, proof: best.proof }
}

/** UTF-8 or GBK read as Latin-1 or windows-1252 leaves ASCII alone, so only the runs between are damaged. */
function latinRuns(line: string, offset: number, { tools }: Judge): Edit[] {
  const edits: Edit[] = []
  for (const found of line.matchAll(/[\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{2,}/gu)) {
    const was = found[0]
    const bytes = latinBytes(was)
    if (bytes === null) continue
    for (const written of ['utf-8', 'gb18030', 'big5'] as const) {
      const is = tools.decode(bytes, written)
      if (is === null || hasStrange(is) || !(written === 'utf-8' || isCommonHan(is, tools))) continue
      const at = { from: offset + found.index, to: offset + found.index + was.length }
      edits.push({ kind: 'mojibake', at, was, is, proof: proofOf(bytes, `${written} read as windows-1252`, was) })
      break
    }
  }
  return edits
}

/** Two common Han characters or more and nothing else but marks: accented letters in a row hardly ever make that. */
function isCommonHan(text: string, { model }: RecoveryTools): boolean {
  let han = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (isHan(char)) {
      if ((model.singles[model.fold[char] ?? char] ?? 0) < COMMON_COUNT) return false
      han += 1
    } else if (char < 0x2010) return false
  }
  return han >= 2
}

const COMMON_COUNT = 3000

function latinBytes(text: string): Uint8Array | null {
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

function encode(text: string, encoding: 'gb18030' | 'big5', tools: RecoveryTools): Uint8Array | null {
  const codeOf = encoding === 'gb18030' ? tools.gbk.codeOf : big5Codes(tools)
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    const code = codeOf[char] || (encoding === 'gb18030' ? (tools.gbk.privateCode[char] ?? 0) : 0)
    if (char < 0x80) bytes.push(char)
    else if (code === 0) return null
    else bytes.push(code >> 8, code & 0xff)
  }
  return Uint8Array.from(bytes)
}

const big5 = new WeakMap<RecoveryTools, Uint16Array>()

function big5Codes(tools: RecoveryTools): Uint16Array {
  const known = big5.get(tools)
  if (known !== undefined) return known
  const codes = new Uint16Array(0x10000)
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue
      const char = tools.decode(Uint8Array.of(lead, trail), 'big5')
      const unit = char?.length === 1 ? char.charCodeAt(0) : 0
      if (unit >= 0x80 && codes[unit] === 0) codes[unit] = (lead << 8) | trail
    }
  big5.set(tools, codes)
  return codes
}

function chanceOf(text: string, language: Language): number {
  let sum = 0
  let state = language.stateAt(text, 0)
  for (let i = 0; i < text.length; i++) {
    sum += language.logChance(state, text.charCodeAt(i))
    state = language.next()
  }
  return sum
}

function hasStrange(text: string): boolean {
  return /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/u.test(text)
}

function proofOf(bytes: Uint8Array, mechanism: string, again: string): Proof {
  return {
    mechanism,
    bytes: [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(''),
    again,
  }
}
