import { langs, type Lang } from '../corpus/lang.ts'
import type { Term, TermEntry } from '../corpus/term.ts'
import { fold } from '../text/fold.ts'

/**
 * What an imported list of entries adds to the ones that are there. Nothing that is there changes: an entry of the same
 * id, or that shares a term on both sides, gains the terms, definitions and remarks that it lacks; others are new.
 */
export type TermMerge = {
  readonly added: readonly TermEntry[]
  readonly gained: readonly TermGain[]
  /** Values of the import that differ from what an entry says already, and were left out. */
  readonly kept: readonly string[]
}

export type TermGain = {
  readonly index: number
  readonly terms: Readonly<Partial<Record<Lang, readonly Term[]>>>
  readonly definition: Readonly<Partial<Record<Lang, string>>>
  readonly values: Readonly<Partial<Record<'note' | 'subject' | 'source', string>>>
}

export function mergeTerms(present: readonly TermEntry[], incoming: readonly TermEntry[]): TermMerge {
  const added: TermEntry[] = []
  const gained: TermGain[] = []
  const kept: string[] = []
  for (const entry of incoming) {
    const index = present.findIndex((one) => one.id === entry.id || langs.every((lang) => shares(one, entry, lang)))
    const here = present[index]
    if (here === undefined) added.push(entry)
    else {
      const gain = gainOf(here, entry, index, kept)
      if ([gain.terms, gain.definition, gain.values].some((part) => Object.keys(part).length > 0)) gained.push(gain)
    }
  }
  return { added, gained, kept }
}

function gainOf(here: TermEntry, entry: TermEntry, index: number, kept: string[]): TermGain {
  const terms: Partial<Record<Lang, Term[]>> = {}
  const definition: Partial<Record<Lang, string>> = {}
  const values: Partial<Record<'note' | 'subject' | 'source', string>> = {}
  const decide = (
    name: string,
    old: string | undefined,
    given: string | undefined,
    take: (value: string) => void,
  ): void => {
    if (given === undefined || given === old) return
    if (old === undefined) take(given)
    else kept.push(`${here.id}: ${name}`)
  }
  for (const lang of langs) {
    const known = new Set(here.terms[lang].map(({ text }) => fold(text)))
    const fresh = entry.terms[lang].filter(({ text }) => !known.has(fold(text)))
    // The preferred term is the one that is there.
    if (fresh.length > 0)
      terms[lang] = fresh.map((term) => (term.status === 'preferred' ? { ...term, status: 'admitted' } : term))
    decide(
      `definition ${lang}`,
      here.definition?.[lang],
      entry.definition?.[lang],
      (value) => (definition[lang] = value),
    )
  }
  for (const key of ['note', 'subject', 'source'] as const)
    decide(key, here[key], entry[key], (value) => (values[key] = value))
  return { index, terms, definition, values }
}

function shares(one: TermEntry, other: TermEntry, lang: Lang): boolean {
  const known = new Set(one.terms[lang].map(({ text }) => fold(text)))
  return other.terms[lang].some(({ text }) => known.has(fold(text)))
}
