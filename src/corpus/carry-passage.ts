import type { ByLang } from './lang.ts'

/**
 * A bilingual text made comparable: is this the same text as before, and if not, how much of it is?
 *
 * Folding (NFKC, lower case, no white space) makes re-wrapping and re-spacing change nothing. Likeness counts the character n-grams that two texts share, as multisets: runs of four in English, of two
 * in Chinese, punctuation left out. Each Chinese gram counts threefold, since a Chinese text has about a third as
 * many characters as its English; so neither side outvotes the other.
 *
 * Units  weights and shares are in English grams.
 */
export type Passage = {
  readonly weight: number
  /** Hashes, sorted. */
  readonly grams: ByLang<Int32Array>
  /** Its digits, in order: texts that differ in a figure are different texts, however alike. */
  readonly digits: string
}

const zhWeight = 3

/** The text of several beads in order, English before Chinese; where they are cut makes no difference. */
export function textOf(beads: readonly ByLang<string>[]): string {
  const side = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ')
  return `${side(beads.map((bead) => bead.en))}\n${side(beads.map((bead) => bead['zh-Hant']))}`
}

/** A text of `textOf`, folded. */
export function keyOf(text: string): string {
  const cut = text.indexOf('\n')
  return `${fold(text.slice(0, cut))}\n${fold(text.slice(cut + 1))}`
}

export function passageOf(text: string): Passage {
  const cut = text.indexOf('\n')
  const en = foldedCodes(text, 0, cut)
  const zh = foldedCodes(text, cut + 1, text.length)
  const grams = { en: gramsOf(en, 4), 'zh-Hant': gramsOf(zh, 2) }
  const digits = String.fromCharCode(...[...en, ...zh].filter(isDigit))
  return { weight: weigh(grams.en, grams['zh-Hant']), grams, digits }
}

/** How much of either is also in the other. */
export function shareOf(a: Passage, b: Passage): number {
  return common(a.grams.en, b.grams.en) + zhWeight * common(a.grams['zh-Hant'], b.grams['zh-Hant'])
}

/** What `a` holds and `b` does not. */
export function without(a: Passage, b: Passage): Passage {
  const en = difference(a.grams.en, b.grams.en)
  const zh = difference(a.grams['zh-Hant'], b.grams['zh-Hant'])
  return { weight: weigh(en, zh), grams: { en, 'zh-Hant': zh }, digits: a.digits }
}

/**
 * A few grams that stand for the rest, to look up texts that may be alike: those whose hash is a multiple of sixteen,
 * so that a part's are among its whole's (Manber 1994), and the smallest of each side, since a short text has few.
 */
export function sketchOf({ grams }: Passage): number[] {
  const sketch = new Set<number>()
  for (const side of [grams.en, grams['zh-Hant']])
    side.forEach((gram, at) => {
      if (at < 3 || (gram & 15) === 0) sketch.add(gram)
    })
  return [...sketch]
}

/** 64 bits, as hex, that stand for a folded text in the ledger when the text itself is gone. */
export function printOf(text: string): string {
  const key = keyOf(text)
  return [basis, 0x9747b28c].map((seed) => hash(key, seed).toString(16).padStart(8, '0')).join('')
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '')
}

function weigh(en: Int32Array, zh: Int32Array): number {
  return en.length + zhWeight * zh.length
}

/** The folded code units of a stretch that are neither punctuation nor white space; a character at a time. */
function foldedCodes(text: string, from: number, to: number): number[] {
  const codes: number[] = []
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    const known = foldedCode.get(code) ?? learn(code)
    if (known.length === 1) codes.push(known[0] ?? 0)
    else for (const each of known) codes.push(each)
  }
  return codes
}

/** What each code unit folds to, learnt as it comes by: asking for it anew would take most of the time. */
const foldedCode = new Map<number, readonly number[]>()

function learn(code: number): readonly number[] {
  const plain = fold(String.fromCharCode(code)).replaceAll(/[\p{P}\p{S}]/gu, '')
  const codes = Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at))
  foldedCode.set(code, codes)
  return codes
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function gramsOf(codes: readonly number[], size: number): Int32Array {
  if (codes.length === 0) return new Int32Array()
  const count = Math.max(1, codes.length - size + 1)
  const grams = new Int32Array(count)
  for (let at = 0; at < count; at += 1) {
    let value = basis
    const end = Math.min(codes.length, at + size)
    for (let next = at; next < end; next += 1) value = Math.imul(value ^ (codes[next] ?? 0), 0x01000193)
    grams[at] = mixed(value)
  }
  return grams.sort()
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return mixed(value)
}

/** A last mix, so that a hash's low bits are as good as its high ones. */
function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 13)) >>> 0
}

const basis = 0x811c9dc5

function common(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const one = a[i] ?? 0
    const other = b[j] ?? 0
    if (one === other) shared += 1
    if (one <= other) i += 1
    if (other <= one) j += 1
  }
  return shared
}

function difference(a: Int32Array, b: Int32Array): Int32Array {
  let j = 0
  return a.filter((gram) => {
    while (j < b.length && (b[j] ?? 0) < gram) j += 1
    if (b[j] !== gram || j >= b.length) return true
    j += 1
    return false
  })
}
