import type { NoticeId, RowId, SentenceId } from '../corpus/ids.ts'
import type { Lang } from '../corpus/lang.ts'
import type { Corpus, RetiredId, Side } from '../corpus/notice.ts'
import { overlaps, runLength, type Run } from '../corpus/run.ts'
import { pointsOf, type Points } from './points.ts'
import { wordsOf, type Words } from './words.ts'

/**
 * What annotations of one side are described and anchored in: its kept text, where rows and sentence beads lie in it,
 * and its words. Made once for a side (a few milliseconds for 50,000 characters) and asked for each annotation.
 *
 * Units  `at` counts UTF-16 code units of the side's text, `words` counts units of `words.text`.
 */
export type Ground = {
  readonly notice: NoticeId
  readonly lang: Lang
  readonly text: string
  readonly version: string
  readonly points: Points
  /** Kept paragraphs in order. */
  readonly paragraphs: readonly Run[]
  readonly words: Words
  /** Offsets in `words.text` at which a paragraph begins, and its end. */
  readonly edges: ReadonlySet<number>
  /** In the order of this side's text; those without text on this side are left out. */
  readonly rows: readonly Placed<RowId>[]
  readonly beads: readonly Placed<SentenceId>[]
  readonly byId: ReadonlyMap<string, Placed<RowId | SentenceId>>
  readonly retired: ReadonlyMap<string, RetiredId>
}

export type Placed<Id> = { readonly id: Id; readonly at: Run; readonly words: Run }

export function groundOf(corpus: Corpus, lang: Lang): Ground {
  const { text, paragraphs: blocks, sentences } = corpus.sides[lang]
  const paragraphs = blocks.map(({ at }) => at)
  const words = wordsOf(text, paragraphs)
  const toWords = (at: Run): Run => ({ from: firstFrom(words.starts, at.from), to: firstFrom(words.starts, at.to) })
  const placed = <Id>(id: Id, segments: readonly Run[], run: Run): Placed<Id>[] => {
    const first = segments[run.from]
    const last = segments[run.to - 1]
    if (runLength(run) === 0 || first === undefined || last === undefined) return []
    const at = { from: first.from, to: last.to }
    return [{ id, at, words: toWords(at) }]
  }
  const inOrder = (a: Placed<unknown>, b: Placed<unknown>): number => a.at.from - b.at.from
  const rows = corpus.rows.flatMap((row) => placed(row.id, paragraphs, row[lang])).sort(inOrder)
  const beads = corpus.rows
    .flatMap((row) => row.beads.flatMap((bead) => placed(bead.id, sentences, bead[lang])))
    .sort(inOrder)
  return {
    notice: corpus.id,
    lang,
    text,
    version: versionOf(corpus.sides[lang]),
    points: pointsOf(text),
    paragraphs,
    words,
    edges: new Set([...paragraphs.map(({ from }) => firstFrom(words.starts, from)), words.text.length]),
    rows,
    beads,
    byId: new Map([...rows, ...beads].map((one) => [one.id, one])),
    retired: new Map(corpus.retired.map((one) => [one.id, one])),
  }
}

/**
 * 64 bits, as hex, that stand for a side's text as it is read: the same exactly when text and kept blocks are the same
 * (FNV-1a with two seeds; it tells versions apart and proves nothing).
 */
function versionOf({ text, paragraphs }: Pick<Side, 'text' | 'paragraphs'>): string {
  const hashes = [0x811c9dc5, 0x9747b28c]
  const take = (unit: number): void => {
    for (const [index, hash] of hashes.entries()) hashes[index] = Math.imul(hash ^ unit, 0x01000193)
  }
  for (let at = 0; at < text.length; at += 1) take(text.charCodeAt(at))
  for (const { at } of paragraphs) for (const edge of [at.from, at.to]) [edge & 0xffff, edge >>> 16].forEach(take)
  return hashes.map((hash) => (hash >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The words of a run as they are written: paragraphs parted by a line feed, what was dropped left out. */
export function writtenIn({ text, paragraphs }: Ground, run: Run): string {
  const parts: string[] = []
  for (let index = firstEndingAfter(paragraphs, run.from); index < paragraphs.length; index += 1) {
    const at = paragraphs[index]
    if (at === undefined || at.from >= run.to) break
    parts.push(text.slice(Math.max(at.from, run.from), Math.min(at.to, run.to)))
  }
  return parts.join('\n')
}

/** A run without what was dropped and without white space at its ends; `null` when nothing is left of it. */
export function trimmedRun({ text, paragraphs }: Ground, run: Run): Run | null {
  let from: number | null = null
  let to = run.from
  for (let index = firstEndingAfter(paragraphs, run.from); index < paragraphs.length; index += 1) {
    const at = paragraphs[index]
    if (at === undefined || at.from >= run.to) break
    const start = Math.max(at.from, run.from)
    const part = text.slice(start, Math.min(at.to, run.to))
    if (part.trim() === '') continue
    from ??= start + part.length - part.trimStart().length
    to = start + part.trimEnd().length
  }
  return from === null ? null : { from, to }
}

/** The rows or beads that a run touches, in the order of the text. */
export function touched<Id>(list: readonly Placed<Id>[], run: Run): Placed<Id>[] {
  const first = lowest(list.length, (index) => (list[index]?.at.to ?? 0) > run.from)
  const found: Placed<Id>[] = []
  for (let index = first; index < list.length; index += 1) {
    const one = list[index]
    if (one === undefined || one.at.from >= run.to) break
    if (overlaps(one.at, run)) found.push(one)
  }
  return found
}

/** The first index of a sorted list whose value is at least `value`. */
export function firstFrom(sorted: Uint32Array, value: number): number {
  return lowest(sorted.length, (index) => (sorted[index] ?? 0) >= value)
}

function firstEndingAfter(paragraphs: readonly Run[], offset: number): number {
  return lowest(paragraphs.length, (index) => (paragraphs[index]?.to ?? 0) > offset)
}

/** The first index for which `holds` is true; it stays true from there on. */
function lowest(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
