import { isFullWidthMark, isHan, lineEndChance, markChance } from './chars.ts'
import type { RecoveryModel } from './model.ts'
import { Tally } from './tally.ts'

/**
 * What a document says of its own language: which characters follow which, folded to Simplified, in which forms, with
 * which marks, and behind what its lines end. Only undamaged parts of it should be counted.
 *
 * Shapes  a pair's key is `first * 2^16 + second`, a triple's the same once more; followers count marks, too.
 */
export type DocumentCounts = ReturnType<typeof countDocument>

const FULL_WIDTH_SHIFT = 0xfee0
/** What is usual of marks counts as much as this many characters of the document. */
const LISTED_MARKS = 200

/** How often each mark stands in running text: by the document, and by what is usual where it is too short to tell. */
export function markChances({ all, characters }: { all: Uint32Array; characters: number }): Float64Array {
  const chances = new Float64Array(0x10000)
  for (let char = 0x80; char < 0x10000; char++) {
    const usual = markChance(char)
    if (usual === 0 && !isFullWidthMark(char)) continue
    chances[char] = (occurrences(all, char) + LISTED_MARKS * usual) / (characters + LISTED_MARKS)
  }
  return chances
}

/** How often a character was counted, a full-width mark in either width: it may have been received narrowed. */
function occurrences(counts: Uint32Array, char: number): number {
  const isWide = char >= 0xff01 && char <= 0xff5e && isFullWidthMark(char)
  return (counts[char] ?? 0) + (isWide ? (counts[char - FULL_WIDTH_SHIFT] ?? 0) : 0)
}

type Ends = Pick<DocumentCounts, 'all' | 'endings' | 'total'>

/** The share of a character's occurrences that end a line; Han characters are taken together as far as one is rare. */
export function lineEndShares({ all, endings, total }: Ends): (char: number) => number {
  let behindHan = 0
  endings.forEach((count, char) => {
    if (count > 0 && isHan(char)) behindHan += count
  })
  const hanEnds = (behindHan + LISTED_HAN * lineEndChance(HAN)) / (total + LISTED_HAN)
  return (char) => {
    const usual = isHan(char) ? hanEnds : lineEndChance(char)
    return (occurrences(endings, char) + LISTED_ENDINGS * usual) / (occurrences(all, char) + LISTED_ENDINGS)
  }
}
const HAN = 0x4e00
/** What is usual of line ends counts as much as this many of a character's own, and of Han characters together. */
const LISTED_ENDINGS = 4
const LISTED_HAN = 50

/**
 * How much a context that was seen once is worth, as Witten & Bell's weight of a kind of follower: of the contexts
 * that were seen twice, how many had the same follower both times? Laws repeat themselves, news does not.
 */
function novelty(seen: Tally, kindsOf: Tally, usual: number): number {
  let same = LISTED_REPEATS * usual
  let other = LISTED_REPEATS * (1 - usual)
  for (const [context, times] of seen.entries())
    if (times === 2) {
      if (kindsOf.get(context) === 1) same += 1
      else other += 1
    }
  return other / same
}
/** What is usual of repeats counts as much as this many contexts of the document. */
const LISTED_REPEATS = 20
/** How often the second follower of two characters, and of three, is the first again. */
const REPEAT_AFTER_TWO = 0.4
const REPEAT_AFTER_THREE = 0.5

/** What a character is, as far as the ASCII behind it depends on it. */
const CLASSES = 6
export function classOf(char: number): number {
  if (char === 0 || char === 0x0a || char === 0x0d) return 0
  if (char >= 0x80) return 1
  if (char >= 0x30 && char <= 0x39) return 2
  if ((char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a)) return 3
  return char === 0x20 ? 4 : 5
}

/** A sequence's key and one more character: sequences that share a key by accident are too few to matter. */
export function withNext(key: number, char: number): number {
  return (key * KEY_FACTOR + char) % Number.MAX_SAFE_INTEGER
}
const KEY_FACTOR = 31

export function countDocument(model: RecoveryModel, parts: Iterable<string>) {
  const pairs = new Tally()
  const triples = new Tally()
  const singles = new Uint32Array(0x10000)
  const forms = new Uint32Array(0x10000)
  const followers = new Uint32Array(0x10000)
  const all = new Uint32Array(0x10000)
  const endings = new Uint32Array(0x10000)
  const ascii = new Uint32Array(CLASSES * 0x80)
  const classes = new Uint32Array(CLASSES)
  const quads = new Tally()
  const tripleKinds = new Tally()
  const pairKinds = new Tally()
  let characters = 0
  let total = 0
  let traditional = 0
  let simplified = 0
  const follow = (third: number, beforeThat: number, before: number, char: number) => {
    const pair = before * 0x10000 + char
    pairs.add(pair)
    followers[before] = (followers[before] ?? 0) + 1
    if (beforeThat === 0) return
    const triple = (beforeThat * 0x10000 + before) * 0x10000 + char
    if (triples.add(triple) === 0) pairKinds.add(beforeThat * 0x10000 + before)
    if (third === 0) return
    const context = (third * 0x10000 + beforeThat) * 0x10000 + before
    if (quads.add(withNext(context, char)) === 0) tripleKinds.add(context)
  }
  for (const part of parts) {
    let before = 0
    let beforeThat = 0
    let third = 0
    let lastClass = 0
    for (let i = 0; i < part.length; i++) {
      const char = part.charCodeAt(i)
      all[char] = (all[char] ?? 0) + 1
      classes[lastClass] = (classes[lastClass] ?? 0) + 1
      if (char < 0x80) ascii[lastClass * 0x80 + char] = (ascii[lastClass * 0x80 + char] ?? 0) + 1
      lastClass = classOf(char)
      if (char >= 0x80) characters += 1
      else if (char === 0x0a && i > 0) {
        const last = part.charCodeAt(i - 1)
        endings[last] = (endings[last] ?? 0) + 1
      }
      if (!isHan(char)) {
        const mark =
          isFullWidthMark(char + FULL_WIDTH_SHIFT) && char > 0x20 && char < 0x7f ? char + FULL_WIDTH_SHIFT : char
        if (before !== 0 && markChance(mark) > 0) follow(third, beforeThat, before, mark)
        before = 0
        beforeThat = 0
        third = 0
        continue
      }
      const script = model.script[char]
      if (script === 1) traditional += 1
      else if (script === 2) simplified += 1
      const folded = model.fold[char] ?? char
      singles[folded] = (singles[folded] ?? 0) + 1
      forms[char] = (forms[char] ?? 0) + 1
      total += 1
      if (before !== 0) follow(third, beforeThat, before, folded)
      third = beforeThat
      beforeThat = before
      before = folded
    }
  }
  const kinds = new Uint32Array(0x10000)
  for (const [pair] of pairs.entries()) kinds[Math.floor(pair / 0x10000)] = (kinds[Math.floor(pair / 0x10000)] ?? 0) + 1

  return {
    pairNovelty: novelty(pairs, pairKinds, REPEAT_AFTER_TWO),
    tripleNovelty: novelty(triples, tripleKinds, REPEAT_AFTER_THREE),
    pairs,
    triples,
    quads,
    tripleKinds,
    ascii,
    classes,
    kinds,
    pairKinds,
    singles,
    forms,
    followers,
    all,
    endings,
    characters,
    total,
    traditional,
    simplified,
  }
}
