import type { Edit } from '../corpus/edit.ts'
import { applyEdits } from '../corpus/replay.ts'
import { isHan } from './chars.ts'
import { hasStrange, high, latinBytes, proofOf } from './latin-bytes.ts'
import { chanceOf, type MojibakeJudge } from './mojibake-judge.ts'
import { countHighRuns, peelUtf8, utf8Edits } from './mojibake-utf8.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * UTF-8, GBK or Big5 that was read as Latin-1 or windows-1252, a byte a character.
 *
 * No trail byte is below 40, so that a space, a digit and most ASCII marks are always in step: what stands between
 * two of them is a part that was written and misread by itself. In GBK and Big5 a trail byte may be an ASCII letter,
 * so a part takes its ASCII along. A line is undone where nearly all its parts with bytes above ASCII make common
 * Chinese in one encoding; accented letters in words hardly ever make that. Where the text as a whole has shown which
 * encoding it was in, a line of one character is enough.
 */
export function latinEdits(line: string, offset: number, judge: MojibakeJudge, known: LatinWritten | null): Edit[] {
  if (!/[\u0080-\u00ff]/u.test(line)) return []
  const { tools } = judge
  const utf8 = utf8Edits(line, offset, tools)
  const runs = countHighRuns(line)
  const twice = utf8.length < runs ? twiceEdits(line, offset, judge, known) : []
  if (twice.length > 0) return twice
  if (utf8.length > MOST_RUNS * runs) return utf8
  const parts = [...line.matchAll(part)].filter(([text]) => new RegExp(high, 'u').test(text))
  const isChineseLine = /\p{Script=Han}/u.test(line)
  const readings = (known === null ? latinWritten : [known]).flatMap((written) => {
    const edits = parts.flatMap((found) => editOf(found, offset, written, tools, isChinese) ?? [])
    if (edits.length < MOST_PARTS * parts.length) return []
    const { han, common, kinds } = countHan(edits, tools)
    const isBeside = isChineseLine || edits.some(({ was }) => /[@-~]/u.test(was))
    const fewest = known !== null ? 1 : isBeside ? FEWEST_HAN_BESIDE : FEWEST_HAN
    const leastCommon = longRun.test(line) ? COMMON_IN_LONG_RUN : MOST_COMMON
    if (han < fewest || common < leastCommon * han || (isBeside && known === null && kinds < FEWEST_KINDS)) return []
    return [{ written, chance: edits.reduce((sum, { is }) => sum + chanceOf(is, judge), 0) }]
  })
  const [best, second] = readings.sort((a, b) => b.chance - a.chance)
  if (best === undefined || (second !== undefined && best.chance < second.chance + LEAST_LEAD)) return utf8
  return parts.flatMap((found) => editOf(found, offset, best.written, tools, isWritten) ?? [])
}

/** GBK or Big5 that was read as windows-1252, written as UTF-8 and read so once more. */
function twiceEdits(line: string, offset: number, judge: MojibakeJudge, known: LatinWritten | null): Edit[] {
  const peeled = peelUtf8(line, judge.tools)
  if (peeled === null) return []
  const inner = latinEdits(peeled, 0, judge, known)
  const is = applyEdits(peeled, inner)
  const [mechanism] = inner.flatMap(({ proof }) => proof?.mechanism ?? [])
  const bytes = latinBytes(peeled)
  if (mechanism === undefined || bytes === null || new RegExp(high, 'u').test(is)) return []
  const proof = proofOf(bytes, `${mechanism}, then utf-8 read as windows-1252`, line)
  return [{ kind: 'mojibake', at: { from: offset, to: offset + line.length }, was: line, is, proof }]
}

export type LatinWritten = (typeof latinWritten)[number]
export const latinWritten = ['gb18030', 'big5'] as const

/** Two bytes that are UTF-8 by accident are seldom most of a line. */
const MOST_RUNS = 0.5
/** Parts of a line that must make sense in one encoding; a byte lost here or there spoils a part. */
const MOST_PARTS = 0.8
const FEWEST_HAN = 2
/** The same where a letter is taken for a trail byte, as in °C and été, or the line has Chinese that was read right. */
const FEWEST_HAN_BESIDE = 4
/** Different ones of these: a word's ending that is a character by accident comes again and again. */
const FEWEST_KINDS = 3
/** By how much one encoding must read better than the other, in nats: µ¥µ¥ is a word in both. */
const LEAST_LEAD = 4
/** The share of Han characters that must be common ones. Bytes that mean something else make rare ones. */
const MOST_COMMON = 0.85
const COMMON_COUNT = 3000
/** So many in a row are words of no language, so that verse and names may have rare characters. */
const longRun = new RegExp(`${high}{10}`, 'u')
const COMMON_IN_LONG_RUN = 0.6
const SELDOM_USED = 0.1

const part = new RegExp(`(?:[@-~]|${high})+`, 'gu')

function editOf(
  found: RegExpMatchArray,
  offset: number,
  written: LatinWritten,
  tools: RecoveryTools,
  fits: (text: string) => boolean,
): Edit | null {
  const was = found[0]
  const bytes = latinBytes(was)
  const is = bytes === null ? null : tools.decode(bytes, written)
  if (bytes === null || is === null || hasStrange(is) || !fits(is)) return null
  const from = offset + (found.index ?? 0)
  const proof = proofOf(bytes, `${written} read as windows-1252`, was)
  return { kind: 'mojibake', at: { from, to: from + was.length }, was, is, proof }
}

/** Nothing but Han characters, CJK marks, signs and full-width forms, and ASCII; pinyin only among enough of these. */
function isChinese(text: string): boolean {
  return chinese.test(text) || (/(?:[\u3400-\u9fff].*){4}/u.test(text) && chinese.test(text.replaceAll(pinyin, '')))
}

const pinyin = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]/gu

const signs =
  '\\u00b7\\u2010-\\u2027\\u2030-\\u203b\\u2160-\\u217f\\u2190-\\u2199\\u2200-\\u22ff\\u2460-\\u249b\\u2500-\\u267f'
const chinese = new RegExp(`^[ -~${signs}\\u3000-\\u3029\\u3400-\\u9fff\\uff01-\\uffe5]*$`, 'u')

/** The same with what else the code tables hold, once the line has shown its encoding: pinyin, Greek, kana, signs. */
function isWritten(text: string): boolean {
  return !/[\u3100-\u312f\u0400-\u04ff]/u.test(text)
}

type HanCount = { readonly han: number; readonly common: number; readonly kinds: number }

function countHan(edits: readonly Edit[], { model }: RecoveryTools): HanCount {
  const kinds = new Set<number>()
  let han = 0
  let common = 0
  for (const { is } of edits)
    for (let i = 0; i < is.length; i++) {
      const char = is.charCodeAt(i)
      if (!isHan(char)) continue
      han += 1
      kinds.add(char)
      const folded = model.fold[char] ?? char
      // A variant that Traditional writing hardly uses, 癈 for 废, is rare whatever is common of it.
      const isVariant = folded !== char && (model.traditionalShare[char] ?? 0) < SELDOM_USED
      if ((model.singles[folded] ?? 0) >= COMMON_COUNT && !isVariant) common += 1
    }
  return { han, common, kinds: kinds.size }
}
