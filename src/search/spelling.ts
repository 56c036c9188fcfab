/**
 * Which known words may a misspelt one have meant?
 *
 * Distance is Damerau’s restricted one (1964): letters added, left out, changed, or two neighbours changed over.
 * A short word is one slip away from too many others, so that what is allowed grows with its length; below four
 * letters nothing is. Digits are never corrected: 750 is not a misspelt 760.
 * Shapes  the nearest ones alone, in the vocabulary's order; with `all`, whatever is within `allowed`.
 */
export function nearestWords(
  word: string,
  vocabulary: readonly string[],
  { allowed = slipsAllowed(word), all = false }: { readonly allowed?: number; readonly all?: boolean } = {},
): string[] {
  if (allowed === 0 || /\d/.test(word)) return []
  let best = allowed
  let nearest: string[] = []
  for (const known of vocabulary) {
    if (Math.abs(known.length - word.length) > best || /\d/.test(known)) continue
    const distance = editDistance(word, known, best)
    // A first letter is seldom mistyped; another one may only come of a single slip.
    if (distance > best || (!known.startsWith(word.slice(0, 1)) && distance > 1)) continue
    if (!all && distance < best) nearest = []
    if (!all) best = distance
    nearest.push(known)
  }
  // A word's ends are the letters least often wrong, and tell two equally near words apart.
  const sameEnd = nearest.filter((known) => known.at(-1) === word.at(-1))
  return all || sameEnd.length === 0 ? nearest : sameEnd
}

function slipsAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}

/** The distance, or any number beyond `most` when it is greater. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let cost = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? most + 1
}
