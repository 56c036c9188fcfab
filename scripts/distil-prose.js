/**
 * Distils character counts of Chinese prose from a published word model: `node scripts/distil-prose.js FOLDER`.
 *
 * Source  open-gram, a word trigram model of Simplified prose (CC BY-SA 3.0), as Debian's `sunpinyin-data` carries it;
 *         `tslminfo` of `sunpinyin-utils` prints it. FOLDER has both packages unpacked (`dpkg -x`), side by side.
 * Writes  `scripts/data/prose-counts.bin`, figures only and under the same licence: characters, and sequences of two
 *         to four, each with how often it is to be expected in `TOKENS` words. Read by `scripts/data/prose.ts`.
 *
 * A word sequence's chance makes counts of the character sequences that lie in it and end in its last word's part of
 * it. Sequences that their shorter ends predict as well are left out (after Stolcke 1998, without re-normalising:
 * what was left out is what a reader finds missing from the sum).
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const TOKENS = 1e9
/** Sequences of two, three, four are kept where leaving one out costs the whole text this many nats. */
const LEAST_GAIN = [0, 0, 70, 200, 140]
const LONGEST = 4
const PRINTED = 1 << 30
const PACKAGE = 'sunpinyin-data/usr/lib/x86_64-linux-gnu/sunpinyin/data'

const folder = process.argv[2] ?? '.'
const words = readWords(readFileSync(join(folder, PACKAGE, 'pydict_sc.bin')))
const printed = execFileSync(
  join(folder, 'sunpinyin-utils/usr/bin/tslminfo'),
  ['-v', '-p', join(folder, PACKAGE, 'lm_sc.t3g')],
  { maxBuffer: PRINTED, encoding: 'latin1' },
)

/** The commonest characters by a small number, so that four of them fit a key. @type {Map<string, number>} */
const ids = new Map()
const ID = 8192
const COMMONEST = 7000
/** By length: how often each sequence of characters is expected. @type {Map<number, number>[]} */
const counts = Array.from({ length: LONGEST + 1 }, () => new Map())
countAll()
write()

/** Words by id: UTF-32 strings one behind the other, where the header says. @param {Buffer} bytes */
function readWords(bytes) {
  const [count, at] = [bytes.readUInt32LE(0), bytes.readUInt32LE(8)]
  const list = []
  let word = ''
  for (let i = at; list.length < count && i + 4 <= bytes.length; i += 4) {
    const char = bytes.readUInt32LE(i)
    if (char !== 0) word += String.fromCodePoint(char)
    else {
      list.push(word)
      word = ''
    }
  }
  return list
}

/** A word as character numbers; empty for what is no text, such as an unknown word. @param {string} word */
function charsOf(word) {
  if (!/^(?:[\u3400-\u9fff]+|[，。；？！：“”、…])$/u.test(word)) return []
  const spelled = [...word].map((char) => ids.get(char) ?? 0)
  return spelled.includes(0) ? [] : spelled
}

/** Numbers characters by how often the words that hold them are used. */
function numberCharacters() {
  /** @type {Map<string, number>} */
  const often = new Map()
  for (const line of printed.slice(0, printed.indexOf('\\2-gram')).split('\n')) {
    const [id = 0, chance = 0] = line.trim().split(/\s+/).map(Number)
    for (const char of words[id] ?? '') often.set(char, (often.get(char) ?? 0) + chance)
  }
  const sorted = [...often].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  for (const [char] of sorted.slice(0, COMMONEST)) ids.set(char, ids.size + 1)
}

function countAll() {
  numberCharacters()
  const spelled = words.map(charsOf)
  const single = new Float64Array(words.length)
  /** @type {Map<number, number>} */
  const joint = new Map()
  let level = 0
  let from = 0
  while (from < printed.length) {
    const to = printed.indexOf('\n', from)
    const line = printed.slice(from, to < 0 ? printed.length : to)
    from = to < 0 ? printed.length : to + 1
    if (line.startsWith('\\')) {
      level = Number(line[1])
      continue
    }
    const fields = line.trim().split(/\s+/)
    const [a = 0, b = 0, c = 0] = fields.slice(0, level).map(Number)
    const chance = Number(fields[level])
    if (level === 1) {
      single[a] = chance * TOKENS
      count([spelled[a] ?? []], chance * TOKENS)
    } else if (level === 2) {
      const both = (single[a] ?? 0) * chance
      joint.set(a * 0x20000 + b, both)
      count([spelled[a] ?? [], spelled[b] ?? []], both)
    } else if (level === 3) {
      const both = joint.get(a * 0x20000 + b) ?? 0
      count([spelled[a] ?? [], spelled[b] ?? [], spelled[c] ?? []], both * chance)
    }
  }
}

