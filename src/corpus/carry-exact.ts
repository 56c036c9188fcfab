import { keyOf } from './carry-passage.ts'

/**
 * Which texts of a new list are which of an old one, where they are the same to the letter?
 *
 * Texts that stand once on both sides anchor the rest (patience diff, Cohen): the longest rising run of anchors keeps
 * its order, and between two anchors the search goes on with what stands once there. Where only repeated texts are
 * left, they are taken in order. What is left over has moved and is taken in order too; a short text only if there is
 * but one of it, since a second “(1)” further down is no moved one.
 *
 * Shapes  the answer has, for each new text, the index of its old one or `null`; no old one is given twice.
 */
export function exactMatches(before: readonly string[], after: readonly string[]): (number | null)[] {
  const matches = matchSame(before, after)
  // Texts that differ in their white space or width are the same too; only what is left need be folded.
  const taken = new Set(matches)
  const oldLeft = before.flatMap((text, index) => (taken.has(index) || text.length < tellingLength ? [] : [index]))
  const newLeft = after.flatMap((text, index) =>
    matches[index] !== null || text.length < tellingLength ? [] : [index],
  )
  if (oldLeft.length === 0 || newLeft.length === 0) return matches
  const fold = (texts: readonly string[], left: readonly number[]): string[] => left.map((at) => keyOf(texts[at] ?? ''))
  matchSame(fold(before, oldLeft), fold(after, newLeft)).forEach((match, at) => {
    const index = newLeft[at]
    if (match !== null && index !== undefined) matches[index] = oldLeft[match] ?? null
  })
  return matches
}

function matchSame(before: readonly string[], after: readonly string[]): (number | null)[] {
  const matches: (number | null)[] = after.map(() => null)
  const open: Stretch[] = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }]
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop())
    for (const part of matchStretch(before, after, trimmed(before, after, stretch, matches), matches)) open.push(part)
  matchMoved(before, after, matches)
  return matches
}

/** The longest run of matches that rises on both sides, as indices of the new list. */
export function backboneOf(matches: readonly (number | null)[]): number[] {
  const ends: number[] = []
  const previous: number[] = matches.map(() => -1)
  matches.forEach((match, index) => {
    if (match === null) return
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((matches[ends[middle] ?? 0] ?? 0) < match) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1)
    ends[low] = index
  })
  const run: number[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.push(index)
  return run.reverse()
}

type Stretch = { readonly oldFrom: number; readonly oldTo: number; readonly newFrom: number; readonly newTo: number }

/** Matches what agrees at both ends and gives back the rest. */
function trimmed(
  before: readonly string[],
  after: readonly string[],
  at: Stretch,
  matches: (number | null)[],
): Stretch {
  let { oldFrom, oldTo, newFrom, newTo } = at
  while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) matches[newFrom++] = oldFrom++
  while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) matches[--newTo] = --oldTo
  return { oldFrom, oldTo, newFrom, newTo }
}

/** Matches the anchors of a stretch and gives back the stretches between them; without anchors, what is repeated. */
function matchStretch(
  before: readonly string[],
  after: readonly string[],
  at: Stretch,
  matches: (number | null)[],
): Stretch[] {
  const { oldFrom, oldTo, newFrom, newTo } = at
  if (oldFrom === oldTo || newFrom === newTo) return []
  const oldPlaces = placesOf(before, oldFrom, oldTo)
  const newPlaces = placesOf(after, newFrom, newTo)
  const anchored = after.slice(newFrom, newTo).map((text) => {
    const places = oldPlaces.get(text)
    return places?.length === 1 && newPlaces.get(text)?.length === 1 ? (places[0] ?? null) : null
  })
  const anchors = backboneOf(anchored)
  if (anchors.length === 0) {
    let least = oldFrom
    const passed = new Map<string, number>()
    for (let index = newFrom; index < newTo; index += 1) {
      const text = after[index] ?? ''
      const places = oldPlaces.get(text) ?? []
      let turn = passed.get(text) ?? 0
      while (turn < places.length && (places[turn] ?? 0) < least) turn += 1
      passed.set(text, turn)
      const place = places[turn]
      if (place === undefined) continue
      matches[index] = place
      least = place + 1
    }
    return []
  }
  const between: Stretch[] = []
  let last = { old: oldFrom, new: newFrom }
  for (const anchor of anchors) {
    const old = anchored[anchor] ?? 0
    const index = newFrom + anchor
    matches[index] = old
    between.push({ oldFrom: last.old, oldTo: old, newFrom: last.new, newTo: index })
    last = { old: old + 1, new: index + 1 }
  }
  between.push({ oldFrom: last.old, oldTo, newFrom: last.new, newTo })
  return between
}

/** UTF-16 units, both sides together, from which a text can be told from another of its kind by itself. */
const tellingLength = 16

function matchMoved(before: readonly string[], after: readonly string[], matches: (number | null)[]): void {
  const taken = new Set(matches)
  const left = new Map<string, number[]>()
  const total = new Map<string, number>()
  before.forEach((text, index) => {
    total.set(text, (total.get(text) ?? 0) + 1)
    if (taken.has(index)) return
    const known = left.get(text)
    if (known === undefined) left.set(text, [index])
    else known.push(index)
  })
  if (left.size === 0) return
  const newTotal = new Map<string, number>()
  for (const text of after) newTotal.set(text, (newTotal.get(text) ?? 0) + 1)
  const next = new Map<string, number>()
  after.forEach((text, index) => {
    const places = matches[index] === null ? left.get(text) : undefined
    if (places === undefined || text === '\n') return
    if (text.length < tellingLength && (total.get(text) !== 1 || newTotal.get(text) !== 1)) return
    const turn = next.get(text) ?? 0
    matches[index] = places[turn] ?? null
    next.set(text, turn + 1)
  })
}

function placesOf(texts: readonly string[], from: number, to: number): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let index = from; index < to; index += 1) {
    const text = texts[index] ?? ''
    const known = places.get(text)
    if (known === undefined) places.set(text, [index])
    else known.push(index)
  }
  return places
}
