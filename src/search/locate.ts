import { langs, type Lang } from '../corpus/lang.ts'
import type { Run } from '../corpus/run.ts'
import { fits, isAcronym } from './pattern.ts'
import { closeness, type Closeness, type Pattern } from './slot.ts'
import type { SearchRow } from './shelf.ts'
import { isHan, unitsOf, type Units } from './units.ts'

/**
 * Where in a row one of several patterns stands, checked on the text itself: an index only proposes.
 *
 * Units   runs count UTF-16 code units of the side's text.
 */
export type Match = Run & { readonly lang: Lang; readonly reason: Reason }

/** Why something was found, best first; a hit's reason is its best match's. */
export const reasons = [
  'exact',
  'folded',
  'inflected',
  'term',
  'prefix',
  'inside',
  'words',
  'romanised',
  'spelling',
] as const

export type Reason = (typeof reasons)[number]

/** One way to meet a requirement. */
export type Way = {
  readonly pattern: Pattern
  /** As typed, for telling what stands so to the letter; `null` for a term of the same concept. */
  readonly typed: string | null
}

export function matchesIn(row: SearchRow, ways: readonly Way[], sides: readonly Lang[]): Match[] {
  const found: Match[] = []
  for (const lang of langs.filter((one) => sides.includes(one))) {
    const units = rowUnits(row, lang)
    const offset = row.from[lang]
    for (const { pattern, typed } of ways)
      for (const fit of fits(units, pattern)) {
        const from = units.run(fit.from).from
        const to = units.run(fit.to - 1).to
        const run = { from: offset + from, to: offset + to }
        // The first way to find a place is the nearest one.
        if (found.some((other) => other.lang === lang && other.from < run.to && run.from < other.to)) continue
        found.push({ lang, ...run, reason: reasonOf(fit.closeness, row.texts[lang].slice(from, to), typed) })
      }
  }
  return found.sort((a, b) => langs.indexOf(a.lang) - langs.indexOf(b.lang) || a.from - b.from)
}

export function bestReason(matches: readonly Match[]): Reason {
  return reasons.find((reason) => matches.some((match) => match.reason === reason)) ?? 'words'
}

/** Units of a row's sides, made once a row: a row that stays in memory is read by many queries. */
export function rowUnits(row: SearchRow, lang: Lang): Units {
  const met = unitsByRow.get(row) ?? {}
  const units = met[lang] ?? unitsOf(row.texts[lang])
  met[lang] = units
  unitsByRow.set(row, met)
  return units
}

const unitsByRow = new WeakMap<SearchRow, Partial<Record<Lang, Units>>>()

function reasonOf(near: Closeness, shown: string, typed: string | null): Reason {
  if (near === closeness.spelling) return 'spelling'
  if (typed === null) return 'term'
  switch (near) {
    case closeness.same:
      return sameLetters(shown, typed) ? 'exact' : 'folded'
    case closeness.inflected:
      return 'inflected'
    case closeness.prefix:
      return 'prefix'
    case closeness.inside:
      return 'inside'
    default:
      return 'romanised'
  }
}

/**
 * Does a place show what was typed, but for width, punctuation and the case of words? Capitals that make a name do
 * count, so that `IT` comes before `it`; Han characters count as they are.
 */
function sameLetters(shown: string, typed: string): boolean {
  const [a, b] = [letters(shown), letters(typed)]
  return a.length === b.length && a.every((one, at) => one === b[at])
}

function letters(text: string): string[] {
  const units = unitsOf(text)
  return units.keys.map((key, at) => {
    const { from, to } = units.run(at)
    const shown = text.slice(from, to)
    return isHan(key) ? shown.normalize('NFKC') : isAcronym(shown) ? shown : key
  })
}
