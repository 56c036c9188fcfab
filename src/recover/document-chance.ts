import type { DocumentCounts } from './document.ts'
import type { Near } from './near.ts'

/**
 * How likely a character is by what the document itself has: by itself, and behind the last one to four characters.
 * What the document has not seen is as likely as what is listed says (interpolated Kneser-Ney, Chen & Goodman 1999),
 * and what stands near counts once more.
 *
 * Units  characters are folded; `listed` and what comes back are probabilities.
 */
export type DocumentChances = {
  readonly single: (char: number, listed: number, near: Near | null) => number
  /** How likely `char` is behind what `trail` leads to. What `next` gives holds until the following call. */
  readonly behind: (trail: Trail, char: number, listed: number) => number
  /** Where the character that `behind` was last asked about leads; `char` is 0 for what sequences end at. */
  readonly next: (trail: Trail, char: number) => Trail
}

/** Where the last one, two, three and four characters stand in the document's sequences, 0 where they do not. */
export type Trail = {
  readonly one: number
  readonly two: number
  readonly three: number
  readonly four: number
  readonly near: Near | null
}

/** What is listed of single characters counts as much as this many of the document's own. */
const LISTED_SINGLES = 500
/** What the whole document says of them counts as much as this many that stand near. */
const DOCUMENT_SINGLES = 150

export function documentChances({ sequences, singles, total }: DocumentCounts): DocumentChances {
  let two = 0
  let three = 0
  let four = 0
  const nearby = (near: Near | null, context: number, child: number, depth: number, otherwise: number) => {
    if (near === null) return sequences.chance(context, child, depth, otherwise)
    const more = child === 0 ? 0 : (near.times.get(child) ?? 0)
    return sequences.chance(context, child, depth, otherwise, more, near.followers.get(context) ?? 0)
  }
  return {
    single: (char, listed, near) => {
      const own = ((singles[char] ?? 0) + LISTED_SINGLES * listed) / (total + LISTED_SINGLES)
      if (near === null) return own
      return ((near.singles.get(char) ?? 0) + DOCUMENT_SINGLES * own) / (near.total + DOCUMENT_SINGLES)
    },
    behind: (trail, char, listed) => {
      two = three = four = 0
      if (!sequences.goesOn(trail.one)) return listed
      two = sequences.find(trail.one, char)
      const afterOne = nearby(trail.near, trail.one, two, 1, listed)
      if (!sequences.goesOn(trail.two)) return afterOne
      // Where the last two are not in the text, nor are more.
      three = two === 0 ? 0 : sequences.find(trail.two, char)
      const afterTwo = nearby(trail.near, trail.two, three, 2, afterOne)
      if (!sequences.goesOn(trail.three)) return afterTwo
      four = three === 0 ? 0 : sequences.find(trail.three, char)
      const afterThree = sequences.chance(trail.three, four, 3, afterTwo)
      if (!sequences.goesOn(trail.four)) return afterThree
      return sequences.chance(trail.four, four === 0 ? 0 : sequences.find(trail.four, char), 4, afterThree)
    },
    next: ({ near }, char) =>
      char === 0 ? { one: 0, two: 0, three: 0, four: 0, near } : { one: char, two, three, four, near },
  }
}
