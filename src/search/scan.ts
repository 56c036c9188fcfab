import type { NoticeId, RowId } from '../corpus/ids.ts'
import { langs, type Lang } from '../corpus/lang.ts'
import type { Corpus, Row, Side } from '../corpus/notice.ts'
import { type Run } from '../corpus/run.ts'
import { foldMapped, unfoldRun, type Folded } from '../text/fold.ts'

/** A paragraph bead in which a query was found. `from` and `to` count UTF-16 units of the side's text. */
export type Hit = {
  readonly notice: NoticeId
  readonly id: RowId
  readonly matches: readonly (Run & { readonly lang: Lang })[]
  readonly score: number
  /** Why it was found. */
  readonly reason: 'exact' | 'folded' | 'term'
}

export type SearchAnswer = { readonly hits: readonly Hit[]; readonly message?: string }

/**
 * Finds the rows that hold a phrase, by reading all of them: the right way below a thousand rows or so.
 *
 * Case, width and script are folded, and white space and punctuation between Han characters do not count. A Latin
 * query begins at a word's start. A query that is a term of an entry finds the entry's other terms as well.
 * Score     matches in the row, those that stand exactly as typed counted twice; best first, then in reading order.
 */
export function scan(corpora: readonly Corpus[], query: string): SearchAnswer {
  const phrase = query.trim()
  if (signs(foldMapped(phrase)).keys === '')
    return { hits: [], message: 'The query has no letter, digit or character to look for.' }
  const hits = corpora.flatMap((corpus) => {
    const phrases = [phrase, ...sameConcept(corpus, phrase)]
    const index = new Map(langs.map((lang) => [lang, corpus.sides[lang]] as const))
    return corpus.rows.flatMap((row) => hitOf(corpus.id, row, index, phrases))
  })
  return { hits: hits.sort((a, b) => b.score - a.score) }
}

function hitOf(notice: NoticeId, row: Row, sides: ReadonlyMap<Lang, Side>, phrases: readonly string[]): Hit[] {
  const matches: (Run & { lang: Lang })[] = []
  let score = 0
  let reason: Hit['reason'] = 'term'
  for (const lang of langs) {
    const side = sides.get(lang)
    const at = side === undefined ? null : rowRun(side, row[lang])
    if (side === undefined || at === null) continue
    const text = side.text.slice(at.from, at.to)
    phrases.forEach((phrase, rank) => {
      for (const found of occurrences(text, phrase)) {
        const run = { from: at.from + found.from, to: at.from + found.to }
        if (matches.some((other) => other.lang === lang && other.from < run.to && run.from < other.to)) continue
        matches.push({ lang, ...run })
        const exact = rank === 0 && text.slice(found.from, found.to) === phrase
        score += exact ? 2 : rank === 0 ? 1 : 0.5
        if (exact) reason = 'exact'
        else if (rank === 0 && reason === 'term') reason = 'folded'
      }
    })
  }
  matches.sort((a, b) => langs.indexOf(a.lang) - langs.indexOf(b.lang) || a.from - b.from)
  return matches.length === 0 ? [] : [{ notice, id: row.id, matches, score, reason }]
}

/** The run of a row's paragraphs in the side's text; `null` when the side is unmatched there. */
function rowRun(side: Side, paragraphs: Run): Run | null {
  const first = side.paragraphs[paragraphs.from]
  const last = side.paragraphs[paragraphs.to - 1]
  return first === undefined || last === undefined || paragraphs.from === paragraphs.to
    ? null
    : { from: first.at.from, to: last.at.to }
}

function sameConcept(corpus: Corpus, phrase: string): string[] {
  const key = signs(foldMapped(phrase)).keys
  return corpus.terms
    .map((entry) => langs.flatMap((lang) => entry.terms[lang].map((term) => term.text)))
    .filter((texts) => texts.some((text) => signs(foldMapped(text)).keys === key))
    .flat()
    .filter((text) => signs(foldMapped(text)).keys !== key)
}

function occurrences(text: string, phrase: string): Run[] {
  const folded = foldMapped(text)
  const hay = signs(folded)
  const needle = signs(foldMapped(phrase)).keys
  const runs: Run[] = []
  for (let at = hay.keys.indexOf(needle); at >= 0; at = hay.keys.indexOf(needle, at + needle.length)) {
    const from = hay.places[at] ?? 0
    const before = folded.text.slice(0, from)
    const startsWord = !/[\p{Script=Latin}\p{N}]$/u.test(before) || !/^[\p{Script=Latin}\p{N}]/u.test(needle)
    if (startsWord) runs.push(unfoldRun(folded, { from, to: (hay.places[at + needle.length - 1] ?? 0) + 1 }))
  }
  return runs
}

/**
 * What of a folded text counts for matching, with its place: letters, digits and `+`; a space only between two words
 * of an alphabet.
 */
function signs({ text }: Folded): { readonly keys: string; readonly places: readonly number[] } {
  let keys = ''
  const places: number[] = []
  for (const { 0: sign, index } of text.matchAll(/[\p{L}\p{M}\p{N}+]|[^\p{L}\p{M}\p{N}+]+/gu)) {
    const counts = /^[\p{L}\p{M}\p{N}+]/u.test(sign)
    const between = isAlphabetic(text[index - 1]) && isAlphabetic(text[index + sign.length])
    if (!counts && !between) continue
    const kept = counts ? sign : ' '
    keys += kept
    for (let unit = 0; unit < kept.length; unit += 1) places.push(index + unit)
  }
  return { keys, places }
}

function isAlphabetic(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{Script=Latin}\p{N}]/u.test(sign)
}
