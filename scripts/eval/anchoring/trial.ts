import { figuresOf } from '../../../src/annotations/figures.ts'
import type { Ground } from '../../../src/annotations/ground.ts'
import { sliceRun, type Run } from '../../../src/corpus/run.ts'
import type { Chance } from './random.ts'

/** What became of annotated words, and of the annotation. See the head of `anchoring.ts`. */
export type Fate = 'kept' | 'edited' | 'gone'
export type Outcome = 'right' | 'wrong' | 'orphan'

/** Numbers of the word characters in a run; signs, spaces and readings in brackets don't count. */
export function wordIds(text: string, ids: readonly number[], run: Run): number[] {
  const around = { from: Math.max(0, run.from - longestReading), to: run.to + longestReading }
  const readings = [...sliceRun(text, around).matchAll(reading)].map(({ index, 0: whole }) => ({
    from: around.from + index,
    to: around.from + index + whole.length,
  }))
  const found: number[] = []
  for (let at = run.from; at < run.to; at += 1) {
    const id = ids[at] ?? 0
    if (id === 0 || id === found.at(-1) || !isWord(text, at)) continue
    if (!readings.some(({ from, to }) => from <= at && at < to)) found.push(id)
  }
  return found
}

const longestReading = 10
const reading = /\([^()]{0,8}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ][^()]{0,8}\)/gu

function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) || /[\udc00-\udfff]/.test(text[at] ?? '')
}

/**
 * `kept`: all words stand one behind the other, with no other word among them and the same digits at their ends.
 * `edited`: at least half of them are left. `gone`: fewer.
 */
export function fateOf(words: readonly number[], text: string, ids: readonly number[], figures: string): Fate {
  const own = new Set(words)
  const places = ids.flatMap((id, at) => (own.has(id) ? [at] : []))
  const left = new Set(places.map((at) => ids[at])).size
  const from = Math.min(...places)
  const run = { from, to: Math.max(...places) + 1 }
  if (left === own.size && wordIds(text, ids, run).join() === words.join())
    return figuresWithTouching(text, run) === figures ? 'kept' : 'edited'
  return left * 2 >= own.size ? 'edited' : 'gone'
}

/** The figures of a run, with digits that touch it from outside. */
export function figuresWithTouching(text: string, { from, to }: Run): string {
  let start = from
  let end = to
  while (isDigit(text[start]) && isDigit(text[start - 1])) start -= 1
  while (isDigit(text[end - 1]) && isDigit(text[end])) end += 1
  return figuresOf(text.slice(start, end))
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /[0-9]/.test(character)
}

/** Least share of an edited quote's place that must be its own words. */
const mostlyOwn = 0.75

export function outcomeOf(
  at: Run | null,
  fate: Fate,
  words: readonly number[],
  text: string,
  ids: readonly number[],
  figures: string,
): Outcome {
  if (at === null) return 'orphan'
  const found = wordIds(text, ids, at)
  if (fate === 'kept') return found.join() === words.join() ? 'right' : 'wrong'
  const own = new Set(words)
  const share = found.filter((id) => own.has(id)).length / Math.max(1, found.length)
  return fate === 'edited' && share >= mostlyOwn && figuresWithTouching(text, at) === figures ? 'right' : 'wrong'
}

/** Words to annotate, as readers choose them: a term, a phrase, a sentence, several, over a paragraph's end. */
export function quoteRun(ground: Ground, chance: Chance): { readonly run: Run; readonly kind: 'words' | 'row' } {
  const row = chance.one(ground.rows)
  const kind = chance.share()
  if (kind < 0.08) return { run: row.at, kind: 'row' }
  if (kind < 0.2) return { run: chance.one(ground.beads).at, kind: 'words' }
  const lengths =
    kind < 0.24 ? [1, 1] : kind < 0.4 ? [2, 4] : kind < 0.75 ? [5, 12] : kind < 0.95 ? [13, 40] : [60, 200]
  const latin = ground.lang === 'en' ? 3 : 1
  const length = chance.whole((lengths[0] ?? 2) * latin, (lengths[1] ?? 4) * latin)
  const from = chance.whole(row.at.from, Math.max(row.at.from, row.at.to - length))
  return { run: atWords(ground, { from, to: Math.min(ground.text.length, from + length) }), kind: 'words' }
}

/** English words are taken whole, as a double click takes them. */
function atWords({ text, lang }: Ground, { from, to }: Run): Run {
  if (lang !== 'en') return { from, to }
  let start = from
  let end = to
  while (start > 0 && /\w/.test(text[start - 1] ?? '') && /\w/.test(text[start] ?? '')) start -= 1
  while (/\w/.test(text[end - 1] ?? '') && /\w/.test(text[end] ?? '')) end += 1
  return { from: start, to: end }
}
