import type { Lexicon } from '../text/lexicon.ts'
import { breaksOff } from '../text/split-en.ts'
import { tokens } from '../text/tokens.ts'
import { HeldLists } from './held.ts'
import { structureTokens } from './structure.ts'

/**
 * Texts as integers: everything past this module counts types and segments and sees no string.
 *
 * A side is its segments' tokens in one array. Types are numbered per side, in order of first appearance, so that
 * statistics are plain arrays. Which language a side is in makes no difference: tokens go by script.
 */
export type EncodedSide = {
  /** How many segments. */
  readonly count: number
  /** Segment `i`'s tokens are those from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Uint32Array
  /** The type of each token. */
  readonly tokens: Uint32Array
  /** The types' strings. */
  readonly types: readonly string[]
  readonly typeIndex: ReadonlyMap<string, number>
  /** How often each type occurs. */
  readonly frequency: Uint32Array
  /** Each segment's length as length evidence sees it, never below 1. */
  readonly lengths: Float64Array
  /** 1 for a segment that breaks off in the middle of a sentence, as received lists of segments have them. */
  readonly breaksOff: Uint8Array
}

/** `marks` are what each segment's place in its document adds, as types that both sides share: `§heading`. */
export function encodeSide(
  segments: readonly string[],
  lexicon: Lexicon,
  marks: (segment: number) => readonly string[] = () => [],
): EncodedSide {
  const typeIndex = new Map<string, number>()
  const types: string[] = []
  const lists = new HeldLists(segments.length)
  const lengths = new Float64Array(segments.length)
  const broken = new Uint8Array(segments.length)
  const enter = (type: string): void => {
    const known = typeIndex.get(type)
    lists.push(known ?? types.length)
    if (known !== undefined) return
    typeIndex.set(type, types.length)
    types.push(type)
  }
  for (const [at, segment] of segments.entries()) {
    const text = beginning(segment)
    marks(at).forEach(enter)
    const places = structureTokens(text)
    places.forEach(enter)
    // A number that only counts the segment is said by its place, and would weigh twice as a word.
    const counted = places.map((mark) => mark.replace('§item', '#'))
    for (const [index, token] of tokens(text, lexicon).entries())
      if (index > 0 || !counted.includes(token.text)) enter(token.text)
    lists.close()
    broken[at] = breaksOff(segment) ? 1 : 0
    lengths[at] = Math.max(1, weightedLength(segment))
  }
  const { ends, items: all } = lists.held()
  const starts = new Uint32Array(segments.length + 1)
  starts.set(ends, 1)
  const frequency = new Uint32Array(types.length)
  for (const type of all) frequency[type] = (frequency[type] ?? 0) + 1
  return {
    count: segments.length,
    starts,
    tokens: all,
    types,
    typeIndex,
    frequency,
    lengths,
    breaksOff: broken,
  }
}

/**
 * Of a longer segment only the beginning is read for words; its whole length still counts. No sentence is this long,
 * and evidence grows with the square of what is read. Measured as length is, so that both sides are read equally far.
 */
const longestRead = 4000

function beginning(segment: string): string {
  if (segment.length * hanWeight <= longestRead) return segment
  let length = 0
  for (let at = 0; at < segment.length; at += 1) {
    length += unitLength(segment.charCodeAt(at))
    if (length > longestRead) return segment.slice(0, at)
  }
  return segment
}

/** A Han character says about what three Latin letters say; the exact ratio is estimated from each text. */
const hanWeight = 3

function weightedLength(text: string): number {
  let length = 0
  for (let at = 0; at < text.length; at += 1) length += unitLength(text.charCodeAt(at))
  return length
}

function unitLength(unit: number): number {
  return unit >= 0x3400 && unit < 0xfb00 ? hanWeight : unit > 0x20 ? 1 : 0
}
