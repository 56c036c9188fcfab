import type { Lang } from '../corpus/lang.ts'
import type { Side } from '../corpus/notice.ts'
import { runLength, sliceRun, type Run } from '../corpus/run.ts'
import type { Term, TermEntry, TermMark } from '../corpus/term.ts'
import { unfoldRun } from '../text/fold.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { buildAutomaton, findAll, type Automaton } from './automaton.ts'
import { breakId, readSymbols } from './symbols.ts'
import { wordEdges } from './word-edges.ts'

/**
 * Where the terms of a collection's entries occur in one side.
 *
 * English by whole words, plural, spelling and case folded, except that an abbreviation in capitals keeps its case
 * (`WHO` is no `who`). Chinese by characters, script and width folded, and with a lexicon only where the characters are
 * not those of the words around. A mark never crosses a sentence's end.
 * Shapes  sorted and disjoint: of two that overlap the one that begins first is taken, of those the longest; a term
 *         inside the taken one is among its `inner`, one that only overlaps it is given up.
 * Units   UTF-16 code units of the side's text. Time is linear in text and terms.
 */
export function markTerms(
  side: Pick<Side, 'lang' | 'text' | 'sentences'>,
  entries: readonly TermEntry[],
  lexicon: Lexicon | null = null,
): TermMark[] {
  if (entries.length === 0) return []
  const matcher = matcherOf(entries, side.lang)
  return side.sentences.flatMap((sentence) => nested(occurrences(side, sentence, matcher, lexicon)))
}

type Pattern = { readonly entry: TermEntry; readonly term: Term; readonly form: number }

type Matcher = {
  readonly patterns: readonly Pattern[]
  readonly automaton: Automaton
  readonly numbers: ReadonlyMap<string, number>
}

/** Many notices are marked with one list of entries; its machine is built once. */
const matchers = new WeakMap<readonly TermEntry[], Partial<Record<Lang, Matcher>>>()

function matcherOf(entries: readonly TermEntry[], lang: Lang): Matcher {
  const known = matchers.get(entries) ?? {}
  const matcher = known[lang] ?? buildMatcher(entries, lang)
  matchers.set(entries, { ...known, [lang]: matcher })
  return matcher
}

function buildMatcher(entries: readonly TermEntry[], lang: Lang): Matcher {
  const patterns = entries.flatMap((entry) => entry.terms[lang].map((term, form) => ({ entry, term, form })))
  const numbers = new Map<string, number>()
  const number = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  // A term may hold a bracket or a comma of its own; what is written in one entry is one term.
  const keys = patterns.map(({ term }) => readSymbols(term.text, lang, number).ids.filter((id) => id !== breakId))
  return { patterns, automaton: buildAutomaton(keys), numbers }
}

function occurrences(
  side: Pick<Side, 'lang' | 'text'>,
  sentence: Run,
  { patterns, automaton, numbers }: Matcher,
  lexicon: Lexicon | null,
): TermMark[] {
  const text = sliceRun(side.text, sentence)
  const symbols = readSymbols(text, side.lang, (key) => numbers.get(key) ?? -1)
  const found = findAll(automaton, symbols.ids)
  if (found.length === 0) return []
  const edges = side.lang === 'en' || lexicon === null ? null : wordEdges(symbols.folded.text, lexicon)
  return found.flatMap(({ pattern, from, to }): TermMark[] => {
    const hit = patterns[pattern]
    if (hit === undefined) return []
    const place = { from: symbols.from[from] ?? 0, to: symbols.to[to - 1] ?? 0 }
    const at = unfoldRun(symbols.folded, place)
    if (!keepsCase(hit.term, sliceRun(text, at))) return []
    if (edges !== null && !edges.stands(place, hit.entry.terms.en)) return []
    return [
      {
        term: hit.entry.id,
        at: { from: sentence.from + at.from, to: sentence.from + at.to },
        ...(hit.form === 0 ? {} : { form: hit.form }),
      },
    ]
  })
}

/** An abbreviation in capitals is only itself in capitals; its plural may be small: MDTs. */
function keepsCase(term: Term, found: string): boolean {
  const isAcronym = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(term.text)
  return !isAcronym || /^\P{Ll}*(?:['’]?s)?$/u.test(found)
}

/** Outer marks with the shorter ones inside them. Of two entries on the very same words the first holds the other. */
function nested(found: readonly TermMark[]): TermMark[] {
  const sorted = [...found].sort((a, b) => a.at.from - b.at.from || runLength(b.at) - runLength(a.at))
  const marks: TermMark[] = []
  for (let next = 0; next < sorted.length;) {
    const outer = sorted[next]
    if (outer === undefined) break
    const inside: TermMark[] = []
    for (next += 1; next < sorted.length; next += 1) {
      const mark = sorted[next]
      if (mark === undefined || mark.at.from >= outer.at.to) break
      if (mark.at.to <= outer.at.to && mark.term !== outer.term) inside.push(mark)
    }
    marks.push(inside.length === 0 ? outer : { ...outer, inner: nested(inside) })
  }
  return marks
}
