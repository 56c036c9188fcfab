/**
 * The shapes that a bead may have, and how likely each is before its text is looked at.
 *
 * Shapes are grouped into families whose members are equally likely; a text's own beads say how likely a family is
 * (`estimateShapes`), starting from what Gale & Church (1993) found on parliamentary records, but with more nulls and
 * fewer 1-2: where the text has nulls, the start must not teach it that they are one half of a 1-2.
 */
export type Shape = { readonly left: number; readonly right: number; readonly family: number }

/** No run of a bead is longer than this. */
export const longestRun = 6

/** Larger than 4 only against one or two: a list in one language that is a sentence in the other. */
export const shapes: readonly Shape[] = listShapes()

/** The shape of a number; numbers beyond the list throw. */
export function shapeAt(number: number): Shape {
  const shape = shapes[number]
  if (shape === undefined) throw new RangeError(`shapeAt: ${number} of ${shapes.length}`)
  return shape
}

/** Family names, in the order of the family numbers. */
export const families = ['1-1', 'null', '1-2', '2-2', '1-3', 'larger'] as const

/** Probabilities of the families before a text is seen, and their weight in beads against what the text shows. */
const startingShares: readonly number[] = [0.85, 0.08, 0.05, 0.008, 0.008, 0.004]
const startingWeight = 20

function listShapes(): Shape[] {
  const list: Shape[] = []
  for (let left = 0; left <= longestRun; left += 1)
    for (let right = 0; right <= longestRun; right += 1) {
      if (left + right === 0 || (left === 0 && right > 1) || (right === 0 && left > 1)) continue
      if (Math.max(left, right) > 4 && Math.min(left, right) > 1) continue
      list.push({ left, right, family: familyOf(left, right) })
    }
  return list.sort((a, b) => a.family - b.family || a.left + a.right - b.left - b.right || a.left - b.left)
}

export function familyOf(left: number, right: number): number {
  const least = Math.min(left, right)
  const most = Math.max(left, right)
  if (least === 0) return 1
  if (most === 1) return 0
  if (most === 2) return least === 1 ? 2 : 3
  return most === 3 && least === 1 ? 4 : 5
}

/** Log probability of each shape, from how much of each family there is (counts of beads, fractional). */
export function estimateShapes(counts: readonly number[]): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0) + startingWeight
  const members = families.map((_, family) => shapes.filter((shape) => shape.family === family).length)
  return Float64Array.from(shapes, ({ left, right, family }) => {
    const share = ((counts[family] ?? 0) + startingWeight * (startingShares[family] ?? 0)) / total
    // Within the largest family each segment more makes a shape rarer by a third part.
    const size = family === 5 ? 3 ** (4 - left - right) : 1
    return Math.log(share / (family === 5 ? 1 : (members[family] ?? 1))) + Math.log(size)
  })
}
