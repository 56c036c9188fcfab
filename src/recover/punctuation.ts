import type { Edit } from '../corpus/edit.ts'
import { isFullWidthMark, isHan } from './chars.ts'
import { findLost } from './lost.ts'

/**
 * Restores narrowed punctuation: ASCII `, : ; ? ! ( )` that touches a Han character or a full-width mark.
 *
 * Narrowing is done to a whole text, so a text that has these marks in full width, too, and not as a rare exception,
 * was written as it is and stays. Addresses are left alone, brackets are restored in pairs or not at all, and a mark
 * between two ASCII characters touches nothing. A line of another language that quotes a word of Chinese keeps its
 * own marks, and a question mark that stands for a lost character is none.
 *
 * Units  runs count in the text given, each of one unit.
 */
export function findNarrowed(text: string): Edit[] {
  const untouched = [...addressRuns(text), ...findLost(text).map(({ at }) => at)]
  const marks = new Map<number, boolean>()
  const pairs = bracketPairs(text)
  const chinese = chineseLines(text)
  let wide = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (restorable.has(char)) marks.set(i, touches(text, i))
    else if (wideForms.has(char)) wide += 1
  }
  // What a restored mark touches counts as touching full width: `?」` and `:(` are restored together.
  spread(text, marks)
  const edits: Edit[] = []
  let line = 0
  for (const [at, touching] of marks) {
    while (at >= (chinese[line]?.to ?? Infinity)) line += 1
    if (chinese[line]?.isChinese !== true) continue
    const mate = pairs.get(at)
    const isBracket = text[at] === '(' || text[at] === ')'
    const restored = isBracket ? mate !== undefined && (touching || marks.get(mate) === true) : touching
    if (!restored || untouched.some((run) => run.from <= at && at < run.to)) continue
    const was = text[at] ?? ''
    const is = restorable.get(text.charCodeAt(at)) ?? was
    edits.push({ kind: 'punctuation', at: { from: at, to: at + 1 }, was, is })
  }
  const written = wide >= WIDE_ENOUGH && wide > WIDE_SHARE * (wide + edits.length)
  return written ? [] : edits
}

/** A text with this many full-width marks, more than this share of all, was not narrowed. */
const WIDE_ENOUGH = 8
const WIDE_SHARE = 0.2
/** Brackets further apart than this are not held to be a pair. */
const PAIR_REACH = 120

/** Chinese that quotes a short English sentence stays below this; English that quotes a Chinese word is above. */
const LATIN_WORDS = 3
/** Kana and hangul for each Han character: Japanese and Korean have more, and marks of their own. */
const MOST_OTHERS = 0.25

const restorable: ReadonlyMap<number, string> = new Map(
  Object.entries({ ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' }).map(
    ([ascii, wide]) => [ascii.charCodeAt(0), wide],
  ),
)
const wideForms: ReadonlySet<number> = new Set([...restorable.values()].map((mark) => mark.charCodeAt(0)))

function touches(text: string, at: number): boolean {
  return touchable(text.charCodeAt(at - 1)) || touchable(text.charCodeAt(at + 1))
}

function touchable(char: number): boolean {
  return isHan(char) || isFullWidthMark(char)
}

function spread(text: string, marks: Map<number, boolean>) {
  for (const step of [1, -1]) {
    const places = [...marks.keys()]
    if (step < 0) places.reverse()
    for (const at of places)
      if (marks.get(at - step) === true && restorable.has(text.charCodeAt(at))) marks.set(at, true)
  }
}

/** Each bracket's mate on the same line. */
function bracketPairs(text: string): Map<number, number> {
  const mates = new Map<number, number>()
  let open: number[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '\n') open = []
    else if (char === '(') open.push(i)
    else if (char === ')') {
      const from = open.pop()
      if (from === undefined || i - from > PAIR_REACH) continue
      mates.set(from, i)
      mates.set(i, from)
    }
  }
  return mates
}

/** Where each line ends, behind its line break, and whether Han characters outweigh other scripts in it. */
function chineseLines(text: string): { to: number; isChinese: boolean }[] {
  let to = 0
  return text.split('\n').map((line) => {
    to += line.length + 1
    const han = line.match(/\p{Script=Han}/gu)?.length ?? 0
    const latinWords = line.match(/[A-Za-z\u00c0-\u024f]+/gu)?.length ?? 0
    const others = line.match(/[\u3041-\u30fa\uac00-\ud7a3]/gu)?.length ?? 0
    return { to, isChinese: han > 0 && LATIN_WORDS * han >= latinWords && others <= MOST_OTHERS * han }
  })
}

const address = /(?:https?:\/\/|www\.)[^\s，。、；：（）《》“”「」]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu

function addressRuns(text: string): { from: number; to: number }[] {
  return [...text.matchAll(address)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
}
