import { pinyin } from 'pinyin-pro'

/**
 * Does to clean text what the first notice suffered, for measuring how much of it recovery undoes. It shares no code
 * with `src/recover`: what is measured must not be its own measure.
 */
/** `length` counts the characters of the run, `from` is where its mark stands. */
export type Damaged = { readonly text: string; readonly length: number; readonly from: number }

export const codes = new Map<string, number>()
export const characters = new Map<number, string>()
const NO_LEAD = 0x80
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const char = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail))
    // Private use: what GBK assigns nothing to, and so vanishes.
    if (char === '' || /\p{Co}/u.test(char)) continue
    codes.set(char, (lead << 8) | trail)
    characters.set((lead << 8) | trail, char)
  }

export const isHan = (char: string): boolean => /\p{Script=Han}/u.test(char)
export const narrowed = (text: string): string =>
  text.replace(/[，：；？！（）]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))

/** Puts a reading behind each Traditional character, as `simplify` tells them. */
export function withReadings(text: string, simplify: (text: string) => string): string {
  return [...text].map((char) => (isHan(char) && simplify(char) !== char ? `${char}(${pinyin(char)})` : char)).join('')
}

/** A line whose bytes are read one late from character `from` on; `null` when GBK cannot hold it. */
export function slipped(line: string, from: number): Damaged | null {
  const chars = [...line]
  const bytes: number[] = []
  const starts = new Map<number, string>()
  for (const char of chars.slice(from)) {
    const code = char < '\x80' ? char.charCodeAt(0) : codes.get(char)
    if (code === undefined) return null
    starts.set(bytes.length, char)
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  let out = '?'
  let at = 1
  while (at < bytes.length && !starts.has(at)) {
    const lead = bytes[at] ?? 0
    const trail = bytes[at + 1] ?? 0
    // Byte 80 leads nothing: a mark by itself, and what follows is in step again.
    if (lead === NO_LEAD) out += '?'
    else if (lead < 0x80) out += String.fromCharCode(lead)
    else if (trail >= 0x40 && trail !== 0x7f) out += characters.get((lead << 8) | trail) ?? ''
    // A lone lead byte swallows the opening bracket behind it, and here whatever ASCII stands there.
    else out += '?'
    at += lead <= NO_LEAD ? 1 : 2
  }
  const rest = [...starts].filter(([start]) => start >= at).map(([, char]) => char)
  const length = [...starts].filter(([start, char]) => start < at && char >= '\x80').length
  const before = chars.slice(0, from).join('')
  return { text: narrowed(before + out + rest.join('')), length, from: before.length }
}

/** Does the damaged line come out of a shorter one as well, with up to `MOST_LEFT_OUT` characters of the run left out? */
export function hasTwin(line: string, damaged: Damaged): boolean {
  const chars = [...line]
  const from = [...damaged.text.slice(0, damaged.from)].length
  for (let at = from; at < from + damaged.length; at++)
    for (let count = 1; count <= MOST_LEFT_OUT && at + count <= from + damaged.length; count++) {
      const shorter = chars.slice(0, at).concat(chars.slice(at + count))
      if (slipped(shorter.join(''), from)?.text === damaged.text) return true
    }
  return false
}
const MOST_LEFT_OUT = 3