/** Counts the sequences that reach from the first of these words into the last. @param {number[][]} parts @param {number} often */
function count(parts, often) {
  if (often <= 0 || parts.some((part) => part.length === 0)) return
  const first = parts[0]?.length ?? 0
  const last = parts.at(-1)?.length ?? 0
  const all = parts.flat()
  for (let from = Math.max(0, first - LONGEST); from < first; from++)
    for (let to = all.length - last + 1; to <= all.length && to - from <= LONGEST; to++) {
      if (to <= from) continue
      let key = 0
      for (let i = from; i < to; i++) key = key * ID + (all[i] ?? 0)
      const table = counts[to - from]
      table?.set(key, (table.get(key) ?? 0) + often)
    }
}

/** The chance of a sequence's last character behind the rest of it. @param {number} length @param {number} key @returns {number} */
function chanceOf(length, key) {
  if (length === 1) return (counts[1]?.get(key) ?? 0) / TOKENS
  const whole = counts[length]?.get(key) ?? 0
  const before = counts[length - 1]?.get(Math.floor(key / ID)) ?? 0
  return before > 0 && whole > 0 ? whole / before : chanceOf(length - 1, key % ID ** (length - 1))
}

/** @param {number} count */
function level(count) {
  return Math.max(1, Math.min(255, Math.round(2 * Math.log2(count + 1))))
}

function write() {
  /** @type {Set<number>[]} */
  const kept = counts.map(() => new Set())
  for (let length = LONGEST; length >= 2; length--) {
    const shorter = ID ** (length - 1)
    for (const [key, often] of counts[length] ?? []) {
      const gain = often * Math.log(chanceOf(length, key) / chanceOf(length - 1, key % shorter))
      if (kept[length]?.has(key) !== true && !(gain >= (LEAST_GAIN[length] ?? 0))) continue
      kept[length]?.add(key)
      // What a sequence begins with must be there to divide by.
      for (let prefix = Math.floor(key / ID), l = length - 1; l >= 2; prefix = Math.floor(prefix / ID), l--)
        kept[l]?.add(prefix)
    }
  }
  const order = [...ids].sort(([a], [b]) => (a < b ? -1 : 1))
  const rank = new Map(order.map(([, id], i) => [id, i]))
  /** @param {number} key @param {number} length */
  const ranks = (key, length) => {
    const list = []
    for (let i = 0, rest = key; i < length; i++, rest = Math.floor(rest / ID)) list.unshift(rank.get(rest % ID) ?? 0)
    return list
  }
  const text = order.map(([char]) => char).join('')
  const singles = order.map(([, id]) => level(counts[1]?.get(id) ?? 0))
  /** @type {number[][]} */
  const streams = [singles]
  for (let length = 2; length <= LONGEST; length++) {
    const list = [...(kept[length] ?? [])].map((key) => ({
      at: ranks(key, length),
      often: counts[length]?.get(key) ?? 0,
    }))
    list.sort((a, b) => a.at.reduce((difference, rank, i) => difference || rank - (b.at[i] ?? 0), 0))
    console.log(`${length}: ${list.length} of ${counts[length]?.size}`)
    for (let i = 0; i < length; i++) {
      /** @type {number[]} */
      const stream = []
      list.forEach(({ at }, n) => {
        const before = list[n - 1]?.at
        // A rank in full where anything before it changed, else its distance: 0 for the same again.
        const same = before !== undefined && at.slice(0, i).every((rank, j) => rank === before[j])
        varint(stream, same ? (at[i] ?? 0) - (before[i] ?? 0) : (at[i] ?? 0))
      })
      streams.push(stream)
    }
    streams.push(list.map(({ often }) => level(often)))
  }
  const parts = [Buffer.from(text, 'utf16le'), ...streams.map((stream) => Buffer.from(stream))]
  const head = Buffer.alloc(4 * parts.length)
  parts.forEach((part, i) => head.writeUInt32LE(part.length, 4 * i))
  const packed = brotliCompressSync(Buffer.concat([head, ...parts]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  })
  writeFileSync(new URL('data/prose-counts.bin', import.meta.url), packed)
  console.log(`${packed.length} bytes`)
}

/** @param {number[]} out @param {number} value */
function varint(out, value) {
  let rest = value
  for (; rest >= 0x80; rest >>>= 7) out.push((rest & 0x7f) | 0x80)
  out.push(rest)
}
