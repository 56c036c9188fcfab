import { ByteReader } from './bytes.ts'
import { MODEL_MAGIC } from './compile.ts'
import { parseProse, type Prose } from './prose.ts'

/**
 * The recovery model, read back from its compiled bytes.
 *
 * Layout  magic u32; characters: count u32, then each: delta varint, level of its count u8, level of its count at a
 *         word's start u8; pairs: count u32, then by first character: delta varint, number varint, each second: delta
 *         varint, level u8; triples: count u32, then by pair: place of the pair delta varint, number varint, each third:
 *         delta varint, level u8; forms: count u32, each: simplified u16, traditional u16, level u8; syllables: length u32
 *         and ASCII text parted by spaces, ü as v; readings: count u32, each: delta varint, number u8, indices varint; prose: length u32 and what `parseProse` reads, 0 for none.
 *         Numbers are little-endian; a level is an eighth of a doubling, 0 for none.
 * Errors  throws when the bytes are no model of this version.
 */
export type RecoveryModel = {
  /** By code unit: how often a folded character was counted, and at a word's start. */
  readonly singles: Float32Array
  readonly starts: Float32Array
  readonly total: number
  /** Pairs within words: `pairStart[a]` to `pairStart[a + 1]` index `pairSeconds`, sorted, and `pairCounts`. */
  readonly pairStart: Uint32Array
  readonly pairSeconds: Uint16Array
  readonly pairCounts: Float32Array
  /** Triples within words, by the place of their first two in `pairSeconds`. */
  readonly tripleStart: Uint32Array
  readonly tripleThirds: Uint16Array
  readonly tripleCounts: Float32Array
  /** The Simplified character of each character; itself where nothing else is known. */
  readonly fold: Uint16Array
  /** Given the Simplified character, how likely Traditional writing uses this form, 0 to 1. */
  readonly traditionalShare: Float32Array
  /** 1 for characters that only Traditional writing uses, 2 for only Simplified; 0 for both or unknown. */
  readonly script: Uint8Array
  /** Readings of a character, `fa1`, neutral tone 5; ü as v. */
  readonly readings: ReadonlyMap<number, readonly string[]>
  readonly prose: Prose
}

export function parseRecoveryModel(bytes: Uint8Array): RecoveryModel {
  const input = new ByteReader(bytes)
  const magic = bytes.length < 4 ? 0 : input.u32()
  if (magic !== MODEL_MAGIC) throw new RangeError(`parseRecoveryModel: begins with ${magic}, not ${MODEL_MAGIC}`)
  const { singles, starts, total } = readCharacters(input)
  const pairs = readPairs(input)
  const triples = readTriples(input, pairs.pairSeconds.length)
  const forms = readForms(input)
  const readings = readReadings(input)
  const prose = parseProse(input.bytes(input.u32()))
  return { singles, starts, total, ...pairs, ...triples, ...forms, readings, prose }
}

function readCharacters(input: ByteReader) {
  const singles = new Float32Array(0x10000)
  const starts = new Float32Array(0x10000)
  let total = 0
  let char = 0
  for (let left = input.u32(); left > 0; left--) {
    char += input.varint()
    singles[char] = countOf(input.u8())
    const start = countOf(input.u8())
    starts[char] = start
    total += start
  }
  return { singles, starts, total }
}

function readPairs(input: ByteReader) {
  const count = input.u32()
  const pairStart = new Uint32Array(0x10001)
  const pairSeconds = new Uint16Array(count)
  const pairCounts = new Float32Array(count)
  let first = 0
  let written = 0
  let filled = 0
  while (written < count) {
    first += input.varint()
    while (filled <= first) pairStart[filled++] = written
    let second = 0
    for (let left = input.varint(); left > 0; left--) {
      second += input.varint()
      pairSeconds[written] = second
      pairCounts[written++] = countOf(input.u8())
    }
  }
  pairStart.fill(written, filled)
  return { pairStart, pairSeconds, pairCounts }
}

function readTriples(input: ByteReader, pairs: number) {
  const count = input.u32()
  const tripleStart = new Uint32Array(pairs + 1)
  const tripleThirds = new Uint16Array(count)
  const tripleCounts = new Float32Array(count)
  let place = 0
  let written = 0
  let filled = 0
  while (written < count) {
    place += input.varint()
    while (filled <= place) tripleStart[filled++] = written
    let third = 0
    for (let left = input.varint(); left > 0; left--) {
      third += input.varint()
      tripleThirds[written] = third
      tripleCounts[written++] = countOf(input.u8())
    }
  }
  tripleStart.fill(written, filled)
  return { tripleStart, tripleThirds, tripleCounts }
}

function readForms(input: ByteReader) {
  const fold = Uint16Array.from({ length: 0x10000 }, (_, char) => char)
  const traditionalShare = new Float32Array(0x10000).fill(1)
  const script = new Uint8Array(0x10000)
  const groups = new Map<number, { readonly form: number; readonly count: number }[]>()
  const bestFold = new Float32Array(0x10000)
  for (let left = input.u32(); left > 0; left--) {
    const simplified = input.u16()
    const form = input.u16()
    const count = countOf(input.u8())
    const group = groups.get(simplified) ?? []
    group.push({ form, count })
    groups.set(simplified, group)
    if (count > (bestFold[form] ?? 0)) {
      bestFold[form] = count
      fold[form] = simplified
    }
  }
  for (const [simplified, group] of groups) {
    const sum = group.reduce((total, { count }) => total + count, 0)
    traditionalShare[simplified] = 0
    for (const { form, count } of group) {
      if (fold[form] === simplified) traditionalShare[form] = count / sum
      if (form !== simplified) script[form] = 1
    }
  }
  // A form that is the Simplified character of a group and is never used in it by Traditional writing.
  for (const simplified of groups.keys()) {
    fold[simplified] = simplified
    if ((traditionalShare[simplified] ?? 0) === 0) script[simplified] = 2
    else if (script[simplified] === 1) script[simplified] = 0
  }
  return { fold, traditionalShare, script }
}

function readReadings(input: ByteReader) {
  const syllables = input.text(input.u32()).split(' ')
  const readings = new Map<number, string[]>()
  let char = 0
  for (let left = input.u32(); left > 0; left--) {
    char += input.varint()
    const list: string[] = []
    for (let more = input.u8(); more > 0; more--) list.push(syllables[input.varint()] ?? '')
    readings.set(char, list)
  }
  return readings
}

function countOf(level: number): number {
  return level === 0 ? 0 : 2 ** ((level - 1) / 8)
}
