import { isCharacter, unitsOf, type Units } from './units.ts'
import { stemOf, stemPrefix } from './words.ts'
import { closeness, type Closeness, type Pattern, type Slot } from './slot.ts'
import { part } from './part.ts'
import type { Vocabulary } from './shelf.ts'

/** A run of units that a pattern fits: `[from, to)`. */
export type Fit = { readonly from: number; readonly to: number; readonly closeness: Closeness }

/** Every place where a pattern fits, none overlapping another; the earliest first. */
export function fits({ keys }: Pick<Units, 'keys'>, pattern: Pattern): Fit[] {
  const found: Fit[] = []
  const [first] = pattern
  if (first === undefined) return found
  for (let from = 0; from + pattern.length <= keys.length; from += 1) {
    let farthest = first.get(keys[from] ?? '')
    for (let slot = 1; farthest !== undefined && slot < pattern.length; slot += 1) {
      const here = pattern[slot]?.get(keys[from + slot] ?? '')
      farthest = here === undefined ? undefined : here > farthest ? here : farthest
    }
    if (farthest === undefined) continue
    found.push({ from, to: from + pattern.length, closeness: farthest })
    from += pattern.length - 1
  }
  return found
}

export type PatternOptions = {
  /** The last word may go on. */
  readonly prefix?: boolean
  /** Words in other forms count too. */
  readonly inflect?: boolean
}

/**
 * The pattern of a phrase. A word in capitals alone (`AIDS`) is a name and has no forms but its plural.
 * `null` when one of its words does not stand in the collection in any form, so that nothing can fit.
 */
export async function phrasePattern(
  phrase: string,
  vocabulary: Vocabulary,
  { prefix = false, inflect = true }: PatternOptions = {},
): Promise<Pattern | null> {
  const units = unitsOf(phrase)
  const slots = await Promise.all(
    units.keys.map(async (key, index) => {
      if (isCharacter(key)) return new Map([[key, closeness.same]])
      const { from, to } = units.run(index)
      const shown = phrase.slice(from, to)
      const last = prefix && index === units.keys.length - 1
      return wordSlot(key, vocabulary, {
        prefix: last,
        inflect: inflect ? (isAcronym(shown) ? 'plural' : 'all') : 'none',
      })
    }),
  )
  return slots.some((slot) => slot.size === 0) ? null : slots
}

/** Two capitals or more and nothing else: MDT, AIDS, WHO. Digits may stand among them. */
export function isAcronym(shown: string): boolean {
  return /^[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*$/.test(shown)
}

async function wordSlot(
  word: string,
  vocabulary: Vocabulary,
  { prefix, inflect }: { prefix: boolean; inflect: 'none' | 'plural' | 'all' },
): Promise<Slot> {
  const stem = stemOf(word)
  const root = prefix || inflect !== 'all' ? sharedStart(word, stemPrefix(stem)) : stemPrefix(stem)
  const slot = new Map<string, Closeness>()
  for (const known of await vocabulary.wordsFrom(inflect === 'none' && !prefix ? word : root)) {
    if (known === word) slot.set(known, closeness.same)
    else if (inflect === 'all' && stemOf(known) === stem) slot.set(known, closeness.inflected)
    else if (inflect === 'plural' && known === `${word}s`) slot.set(known, closeness.inflected)
    else if (prefix && known.startsWith(word)) slot.set(known, closeness.prefix)
  }
  return slot
}

/**
 * A phrase whose ends are cut out of words: its first word may be a word's end, its last a word's beginning, an only
 * one any part. `null` when it is too little to look for so, or nothing can fit.
 */
export async function insidePattern(phrase: string, vocabulary: Vocabulary): Promise<Pattern | null> {
  const { keys } = unitsOf(phrase)
  const [first = ''] = keys
  if (isCharacter(first) || (first.length < shortestPart && (keys.length === 1 || !/\d/.test(first)))) return null
  const rest = await phrasePattern(phrase.slice(unitsOf(phrase).run(0).to), vocabulary, { prefix: true })
  if (rest === null) return null
  const words = await vocabulary.wordsInside(first)
  const cut = words.filter((word) => keys.length === 1 || word.endsWith(first))
  return cut.length === 0 ? null : [new Map(cut.map((word) => [word, closeness.inside])), ...rest]
}

/** Two letters stand inside of nearly everything; the end of a number, with more behind it, does not. */
const shortestPart = 3

/**
 * A phrase with every word that the collection lacks put right, or every word within `edits` letters where a reader
 * asked for that. `corrected` says which words became which; `null` when a word is like none.
 */
export async function nearPattern(
  phrase: string,
  vocabulary: Vocabulary,
  edits = 0,
): Promise<{ readonly pattern: Pattern; readonly corrected: ReadonlyMap<string, readonly string[]> } | null> {
  const corrected = new Map<string, readonly string[]>()
  const pattern: Slot[] = []
  for (const key of unitsOf(phrase).keys) {
    const known = isCharacter(key)
      ? new Map([[key, closeness.same]])
      : await wordSlot(key, vocabulary, { prefix: false, inflect: 'all' })
    const slot = new Map<string, Closeness>(known)
    if (!isCharacter(key) && (known.size === 0 || edits > 0)) {
      const [{ nearestWords }, around] = await Promise.all([part(import('./spelling.ts')), vocabulary.wordsNear(key)])
      const near = nearestWords(key, around, edits === 0 ? {} : { allowed: edits, all: true })
      // What was meant is found as if it had been typed: in its other forms too.
      const forms = await Promise.all(near.map((word) => wordSlot(word, vocabulary, { prefix: false, inflect: 'all' })))
      for (const word of forms.flatMap((meant) => [...meant.keys()]))
        if (!slot.has(word)) slot.set(word, closeness.spelling)
      if (near.length > 0) corrected.set(key, near)
    }
    if (slot.size === 0) return null
    pattern.push(slot)
  }
  return { pattern, corrected }
}

/** The longest beginning that two words share: all that a vocabulary must be asked for to find both. */
function sharedStart(a: string, b: string): string {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return a.slice(0, length)
}
