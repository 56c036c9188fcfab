/**
 * UTF-16 code units and code points. JavaScript counts the first, the W3C's selectors the second; rare characters
 * (𠮷, 𣇃, most of HKSCS beyond the basic plane) take two units and are one point.
 */
export type Points = {
  /** The point at which a unit lies; a unit inside a character counts as its start. */
  readonly fromUnits: (units: number) => number
  /** The unit at which a point begins; beyond the text it is the text's end. */
  readonly toUnits: (points: number) => number
}

/** Built once for a text; each question then takes time by the logarithm of its rare characters. */
export function pointsOf(text: string): Points {
  // Of each pair, the unit at which its second half lies.
  const seconds: number[] = []
  for (let at = 1; at < text.length; at += 1)
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) && seconds.at(-1) !== at - 1) seconds.push(at)
  const length = text.length - seconds.length
  return {
    fromUnits: (units) => {
      const bounded = Math.min(Math.max(0, units), text.length)
      const before = below(seconds, bounded, (at) => at)
      // Between the halves of a pair: the pair's own start.
      return bounded - before - (seconds[before] === bounded ? 1 : 0)
    },
    toUnits: (points) => {
      const bounded = Math.min(Math.max(0, points), length)
      // The i-th pair begins at unit `seconds[i] - 1`, which is point `seconds[i] - 1 - i`.
      return bounded + below(seconds, bounded, (at, index) => at - 1 - index)
    },
  }
}

/** How many lead, by `key`, to less than `limit`. */
function below(sorted: readonly number[], limit: number, key: (at: number, index: number) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (key(sorted[middle] ?? 0, middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Is a unit the first half of a rare character, or its second? `NaN`, beyond a text's end, is neither. */
export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
