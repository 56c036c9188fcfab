import { isHan } from './chars.ts'
import { markOf } from './document.ts'
import type { RecoveryModel } from './model.ts'
import type { Sequences } from './sequences.ts'

/**
 * What stands near a place in a document: the same words come back within a few lines, and a document of several
 * articles is several documents (Kuhn & De Mori 1990). The nearer, the more an occurrence counts.
 *
 * Shapes  nodes are those of the document's sequences; characters are folded.
 */
export type Near = {
  readonly singles: ReadonlyMap<number, number>
  readonly total: number
  /** By node: its occurrences, and those of anything behind it. */
  readonly times: ReadonlyMap<number, number>
  readonly followers: ReadonlyMap<number, number>
}

/** An occurrence this many characters away counts a 1/e of one right here. */
const FADES = 60
/** What stands further away is not looked at. */
const REACH = 240

/** `parts` are undamaged, in the document's order; the place is in front of the part with the number `at`. */
export function countNear(model: RecoveryModel, sequences: Sequences, parts: readonly string[], at: number): Near {
  const singles = new Map<number, number>()
  const times = new Map<number, number>()
  const followers = new Map<number, number>()
  let total = 0
  const note = (context: number, node: number, weight: number) => {
    if (node === 0) return
    add(times, node, weight)
    add(followers, context, weight)
  }
  const count = (part: string, distance: (i: number) => number) => {
    let last = 0
    let lastTwo = 0
    for (let i = 0; i < part.length; i++) {
      const char = part.charCodeAt(i)
      const counted = isHan(char) ? (model.fold[char] ?? char) : markOf(char)
      const weight = Math.exp(-distance(i) / FADES)
      const pair = last === 0 ? 0 : sequences.find(last, counted)
      note(last, pair, weight)
      note(lastTwo, lastTwo === 0 ? 0 : sequences.find(lastTwo, counted), weight)
      last = isHan(char) ? counted : 0
      lastTwo = last === 0 ? 0 : pair
      if (last === 0) continue
      add(singles, last, weight)
      total += weight
    }
  }
  const before = lastBefore(parts, at)
  count(before, (i) => before.length - i)
  count(firstFrom(parts, at), (i) => i + 1)
  return { singles, total, times, followers }
}

function lastBefore(parts: readonly string[], at: number): string {
  let text = ''
  for (let i = at - 1; i >= 0 && text.length < REACH; i--) text = `${(parts[i] ?? '').slice(-REACH)}\n${text}`
  return text.slice(-REACH)
}

function firstFrom(parts: readonly string[], at: number): string {
  let text = ''
  for (let i = at; i < parts.length && text.length < REACH; i++) text += `\n${(parts[i] ?? '').slice(0, REACH)}`
  return text.slice(0, REACH)
}

function add(counts: Map<number, number>, key: number, weight: number) {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}
