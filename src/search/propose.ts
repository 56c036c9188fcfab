import { intersection, none, tooVague, union } from './candidates.ts'
import { pairKey } from './keys.ts'
import type { Candidates } from './shelf.ts'
import type { Pattern, Slot } from './slot.ts'
import { isCharacter } from './units.ts'
import { isStopWord } from './words.ts'

/** An index's keys, as far as they are needed: in which block a key would be, told from the manifest, and its rows. */
export type KeyShelf = {
  readonly blockOf: (key: string) => number
  readonly lookUp: (key: string) => Promise<Candidates | null>
}

/**
 * Rows in which a pattern may stand, from as few blocks of keys as tell them apart.
 *
 * A pattern is a chain of links: a pair of neighbours, or a unit that has no pair. A row must have them all, but a few
 * that touch every slot leave hardly a wrong row, which the text then shows to be wrong; the others are asked only where
 * many rows are left. Certain when one link says all.
 */
export async function propose(pattern: Pattern, keys: KeyShelf): Promise<Candidates> {
  const { links, light, whole } = linksOf(pattern, keys.blockOf)
  const usable = links.filter(({ vague }) => !vague)
  if (usable.length === 0) return links.length === 0 ? none : tooVague
  const first = touching(usable)
  const rest = [...usable.filter((link) => !first.includes(link)), ...light]
  let rows = await inAll(first, keys)
  if (rows.rows.length > fewRows && rest.length > 0)
    rows = intersection([rows, ...(await Promise.all(rest.map((link) => rowsOf(link, keys))))])
  if (usable.length < links.length && rows.rows.length > mostGuessed) return tooVague
  return { ...rows, certain: whole && links.length === 1 }
}

/**
 * All links in one turn, where they are a few blocks. A guess by sound may ask for dozens and mostly finds nothing: its
 * links come one by one, and the first that leaves no row is the last.
 */
async function inAll(links: readonly Link[], keys: KeyShelf): Promise<Candidates> {
  const blocks = links.reduce((sum, link) => sum + link.blocks, 0)
  if (blocks <= mostInOneTurn) return intersection(await Promise.all(links.map((link) => rowsOf(link, keys))))
  const [narrow, ...others] = links.toSorted((a, b) => a.blocks - b.blocks)
  let rows = narrow === undefined ? none : await rowsOf(narrow, keys)
  for (const link of others) {
    if (rows.rows.length === 0) break
    rows = intersection([rows, await rowsOf(link, keys)])
  }
  return rows
}

type Link = {
  /** A row has one of these. */
  readonly keys: readonly string[]
  readonly slots: readonly number[]
  readonly blocks: number
  /** Characters that sound so and so many that no index has them together. */
  readonly vague: boolean
}

/** About as many rows as are shown: reading them is cheaper than fetching more keys. */
const fewRows = 12

/** Links that are asked first. */
const mostFirst = 4

/** Blocks of keys that are asked for before it is known whether they are needed. */
const mostInOneTurn = 12

/** Blocks that a guess may fetch for one link. */
const mostBlocks = 16

/** Rows that may be read for a guess that could not be narrowed further. */
const mostGuessed = 64

function linksOf(pattern: Pattern, blockOf: KeyShelf['blockOf']): { links: Link[]; light: Link[]; whole: boolean } {
  // Words such as “of the” have the longest lists and tell the least; beside two that tell more they are asked last, in
  // pairs, and the text shows the others.
  const lightSlots = pattern.filter((slot) => slot.size > 0 && [...slot.keys()].every(isStopWord))
  const light = new Set(pattern.length - lightSlots.length >= 2 ? lightSlots : [])
  const pairs = pattern.map((slot, at) => pairsOf(slot, pattern[at + 1]))
  const lightLinks = pattern.flatMap((slot, at): Link[] => {
    const pair = pairs[at] ?? null
    return light.has(slot) && pair !== null ? [linkOf(pair, [at, at + 1], blockOf)] : []
  })
  const links = pattern.flatMap((slot, at): Link[] => {
    const pair = pairs[at] ?? null
    if (light.has(slot)) return []
    if (pair !== null) return [linkOf(pair, [at, at + 1], blockOf)]
    return at > 0 && pairs[at - 1] !== null ? [] : [linkOf([...slot.keys()], [at], blockOf)]
  })
  return { links, light: lightLinks, whole: light.size === 0 }
}

function linkOf(keys: readonly string[], slots: readonly number[], blockOf: KeyShelf['blockOf']): Link {
  const blocks = new Set(keys.map(blockOf)).size
  return { keys, slots, blocks, vague: blocks > mostBlocks && isCharacter([...(keys[0] ?? '')][0] ?? '') }
}

/** The fewest blocks first, then the longest words, which are the rarest; none whose slots are touched already. */
function touching(links: readonly Link[]): Link[] {
  const touched = new Set<number>()
  const chosen: Link[] = []
  const order = links.toSorted(
    (a, b) => a.blocks - b.blocks || b.slots.length - a.slots.length || lengthOf(b) - lengthOf(a),
  )
  // Pairs that share no slot first, then what they left out.
  for (const fits of [
    ({ slots }: Link) => !slots.some((slot) => touched.has(slot)),
    ({ slots }: Link) => !slots.every((slot) => touched.has(slot)),
  ])
    for (const link of order) {
      if (chosen.length === mostFirst) return chosen
      if (!fits(link)) continue
      for (const slot of link.slots) touched.add(slot)
      chosen.push(link)
    }
  return chosen
}

const lengthOf = ({ keys }: Link): number => Math.min(...keys.map(({ length }) => length))

async function rowsOf({ keys }: Link, { lookUp }: KeyShelf): Promise<Candidates> {
  return union((await Promise.all(keys.map(lookUp))).filter((one) => one !== null))
}

/** The keys of two neighbouring slots together; `null` when not every filling of them has one. */
function pairsOf(slot: Slot, next: Slot | undefined): string[] | null {
  if (next === undefined) return null
  const keys: string[] = []
  for (const one of slot.keys())
    for (const other of next.keys()) {
      const key = pairKey(one, other)
      if (key === null) return null
      keys.push(key)
    }
  return keys
}
