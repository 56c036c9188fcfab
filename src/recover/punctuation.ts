import type { Edit } from '../corpus/edit.ts'
import type { Run } from '../corpus/run.ts'
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
  const untouched = [...addressRuns(text), ...codeRuns(text), ...findLost(text).map(({ at }) => at)]
  const isUntouched = (at: number): boolean => untouched.some((run) => run.from <= at && at < run.to)
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
    const restored = isBracket
      ? mate !== undefined && (touching || marks.get(mate) === true) && !isUntouched(mate)
      : touching
    if (!restored || isUntouched(at)) continue
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

/**
 * Words for each Han character. Chinese that quotes a short English sentence stays below this; English that quotes a
 * Chinese word is above, and in a text of English even a line of names is, each given in Chinese, too.
 */
const LATIN_WORDS = 3
const LATIN_WORDS_IN_ENGLISH = 0.5
/** A text with so many words, more than Han characters, is English. */
const MANY_WORDS = 50
/** Kana and hangul for each Han character: Japanese and Korean have more, and marks of their own. */
const MOST_OTHERS = 0.25

const restorable: ReadonlyMap<number, string> = new Map(
  Object.entries({ ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' }).map(
    ([ascii, wide]) => [ascii.charCodeAt(0), wide],
  ),
)
const wideForms: ReadonlySet<number> = new Set([...restorable.values()].map((mark) => mark.charCodeAt(0)))

function touches(text: string, at: number): boolean {
  return (
    touchableBefore.test(text.slice(Math.max(0, at - REACH), at)) ||
    touchableBehind.test(text.slice(at + 1, at + 1 + REACH))
  )
}

/** Curly quotes, dashes and the like are of no width that is known, so that what stands behind them tells. */
const touchable =
  '[\\u3001-\\u3011\\u3014-\\u301b\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff5e\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]'
const touchableBefore = new RegExp(`${touchable}[”’…—]{0,2}$`, 'u')
const touchableBehind = new RegExp(`^[“‘…—]{0,2}${touchable}`, 'u')
/** In units: a character beyond the basic plane and two marks. */
const REACH = 4

function spread(text: string, marks: Map<number, boolean>) {
  for (const step of [1, -1]) {
    const places = [...marks.keys()]
    if (step < 0) places.reverse()
    for (const at of places)
      if (marks.get(at - step) === true && restorable.has(text.charCodeAt(at))) marks.set(at, true)
  }
}

/** Each bracket's mate on the same line; it may have kept its width. */
function bracketPairs(text: string): Map<number, number> {
  const mates = new Map<number, number>()
  let open: number[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '\n' || char === '\r') open = []
    else if (char === '(' || char === '（') open.push(i)
    else if (char === ')' || char === '）') {
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
  const words = countWords(text)
  const most = words >= MANY_WORDS && words > countHan(text) ? LATIN_WORDS_IN_ENGLISH : LATIN_WORDS
  let to = 0
  return text.split(/[\n\r]/u).map((line) => {
    to += line.length + 1
    const han = countHan(line)
    const others = line.match(/[\u3041-\u30fa\uac00-\ud7a3]/gu)?.length ?? 0
    return { to, isChinese: han > 0 && most * han >= countWords(line) && others <= MOST_OTHERS * han }
  })
}

const countHan = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0
const countWords = (text: string): number => text.match(/[A-Za-z\u00c0-\u024f]+/gu)?.length ?? 0

const address = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"，。、；：（）《》“”「」]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
/** A Latin address ends at a comma before a Han character, which else may well stand in one. */
const latinAddress = /^[^\u3400-\u9fff]*?(?=[,;!][\u3400-\u9fff])/u

function addressRuns(text: string): Run[] {
  return [...text.matchAll(address)].map((found) => {
    const inside = latinAddress.exec(found[0])?.[0] ?? found[0]
    return { from: found.index, to: found.index + closedAt(inside) }
  })
}

/** Where an address ends that stands in brackets: at the first that closes one it did not open. */
function closedAt(inside: string): number {
  let open = 0
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === '(') open += 1
    else if (inside[i] === ')' && open-- === 0) return i
  }
  return inside.length
}

/** Markdown's links, and entities that the recovery does not know. */
const code = /(?<=\])\([^\s()]*[/.#][^\s()]*\)|&[a-zA-Z][a-zA-Z0-9]{1,30};/gu

function codeRuns(text: string): Run[] {
  return [...text.matchAll(code)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
}
