import type { Edit, Proof } from '../corpus/edit.ts'
import { isHan } from './chars.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * UTF-8, GBK or Big5 that was read as Latin-1 or windows-1252, a byte a character.
 *
 * No trail byte is below 40, so that a space, a digit and most ASCII marks are always in step: what stands between
 * two of them is a part that was written and misread by itself. In GBK and Big5 a trail byte may be an ASCII letter,
 * so a part takes its ASCII along. A line is undone where nearly all its parts with bytes above ASCII make common
 * Chinese in one encoding; accented letters in words hardly ever make that. UTF-8 is told by its form alone, run by run.
 */
export function latinEdits(line: string, offset: number, tools: RecoveryTools): Edit[] {
  if (!/[\u0080-\u00ff]/u.test(line)) return []
  const runs = [...line.matchAll(highRun)]
  const utf8 = runs.flatMap((found) => editOf(found, offset, 'utf-8', tools) ?? [])
  if (utf8.length > MOST_RUNS * runs.length) return utf8
  const parts = [...line.matchAll(part)].filter(([text]) => new RegExp(high, 'u').test(text))
  const isChineseLine = /\p{Script=Han}/u.test(line)
  let best: { readonly edits: Edit[]; readonly han: number } | null = null
  for (const written of ['gb18030', 'big5'] as const) {
    const edits = parts.flatMap((found) => editOf(found, offset, written, tools) ?? [])
    const { han, common } = countHan(edits, tools)
    const fewest = isChineseLine || edits.some(({ was }) => /[@-~]/u.test(was)) ? FEWEST_HAN_BESIDE : FEWEST_HAN
    if (edits.length < MOST_PARTS * parts.length || han < fewest || common < MOST_COMMON * han) continue
    if (best === null || common > best.han) best = { edits, han: common }
  }
  return best?.edits ?? utf8
}

/** Two bytes that are UTF-8 by accident are seldom most of a line. */
const MOST_RUNS = 0.5
/** Parts of a line that must make sense in one encoding; a byte lost here or there spoils a part. */
const MOST_PARTS = 0.8
const FEWEST_HAN = 2
/** The same where a letter is taken for a trail byte, as in °C and été, or the line has Chinese that was read right. */
const FEWEST_HAN_BESIDE = 4
/** The share of Han characters that must be common ones. Bytes that mean something else make rare ones. */
const MOST_COMMON = 0.85
const COMMON_COUNT = 3000
const SELDOM_USED = 0.1

const high = '[\\u0080-\\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]'
const highRun = new RegExp(`${high}{2,}`, 'gu')
const part = new RegExp(`(?:[@-~]|${high})+`, 'gu')

function editOf(
  found: RegExpMatchArray,
  offset: number,
  written: 'utf-8' | 'gb18030' | 'big5',
  tools: RecoveryTools,
): Edit | null {
  const was = found[0]
  const bytes = latinBytes(was)
  const is = bytes === null ? null : tools.decode(bytes, written)
  if (bytes === null || is === null || hasStrange(is) || (written !== 'utf-8' && !isChinese(is))) return null
  const from = offset + (found.index ?? 0)
  const proof = proofOf(bytes, `${written} read as windows-1252`, was)
  return { kind: 'mojibake', at: { from, to: from + was.length }, was, is, proof }
}

/** Nothing but Han characters, CJK marks and full-width forms, and ASCII; no accented letter, no other script. */
function isChinese(text: string): boolean {
  return /^(?:[ -~]|[\u2010-\u2027\u2030-\u203b\u3000-\u3029\u3400-\u9fff\uff01-\uffe5\u00b7\u2460-\u2473])*$/u.test(
    text,
  )
}

function countHan(edits: readonly Edit[], { model }: RecoveryTools): { han: number; common: number } {
  let han = 0
  let common = 0
  for (const { is } of edits)
    for (let i = 0; i < is.length; i++) {
      const char = is.charCodeAt(i)
      if (!isHan(char)) continue
      han += 1
      const folded = model.fold[char] ?? char
      // A variant that Traditional writing hardly uses, 癈 for 废, is rare whatever is common of it.
      const isVariant = folded !== char && (model.traditionalShare[char] ?? 0) < SELDOM_USED
      if ((model.singles[folded] ?? 0) >= COMMON_COUNT && !isVariant) common += 1
    }
  return { han, common }
}

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
