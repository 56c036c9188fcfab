import { langs } from '../corpus/lang.ts'
import { counterparts, termTexts } from './concepts.ts'
import type { Way } from './locate.ts'
import type { Need } from './need.ts'
import { insidePattern, nearPattern, phrasePattern } from './pattern.ts'
import type { Pattern } from './slot.ts'
import { termNamed, type Clause, type Query } from './query.ts'
import { part } from './part.ts'
import { initialsOf, looksRoman, maySoundAlike } from './roman.ts'
import type { Said } from './said.ts'
import type { Shelf } from './shelf.ts'
import { romanSystems, type RomanSystem } from './syllables.ts'
import { unitsOf } from './units.ts'
import { titleVocabulary } from './vocabulary.ts'
import { isStopWord } from './words.ts'

/**
 * One reading of a query as needs that rows can be held against; `null` when this reading can find nothing here, or
 * nothing that an earlier one would not have found.
 */
export type Plan = { readonly needs: readonly Need[]; readonly said: readonly Said[] }

/** The readings of a query in the order in which they are tried. */
export const planKinds = ['phrase', 'prefix', 'words', ...romanSystems, 'spelling', 'initials', 'inside'] as const

export type PlanKind = (typeof planKinds)[number]

/** Guesses by sound, of which the larger a collection the more fit. */
export const isBySound = (kind: PlanKind): kind is RomanSystem | 'initials' =>
  kind === 'initials' || romanSystems.some((system) => system === kind)

export async function planOf(kind: PlanKind, query: Query, shelf: Shelf): Promise<Plan | null> {
  const said: Said[] = []
  const needs: Need[] = []
  for (const clause of query.clauses) {
    const sides = clause.field === 'en' || clause.field === 'zh-Hant' ? [clause.field] : langs
    const frame = {
      presence: clause.presence === 'plain' ? ('must' as const) : clause.presence,
      sides: query.filters.lang === undefined ? sides : sides.filter((lang) => lang === query.filters.lang),
      title: clause.field === 'title',
      boost: clause.boost,
      lights: [],
      apart: false,
    }
    // Only what must be there is read in more liberal ways.
    const own = clause.presence === 'not' || clause.presence === 'may' ? 'phrase' : kind
    if (own === 'words') {
      const parts = clause.presence === 'plain' ? apart(clause.phrase) : [clause.phrase]
      if (parts.length < 2 && query.clauses.length === 1) return null
      for (const part of parts) {
        const last = part === parts[parts.length - 1]
        needs.push({ ...frame, apart: parts.length > 1, ...(await literal({ ...clause, phrase: part }, shelf, last)) })
      }
      continue
    }
    if (own === 'spelling') {
      const near = await respelt(clause, shelf)
      said.push(...near.said)
      needs.push(...near.ways.map((ways) => ({ ...frame, ways, apart: near.ways.length > 1 })))
      continue
    }
    if (isBySound(own)) {
      const ways = await bySound(own, clause, shelf)
      if (ways.length === 0 && query.clauses.length === 1) return null
      needs.push({ ...frame, ways: [...(await literal(clause, shelf, true)).ways, ...ways] })
      continue
    }
    if (own === 'inside') {
      needs.push({ ...frame, ways: waysOf(await insidePattern(clause.phrase, shelf), '') })
      continue
    }
    needs.push({ ...frame, ...(await literal(clause, shelf, own === 'prefix')) })
  }
  if (needs.some(({ presence, ways }) => presence === 'must' && ways.length === 0)) return null
  if (!needs.some(({ presence, ways }) => presence !== 'not' && ways.length > 0)) return null
  return { needs, said }
}

/** A clause taken by its letters, with the other terms of its concept. */
async function literal(clause: Clause, shelf: Shelf, prefix: boolean): Promise<Pick<Need, 'ways' | 'lights'>> {
  const named = clause.field === 'term' ? termNamed(clause.phrase) : null
  const entry = shelf.concepts.find(({ id }) => id === named)
  if (entry !== undefined) return { ways: await phraseWays(termTexts(entry), shelf), lights: [] }
  const { same, within } = counterparts(clause.phrase, shelf.concepts)
  const words = clause.field === 'title' ? titleVocabulary(await shelf.notices()) : shelf
  const own =
    clause.edits > 0
      ? (await nearPattern(clause.phrase, words, clause.edits))?.pattern
      : await phrasePattern(clause.phrase, words, { prefix: prefix || clause.prefix })
  return {
    ways: [...waysOf(own ?? null, clause.phrase), ...(await phraseWays(same, shelf))],
    lights: await phraseWays(within, shelf),
  }
}

async function phraseWays(phrases: readonly string[], shelf: Shelf): Promise<Way[]> {
  const patterns = await Promise.all(phrases.map((phrase) => phrasePattern(phrase, shelf)))
  return patterns.flatMap((pattern) => waysOf(pattern, null))
}

function waysOf(pattern: Pattern | null, typed: string | null): Way[] {
  return pattern === null || pattern.length === 0 ? [] : [{ pattern, typed }]
}

/** What a reader parts by spaces and punctuation, and every word of an alphabet; words that say little stay away. */
function apart(phrase: string): string[] {
  const stretches = phrase.split(/[\s\p{P}]+/u).filter((one) => unitsOf(one).keys.length > 0)
  const telling = stretches.filter((one) => !isStopWord(unitsOf(one).keys.join('')))
  return [...new Set(telling.length === 0 ? stretches : telling)]
}

async function bySound(kind: RomanSystem | 'initials', clause: Clause, shelf: Shelf): Promise<Way[]> {
  const { phrase } = clause
  // Readings are fetched only for what has the shape of syllables.
  if (kind === 'initials' ? initialsOf(phrase) === null : !looksRoman(phrase, kind)) return []
  const known = await readingsFrom(shelf, kind === 'initials' ? 'pinyin' : kind)
  if (known === null) return []
  const { sounds, readings } = known
  return kind === 'initials'
    ? waysOf(sounds.initialsPattern(phrase, readings), '')
    : sounds.romanPatterns(phrase, kind, readings).flatMap((pattern) => waysOf(pattern, ''))
}

/** How characters are read, with what finds them by it; `null` where a collection has no readings. */
async function readingsFrom(shelf: Shelf, system: RomanSystem) {
  const [sounds, readings] = await Promise.all([part(import('./by-sound.ts')), shelf.readings(system)])
  return readings === null ? null : { sounds, readings }
}

/** Words put right: the phrase first; where that is nowhere, its words apart. */
async function respelt(clause: Clause, shelf: Shelf): Promise<{ ways: Way[][]; said: Said[] }> {
  const known = maySoundAlike(clause.phrase) ? await readingsFrom(shelf, 'pinyin') : null
  const alike = known === null ? null : known.sounds.soundAlike(clause.phrase, known.readings)
  if (alike !== null)
    return {
      ways: [waysOf(alike, clause.phrase)],
      said: [{ kind: 'sounds-like', phrase: clause.phrase }],
    }
  const parts = clause.presence === 'plain' ? apart(clause.phrase) : [clause.phrase]
  const ways: Way[][] = []
  const said: Said[] = []
  for (const part of parts) {
    const near = await nearPattern(part, shelf)
    if (near === null) return { ways: [[]], said: [] }
    ways.push(waysOf(near.pattern, part))
    for (const [word, known] of near.corrected) said.push({ kind: 'respelt', word, known })
  }
  return { ways: said.length === 0 ? [[]] : ways, said }
}
