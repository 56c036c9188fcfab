import { isFullWidthMark, isHan, markChance } from './chars.ts'
import type { RecoveryModel } from './model.ts'

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
    const narrowed = char >= 0xff01 && char <= 0xff5e ? (all[char - 0xfee0] ?? 0) : 0
    chances[char] = ((all[char] ?? 0) + narrowed + LISTED_MARKS * usual) / (characters + LISTED_MARKS)
  }
  return chances
}

export function countDocument(model: RecoveryModel, parts: Iterable<string>) {
  const pairs = new Map<number, number>()
  const triples = new Map<number, number>()
  const singles = new Uint32Array(0x10000)
  const forms = new Uint32Array(0x10000)
  const followers = new Uint32Array(0x10000)
  const all = new Uint32Array(0x10000)
  const endings = new Uint32Array(0x10000)
  let characters = 0
  let total = 0
  let traditional = 0
  let simplified = 0
  const follow = (beforeThat: number, before: number, char: number) => {
    const pair = before * 0x10000 + char
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    followers[before] = (followers[before] ?? 0) + 1
    if (beforeThat === 0) return
    const triple = (beforeThat * 0x10000 + before) * 0x10000 + char
    triples.set(triple, (triples.get(triple) ?? 0) + 1)
  }
  for (const part of parts) {
    let before = 0
    let beforeThat = 0
    for (let i = 0; i < part.length; i++) {
      const char = part.charCodeAt(i)
      all[char] = (all[char] ?? 0) + 1
      if (char >= 0x80) characters += 1
      else if (char === 0x0a && i > 0) {
        const last = part.charCodeAt(i - 1)
        endings[last] = (endings[last] ?? 0) + 1
      }
      if (!isHan(char)) {
        const mark =
          isFullWidthMark(char + FULL_WIDTH_SHIFT) && char > 0x20 && char < 0x7f ? char + FULL_WIDTH_SHIFT : char
        if (before !== 0 && markChance(mark) > 0) follow(beforeThat, before, mark)
        before = 0
        beforeThat = 0
        continue
      }
      const script = model.script[char]
      if (script === 1) traditional += 1
      else if (script === 2) simplified += 1
      const folded = model.fold[char] ?? char
      singles[folded] = (singles[folded] ?? 0) + 1
      forms[char] = (forms[char] ?? 0) + 1
      total += 1
      if (before !== 0) follow(beforeThat, before, folded)
      beforeThat = before
      before = folded
    }
  }
  return { pairs, triples, singles, forms, followers, all, endings, characters, total, traditional, simplified }
}
