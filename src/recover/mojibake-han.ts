import type { Edit } from '../corpus/edit.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import { isHan } from './chars.ts'
import { encodeAs, readAgain } from './double-byte.ts'
import { hasStrange, latinBytes, proofOf } from './latin-bytes.ts'
import { chanceOf, countBeyondAscii, type MojibakeJudge } from './mojibake-judge.ts'
import { isPrivateUse } from './codec.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * Text in one double-byte encoding or in UTF-8 that was read in another double-byte one, so that Han characters stand
 * for Han characters.
 *
 * What stands between two replacement characters is a piece of its own: what was lost there ends a character, and the
 * ASCII behind it is in step again. Some software puts a question mark there, so what can't be undone with one in it is
 * tried in pieces. A piece is encoded back in the encoding that it was wrongly read in and decoded in
 * each that it may have been written in. That must be well formed, read much better, and its bytes read wrongly again
 * must give what was received. Of UTF-8 whose last bytes were lost, what is whole is undone.
 */
export function hanEdits(line: string, offset: number, judge: MojibakeJudge, known: Misreading | null): Edit[] {
  return [...line.matchAll(/[^\ufffd]+/gu)].flatMap((found) => {
    const at = { from: found.index, to: found.index + found[0].length }
    const whole = editOf(line, at, offset, judge, known)
    if (whole !== null || !found[0].includes('?')) return whole ?? []
    return [...found[0].matchAll(/[^?]+/gu)].flatMap(({ 0: piece, index }) => {
      const from = at.from + index
      return editOf(line, { from, to: from + piece.length }, offset, judge, known) ?? []
    })
  })
}

/** One piece of a line, undone as far as that goes; `offset` is where the line begins in the text. */
function editOf(line: string, at: Run, offset: number, judge: MojibakeJudge, known: Misreading | null): Edit | null {
  const piece = sliceRun(line, at)
  if (!/[^\0-\x7f]/u.test(piece) || (known === null && !looksForeign(piece, judge.tools))) return null
  const undone = undoPiece(piece, /[?\ufffd]/u.test(line[at.to] ?? ''), judge, known)
  if (undone === null) return null
  const from = offset + at.from
  return { kind: 'mojibake', at: { from, to: from + undone.was.length }, ...undone }
}

export type Misreading = (typeof misreadings)[number]

export const misreadings = [
  { read: 'gb18030', written: 'utf-8' },
  { read: 'big5', written: 'utf-8' },
  { read: 'gb18030', written: 'big5' },
  { read: 'big5', written: 'gb18030' },
] as const

/** A Han character counted more rarely than this in tens of millions is one that a wrong decoding makes. */
const RARE_COUNT = 2500
/** Share of such characters in a line that makes it worth trying. Clean lines of any length stay far below. */
const RARE_SHARE = 0.2
const FEWEST_RARE = 2

/** By how much the undone piece must read better, in nats: for each character beyond ASCII, and altogether. */
type Bar = { readonly each: number; readonly all: number; readonly poorest: number }
const ALONE: Bar = { each: 2, all: 12, poorest: -8.5 }
/** Bytes are seldom UTF-8 by accident, so that this says much already. */
const AS_UTF8: Bar = { each: 2, all: 5, poorest: -8.5 }
/** Where the text as a whole has shown how it was misread. */
const KNOWN: Bar = { each: 0.5, all: 2, poorest: -12 }

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

type Undone = Pick<Edit, 'was' | 'is'> & { readonly proof: NonNullable<Edit['proof']> }

function undoPiece(piece: string, isCut: boolean, judge: MojibakeJudge, known: Misreading | null): Undone | null {
  let best: { readonly undone: Undone; readonly mean: number } | null = null
  for (const misreading of known === null ? misreadings : [known]) {
    const { read, written } = misreading
    const once = decoded(piece, isCut, misreading, judge.tools)
    if (once === null) continue
    const { was } = once
    const received = chanceOf(was, judge)
    const bar = known !== null ? KNOWN : written === 'utf-8' ? AS_UTF8 : ALONE
    const mechanism = `${written} read as ${read}`
    for (const { is, bytes, before } of [{ ...once, before: '' }, ...layersBelow(once.is, misreading, judge.tools)]) {
      if (hasStrange(is)) continue
      const score = chanceOf(is, judge)
      const mean = score / is.length
      const gain = (score - received) / Math.max(1, countBeyondAscii(is))
      if (mean < bar.poorest || gain < bar.each || score < received + bar.all) continue
      if (best === null || mean > best.mean)
        best = { mean, undone: { was, is, proof: proofOf(bytes, before + mechanism, was) } }
    }
  }
  return best?.undone ?? null
}

type Layer = { readonly is: string; readonly bytes: Uint8Array; readonly before: string }

/** UTF-8 that was misread had perhaps been misread and written as UTF-8 before; `bytes` are those of the innermost. */
function layersBelow(text: string, misreading: Misreading, tools: RecoveryTools): Layer[] {
  if (misreading.written !== 'utf-8') return []
  const same = decoded(text, false, misreading, tools)
  const latin = latinBytes(text)
  const is = latin === null ? null : tools.decode(latin, 'utf-8')
  return [
    ...(same === null ? [] : [{ ...same, before: `utf-8 read as ${misreading.read}, then ` }]),
    ...(latin === null || is === null ? [] : [{ is, bytes: latin, before: 'utf-8 read as windows-1252, then ' }]),
  ]
}

/** Two characters of UTF-8 lie across three of GBK, and marks such as 。」 across five, as a byte of each became €. */
const MOST_CUT = 6

/** The piece's bytes as they were meant; of UTF-8 that was cut off, as much as is whole. */
function decoded(
  piece: string,
  isCut: boolean,
  { read, written }: Misreading,
  tools: RecoveryTools,
): { was: string; is: string; bytes: Uint8Array } | null {
  const most = isCut && written === 'utf-8' ? MOST_CUT : 0
  for (let less = 0; less <= Math.min(most, piece.length - 1); less++) {
    const was = piece.slice(0, piece.length - less)
    for (const bytes of encodeAs(was, read, written, tools)) {
      const is = tools.decode(bytes, written)
      if (is !== null && readAgain(bytes, read, was, tools) === was) return { was, is, bytes }
    }
  }
  return null
}
