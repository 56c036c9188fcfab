import type { Lang } from '../corpus/lang.ts'
import type { Side } from '../corpus/notice.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import type { Term, TermEntry, TermMark } from '../corpus/term.ts'
import { foldMapped, unfoldRun } from '../text/fold.ts'
import { buildAutomaton, findAll } from './automaton.ts'
import { baseForm } from './inflection.ts'

/** A symbol of a text, with the run that it stands for. */
type Symbol = { readonly key: string; readonly at: Run }

/**
 * Where the terms of a collection's entries occur in one side.
 *
 * English by whole words, plural and case folded, except that an abbreviation in capitals keeps its case (`WHO` is
 * no `who`). Chinese by characters, script and width folded. A mark never crosses a sentence's end.
 * Shapes  sorted and disjoint: of two that overlap the one that begins first is taken, of those the longest.
 * Units   UTF-16 code units of the side's text.
 */
export function markTerms(side: Pick<Side, 'lang' | 'text' | 'sentences'>, entries: readonly TermEntry[]): TermMark[] {
  const terms = entries.flatMap((entry) => entry.terms[side.lang].map((term) => ({ entry, term })))
  if (terms.length === 0) return []
  const numbers = new Map<string, number>()
  const number = (key: string): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  }
  const automaton = buildAutomaton(terms.map(({ term }) => symbols(term.text, side.lang).map(({ key }) => number(key))))
  return side.sentences.flatMap((sentence) => {
    const text = sliceRun(side.text, sentence)
    const units = symbols(text, side.lang)
    const occurrences = findAll(
      automaton,
      units.map(({ key }) => numbers.get(key) ?? -1),
    ).flatMap(({ pattern, from, to }) => {
      const hit = terms[pattern]
      const first = units[from]
      const last = units[to - 1]
      if (hit === undefined || first === undefined || last === undefined) return []
      const at = { from: first.at.from, to: last.at.to }
      if (!keepsCase(hit.term, sliceRun(text, at))) return []
      return [{ term: hit.entry.id, at: { from: sentence.from + at.from, to: sentence.from + at.to } }]
    })
    return longestFirst(occurrences)
  })
}

function symbols(text: string, lang: Lang): Symbol[] {
  const folded = foldMapped(text)
  const pattern =
    lang === 'en'
      ? /[\p{L}\p{N}]+(?:['’]s?(?![\p{L}\p{N}]))?|\+/gu
      : /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+|\+/gu
  return [...folded.text.matchAll(pattern)].map((match) => ({
    key: lang === 'en' ? baseForm(match[0]) : match[0],
    at: unfoldRun(folded, { from: match.index, to: match.index + match[0].length }),
  }))
}

/** An abbreviation in capitals is only itself in capitals. */
function keepsCase(term: Term, found: string): boolean {
  const isAcronym = /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(term.text)
  return !isAcronym || /^\P{Ll}*s?$/u.test(found)
}

function longestFirst(occurrences: readonly TermMark[]): TermMark[] {
  const sorted = [...occurrences].sort((a, b) => a.at.from - b.at.from || b.at.to - a.at.to)
  const marks: TermMark[] = []
  let end = 0
  for (const mark of sorted) {
    if (mark.at.from < end) continue
    marks.push(mark)
    end = mark.at.to
  }
  return marks
}
