import { isFullWidthMark, isHan, lineEndChance, markChance } from './chars.ts'
import type { RecoveryModel } from './model.ts'
import { Sequences } from './sequences.ts'

/**
 * What a document says of its own language: which characters follow which, folded to Simplified, in which forms, with
 * which marks, and behind what its lines end. Only undamaged parts of it should be counted.
 *
 * Shapes  sequences are of Han characters, and one mark may end them.
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

/** What a character is, as far as the ASCII behind it depends on it. */
const CLASSES = 6
export function classOf(char: number): number {
  if (char === 0 || char === 0x0a || char === 0x0d) return 0
  if (char >= 0x80) return 1
  if (char >= 0x30 && char <= 0x39) return 2
  if ((char >= 0x41 && char <= 0x5a) || (char >= 0x61 && char <= 0x7a)) return 3
  return char === 0x20 ? 4 : 5
}

/** The mark that a character is, or was before it was narrowed; 0 for what is no mark of running text. */
export function markOf(char: number): number {
  const isNarrow = char > 0x20 && char < 0x7f && isFullWidthMark(char + FULL_WIDTH_SHIFT)
  const mark = isNarrow ? char + FULL_WIDTH_SHIFT : char
  return markChance(mark) > 0 ? mark : 0
}

export function countDocument(model: RecoveryModel, parts: Iterable<string>) {
  const sequences = new Sequences()
  const singles = new Uint32Array(0x10000)
  const forms = new Uint32Array(0x10000)
  const all = new Uint32Array(0x10000)
  const endings = new Uint32Array(0x10000)
  const ascii = new Uint32Array(CLASSES * 0x80)
  const classes = new Uint32Array(CLASSES)
  let characters = 0
  let total = 0
  let traditional = 0
  let simplified = 0
  for (const part of parts) {
    let contexts: number[] = []
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
        const mark = contexts.length === 0 ? 0 : markOf(char)
        if (mark !== 0) sequences.extend(contexts, mark)
        contexts = []
        continue
      }
      const script = model.script[char]
      if (script === 1) traditional += 1
      else if (script === 2) simplified += 1
      const folded = model.fold[char] ?? char
      singles[folded] = (singles[folded] ?? 0) + 1
      forms[char] = (forms[char] ?? 0) + 1
      total += 1
      contexts = sequences.extend(contexts, folded)
    }
  }
  return {
    sequences,
    ascii,
    classes,
    singles,
    forms,
    all,
    endings,
    characters,
    total,
    traditional,
    simplified,
  }
}
