import type { EncodedSide } from './encode.ts'
import type { Evidence } from './evidence.ts'

/**
 * A heading belongs with its body: where one text has a section more than the other, the numbers behind it no longer
 * fit, and what follows two headings says better than their numbers whether they are one another's.
 */
export class Headings {
  private readonly left: Uint8Array
  private readonly right: Uint8Array

  constructor(left: EncodedSide, right: EncodedSide) {
    this.left = headingsOf(left)
    this.right = headingsOf(right)
  }

  /** What the segments behind say of two headings, in nats; 0 for what are no headings with a body each. */
  bead(evidence: Evidence, i: number, j: number): number {
    if (this.left[i] !== 1 || this.right[j] !== 1 || this.left[i + 1] !== 0 || this.right[j + 1] !== 0) return 0
    if (!evidence.reaches(i + 1, j + 1)) return 0
    return Math.min(most, Math.max(least, evidence.lexical(i + 1, 1, j + 1, 1)))
  }
}

/** So much for and against, at most: a body may be translated freely, or begin with a sentence that the other lacks. */
const most = 20
const least = -5

/** 1 for each segment that is marked or numbered as a heading and does not end as a sentence does. */
function headingsOf(side: EncodedSide): Uint8Array {
  const isMark = Uint8Array.from(side.types, (type) => (/^\u00a7(?:heading|item|article)/u.test(type) ? 1 : 0))
  const isSign = Uint8Array.from(side.types, (type) => (/^[.;:,?!…]$/u.test(type) ? 1 : 0))
  return Uint8Array.from({ length: side.count }, (_, at) => {
    const tokens = side.tokens.subarray(side.starts[at], side.starts[at + 1])
    const last = tokens.findLast((type) => isMark[type] === 0)
    return tokens.some((type) => isMark[type] === 1) && (last === undefined || isSign[last] === 0) ? 1 : 0
  })
}
