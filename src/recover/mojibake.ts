import type { Edit, Proof } from '../corpus/edit.ts'
import { isHan } from './chars.ts'
import { codeOfPrivateBig5, privateBig5 } from './code-page-950.ts'
import { isPrivateUse } from './codec.ts'
import { buildLanguage, type Language } from './language.ts'
import { hasStrange, latinEdits, proofOf } from './mojibake-latin.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * Text that was decoded in the wrong encoding, undone where the round trip is exact.
 *
 * Each line, and for Latin-1 each part of it, is encoded back in the encoding that it was wrongly
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
    else edits.push(...latinEdits(body, from, tools))
    from += line.length
  }
  return edits
}

type Judge = { readonly tools: RecoveryTools; language: Language | null }

/** A Han character counted more rarely than this in tens of millions is one that a wrong decoding makes. */
const RARE_COUNT = 2500
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
    const isRare = isHan(char) && (model.singles[model.fold[char] ?? char] ?? 0) < RARE_COUNT
    if (isRare || isPrivateUse(char) || isSeldomSeen(char)) rare += 1
  }
  return rare >= FEWEST_RARE && rare > RARE_SHARE * all
}

/** Bopomofo, small forms and halves of characters beyond the basic plane: what Big5 makes of other encodings. */
function isSeldomSeen(char: number): boolean {
  return (char >= 0x3105 && char <= 0x312f) || (char >= 0xfe30 && char <= 0xfe6f) || (char >= 0xd800 && char < 0xe000)
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
    if (bytes === null || is === null || hasStrange(is) || readAgain(bytes, read, line, judge.tools) !== line) continue
    const score = chanceOf(is, language)
    const each = score / is.length
    if (each < POOREST || each < received / line.length + BETTER_EACH || score < received + BETTER_ALL) continue
    if (best === null || each > best.each)
      best = { is, each, proof: proofOf(bytes, `${written} read as ${read}`, line) }
  }
  return best === null ? null : { is: best.is, proof: best.proof }
}

function encode(text: string, encoding: 'gb18030' | 'big5', tools: RecoveryTools): Uint8Array | null {
  const bytes: number[] = []
  for (const char of text) {
    const unit = char.charCodeAt(0)
    const code =
      encoding === 'big5'
        ? (big5Codes(tools).get(char) ?? codeOfPrivateBig5(unit))
        : tools.gbk.codeOf[unit] || tools.gbk.privateCode[unit] || 0
    if (char < '\x80') bytes.push(unit)
    else if (code === 0) return null
    else bytes.push(code >> 8, code & 0xff)
  }
  return Uint8Array.from(bytes)
}

/** The bytes read wrongly once more, in the line's own way of showing codes that the encoding leaves open. */
function readAgain(bytes: Uint8Array, read: 'gb18030' | 'big5', line: string, tools: RecoveryTools): string | null {
  if (read === 'gb18030' || !/[\ue000-\uf8ff]/u.test(line)) return tools.decode(bytes, read)
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0
    const shown = privateBig5.get((lead << 8) | (bytes[at + 1] ?? 0))
    const length = lead < 0x80 ? 1 : 2
    const asStored = tools.decode(bytes.subarray(at, at + length), read)
    if (asStored === null) return null
    text += shown !== undefined && shown === line[text.length] ? shown : asStored
    at += length
  }
  return text
}

const big5 = new WeakMap<RecoveryTools, ReadonlyMap<string, number>>()

function big5Codes(tools: RecoveryTools): ReadonlyMap<string, number> {
  const known = big5.get(tools)
  if (known !== undefined) return known
  const codes = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue
      const char = tools.decode(Uint8Array.of(lead, trail), 'big5') ?? ''
      if (char >= '\x80' && [...char].length === 1 && !codes.has(char)) codes.set(char, (lead << 8) | trail)
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
