import type { Cause, Unresolved } from '../corpus/edit.ts'
import type { Run } from '../corpus/run.ts'

/**
 * Damage that nothing can undo, found so that it can be shown: replacement characters, and what became of them when
 * their bytes were decoded once more.
 *
 * 锟斤拷 is the replacement character twice in UTF-8, `EF BF BD EF BF BD`, read as GBK, 嚙踝蕭 the same read as Big5
 * and ï¿½ one of them read as Latin-1;
 * 烫 and 屯 are memory that was never written to, `CC` and `CD`, read as GBK.
 */
export function findLost(text: string): Unresolved[] {
  const marks = lostMarks(text).map((at): Unresolved => ({
    at,
    was: text.slice(at.from, at.to),
    why: 'question marks in place of characters that an encoding had no codes for: these were thrown away',
    cause: { kind: 'no-code' },
    candidates: [],
  }))
  return losses
    .flatMap(({ pattern, why, cause }) =>
      [...text.matchAll(pattern)].map((found): Unresolved => ({
        at: { from: found.index, to: found.index + found[0].length },
        was: found[0],
        why,
        cause,
        candidates: [],
      })),
    )
    .concat(marks)
    .sort((a, b) => a.at.from - b.at.from)
}

const losses: readonly { readonly pattern: RegExp; readonly why: string; readonly cause: Cause }[] = [
  {
    pattern: /\ufffd+/gu,
    why: 'replacement characters: the bytes that stood here were thrown away',
    cause: { kind: 'thrown-away' },
  },
  {
    pattern: /(?:锟斤拷)+(?:锟斤?)?|(?:斤拷|拷)(?:锟斤拷)+(?:锟斤?)?/gu,
    why: 'replacement characters decoded once more, as GBK: what stood here was thrown away',
    cause: { kind: 'decoded-again', value: 'GBK' },
  },
  {
    pattern: /(?:嚙踝蕭)+(?:嚙踝?)?|(?:踝蕭|蕭)(?:嚙踝蕭)+(?:嚙踝?)?/gu,
    why: 'replacement characters decoded once more, as Big5: what stood here was thrown away',
    cause: { kind: 'decoded-again', value: 'Big5' },
  },
  {
    pattern: /(?:ï¿½)+|(?:Ã¯Â¿Â½)+/gu,
    why: 'replacement characters decoded once more, as Latin-1: what stood here was thrown away',
    cause: { kind: 'decoded-again', value: 'Latin-1' },
  },
  {
    pattern: /[锛銆鈥]\?/gu,
    why: 'a mark in UTF-8 read as GBK, whose last byte was thrown away',
    cause: { kind: 'cut-mark' },
  },
  {
    pattern: /烫{3,}|屯{3,}/gu,
    why: 'memory that was never written to, read as GBK: no text stood here',
    cause: { kind: 'memory' },
  },
  {
    pattern: /[\ue000-\uf8ff]+/gu,
    why: 'private-use characters: what they stand for is not known',
    cause: { kind: 'private-use' },
  },
]

/**
 * Question marks that stand for characters: 一些???于?他?的. No question mark of a sentence stands at the beginning of
 * a line or behind another mark of one. Where several do, none in the text can be told from a loss.
 */
function lostMarks(text: string): Run[] {
  const runs = [...text.matchAll(touching)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (runs.length < FEWEST_MARKS || runs.length < MARKS_SHARE * han) return []
  const misplaced = runs.filter(({ from }) => from === 0 || isMisplaced.test(text[from - 1] ?? ''))
  return misplaced.length >= Math.max(FEWEST_MISPLACED, MISPLACED_SHARE * runs.length) ? runs : []
}

const touching = /(?<=[\u3001-\u9fff\uff01-\uff5e])\?+|(?<!\?)\?+(?=[\u3001-\u9fff\uff01-\uff5e])/gu
const isMisplaced = /[\n\r，。、；：,;:]/u
/** Fewer, altogether or for each Han character, may come of slips, which begin with such a mark. */
const FEWEST_MARKS = 8
const MARKS_SHARE = 0.04
const FEWEST_MISPLACED = 3
const MISPLACED_SHARE = 0.02
