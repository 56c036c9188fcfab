import type { DictionaryEntry } from './dictionary.ts'

/**
 * Words as Traditional Chinese writes them, unlike the lexicon's, which are folded: what tells 關於 from 關于.
 *
 * `compileTraditional` runs once, at build time; `parseTraditional` reads its bytes.
 *
 * Layout  little-endian: magic, version, units of text (uint32 × 3), then UTF-16: the words, each ended by a line feed,
 *         an empty line, and the characters that only Simplified has, each before its Traditional one, a line a pair.
 * Errors  bytes of another kind or version throw.
 */
export type Traditional = {
  /** Of two to six characters. */
  readonly words: ReadonlySet<string>
  /** A character that no Traditional word is written with, 国, and the one that stands for it, 國. */
  readonly simplified: ReadonlyMap<string, string>
}

const magic = 0x7744_6a64
const version = 1
const headerLength = 12

/** Longer headwords are sayings, which are cut into words as any text is. */
export const longestTraditional = 6

export function compileTraditional(entries: readonly DictionaryEntry[]): Uint8Array {
  const words = new Set<string>()
  const written = new Set<string>()
  const pairs = new Map<string, Map<string, number>>()
  for (const { traditional, simplified, senses } of entries) {
    const isWord = /^\p{sc=Han}+$/u.test(traditional) && traditional.length > 1
    // 關系 stands in the dictionary too, to send its reader to 關係.
    const isOther = senses.length > 0 && senses.every((sense) => /^(?:old |erroneous )?variant of /u.test(sense))
    if (isWord && !isOther && traditional.length <= longestTraditional) words.add(traditional)
    const [signs, others] = [[...traditional], [...simplified]]
    for (const sign of signs) written.add(sign)
    if (signs.length !== others.length) continue
    others.forEach((other, at) => {
      const counts = pairs.get(other) ?? new Map<string, number>()
      const sign = signs[at] ?? other
      pairs.set(other, counts.set(sign, (counts.get(sign) ?? 0) + 1))
    })
  }
  const simplified = [...pairs].flatMap(([other, counts]) => {
    const [[most] = ['']] = [...counts].sort((a, b) => b[1] - a[1])
    return written.has(other) || printed.has(other) || other.length > 1 || most.length !== 1 ? [] : [other + most]
  })
  return layOut([...[...words].sort(), '', ...simplified.sort()].map((line) => `${line}\n`).join(''))
}

/** Forms that Simplified has too, but that Hong Kong or older type writes in Traditional text. */
const printed: ReadonlySet<string> = new Set('着卧户内没温别争吕宫税脱册黄晋')

function layOut(text: string): Uint8Array {
  const bytes = new Uint8Array(headerLength + text.length * 2)
  const view = new DataView(bytes.buffer)
  for (const [at, value] of [magic, version, text.length].entries()) view.setUint32(at * 4, value, true)
  for (let at = 0; at < text.length; at += 1) view.setUint16(headerLength + at * 2, text.charCodeAt(at), true)
  return bytes
}

export function parseTraditional(bytes: Uint8Array): Traditional {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = (at: number): number => (bytes.byteLength >= headerLength ? view.getUint32(at * 4, true) : 0)
  if (header(0) !== magic) throw new Error(`parseTraditional: ${bytes.byteLength} bytes that are no list of words`)
  if (header(1) !== version) throw new Error(`parseTraditional: version ${header(1)}, this program reads ${version}`)
  const words = new Set<string>()
  const simplified = new Map<string, string>()
  let line: number[] = []
  let isWord = true
  for (let at = 0; at < header(2); at += 1) {
    const unit = view.getUint16(headerLength + at * 2, true)
    if (unit !== lineFeed) {
      line.push(unit)
      continue
    }
    const text = String.fromCharCode(...line)
    line = []
    if (text === '') isWord = false
    else if (isWord) words.add(text)
    else simplified.set(text.charAt(0), text.charAt(1))
  }
  return { words, simplified }
}

const lineFeed = 0x0a
