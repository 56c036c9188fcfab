import type { Edit } from '../corpus/edit.ts'
import { hasStrange, high, latinBytes, proofOf } from './latin-bytes.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * UTF-8 that was read as Latin-1 or windows-1252, once or several times over, told by its form alone, run by run.
 *
 * Bytes above 7F that are well-formed UTF-8 by accident do occur: é and » with a hard space between them are a Han
 * character, and two bytes of GBK are often a letter of some alphabet. So a run must make what such damage is made of.
 */
export function utf8Edits(line: string, offset: number, tools: RecoveryTools): Edit[] {
  const runs = [...line.matchAll(highRun)].flatMap((found) => {
    const undone = undoLayers(found[0], tools)
    return undone === null ? [] : [{ ...undone, was: found[0], from: found.index }]
  })
  const madeWords = runs.some(({ is }) => severalWide.test(is))
  const left = line.replaceAll(highRun, (run) => (runs.some(({ was }) => was === run) ? '' : run))
  return runs
    .filter(({ is, was, from }) => {
      if (madeWords) return true
      const touchesLatin = /[A-Za-z]/u.test(`${line[from - 1] ?? ''}${line[from + was.length] ?? ''}`)
      if (wide.test(is) && touchesLatin && !wide.test(line)) return false
      if (is.length === 1 && /[\u0080-\u00ff]/u.test(is) && /[\u0080-\u00ff]/u.test(left)) return false
      return isUsual(is, touchesLatin && !stray.test(left))
    })
    .map(({ was, is, from, bytes, layers }) => {
      const mechanism = Array.from({ length: layers }, () => 'utf-8 read as windows-1252').join(', then ')
      const at = { from: offset + from, to: offset + from + was.length }
      return { kind: 'mojibake', at, was, is, proof: proofOf(bytes, mechanism, was) }
    })
}

/** How many runs of two or more characters a line has that such damage could have made. */
export function countHighRuns(line: string): number {
  return [...line.matchAll(highRun)].length
}

/** The line with every run read anew, once, whatever that makes; `null` when a run is no UTF-8. */
export function peelUtf8(line: string, tools: RecoveryTools): string | null {
  const runs = [...line.matchAll(highRun)].map(([run]) => {
    const bytes = latinBytes(run)
    return bytes === null ? null : tools.decode(bytes, 'utf-8')
  })
  return runs.length === 0 || runs.includes(null) ? null : line.replaceAll(highRun, () => runs.shift() ?? '')
}

const highRun = new RegExp(`${high}{2,}`, 'gu')
/** A line that has one of these beside its UTF-8 is not UTF-8 throughout. */
const stray = new RegExp(high, 'u')
/** Han, kana and hangul: one by itself that touches a Latin letter is an accident. */
const wide = /[\u3040-\u9fff\uac00-\ud7a3]/u
const severalWide = /[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef]{2}/u

/** More layers than this were never received. */
const MOST_LAYERS = 3

function undoLayers(was: string, tools: RecoveryTools): { is: string; bytes: Uint8Array; layers: number } | null {
  let best: { is: string; bytes: Uint8Array; layers: number } | null = null
  let text = was
  for (let layers = 1; layers <= MOST_LAYERS; layers++) {
    const bytes = latinBytes(text)
    const is = bytes === null ? null : tools.decode(bytes, 'utf-8')
    if (bytes === null || is === null) break
    if (!hasStrange(is)) best = { is, bytes, layers }
    text = is
  }
  return best
}

/**
 * Letters and signs of Latin-1, and all that takes three bytes or more: few accidents make these. Letters of two bytes
 * beyond Latin-1 must be at home: an accented one in a Latin word, others three and more of one alphabet.
 */
function isUsual(is: string, isInWord: boolean): boolean {
  // So many in a row are no words of any language but another encoding's bytes.
  if (/[\u0080-\u00ff]{3}/u.test(is)) return false
  const rest = is.replaceAll(usual, '')
  if (rest === '') return true
  return (isInWord && accented.test(rest)) || alphabets.some((alphabet) => alphabet.test(rest))
}

/** Latin-1, typographic and other signs, kana, Han, hangul, full-width forms, and all beyond the basic plane. */
const usual =
  /[\u00a0-\u00ff\u1e00-\u1eff\u2000-\u2bff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe10-\uffef\u{10000}-\u{10ffff}]/gu
const accented = /^(?:[\u0100-\u017f\u01cd-\u01dc\u0218-\u021b]|\p{M})+$/u
const alphabets = [/^\p{Script=Greek}{3,}$/u, /^\p{Script=Cyrillic}{3,}$/u, /^\p{Script=Hebrew}{3,}$/u].concat(
  /^\p{Script=Arabic}{3,}$/u,
)
