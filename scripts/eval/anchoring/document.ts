import { nameRows } from '../../../src/corpus/carry.ts'
import { byLang, langs, type ByLang, type Lang } from '../../../src/corpus/lang.ts'
import type { Ledger } from '../../../src/corpus/ledger.ts'
import type { Corpus, Row, Side } from '../../../src/corpus/notice.ts'
import { indices, sliceRun, type Run } from '../../../src/corpus/run.ts'
import { versions } from '../../../src/corpus/version.ts'

/**
 * A notice whose characters can be followed through edits: each has a number of its own, which it keeps wherever it
 * goes and whatever it is converted to. What an edit puts in gets new numbers. So the true place of some words after
 * any edit is where their numbers stand.
 */
export type Cell = { readonly character: string; readonly id: number }
export type BeadCells = ByLang<readonly Cell[]>
export type RowCells = { readonly beads: readonly BeadCells[] }
export type Document = { readonly id: Corpus['id']; readonly rows: readonly RowCells[] }

/** Numbers for characters: those put in later must not have been given out. */
let nextId = 1

export function cellsOf(text: string): Cell[] {
  return [...text].map((character) => ({ character, id: nextId++ }))
}

export function textOfCells(cells: readonly Cell[]): string {
  return cells.map(({ character }) => character).join('')
}

/** A corpus as a document; `group` rows that stand together become one, as paragraphs hold several sentences. */
export function documentOf(corpus: Corpus, group: () => number): Document {
  const rows: RowCells[] = []
  for (let at = 0; at < corpus.rows.length;) {
    const size = group()
    const beads = corpus.rows.slice(at, at + size).flatMap((row) => row.beads)
    rows.push({ beads: beads.map((bead) => byLang((lang) => cellsOf(textOf(corpus.sides[lang], bead[lang], lang)))) })
    at += size
  }
  return { id: corpus.id, rows }
}

function textOf(side: Side, run: Run, lang: Lang): string {
  return indices(run)
    .map((index) => sliceRun(side.text, side.sentences[index] ?? { from: 0, to: 0 }))
    .join(gaps[lang])
}

/** What stands between two sentences of a paragraph. */
const gaps: ByLang<string> = { en: ' ', 'zh-Hant': '' }

export type Built = {
  readonly corpus: Corpus
  readonly ledger: Ledger
  /** For each UTF-16 unit of a side's text, the number of its character; 0 for what stands between sentences. */
  readonly ids: ByLang<readonly number[]>
}

/** The document as a build would publish it, its ids carried on from an earlier ledger as a build carries them. */
export function buildDocument(document: Document, old: Ledger | null): Built {
  const rows = document.rows.filter(({ beads }) => beads.some((bead) => langs.some((lang) => bead[lang].length > 0)))
  const naming = nameRows(
    rows.map(({ beads }) => ({ beads: beads.map((bead) => byLang((lang) => textOfCells(bead[lang]))) })),
    old,
  )
  const laid = byLang((lang) => layOut(rows, lang))
  const corpus: Corpus = {
    ...versions.corpus,
    id: document.id,
    titles: byLang(() => ({ text: document.id, by: 'editor' as const })),
    sides: byLang((lang) => laid[lang].side),
    rows: rows.map((row, at): Row => {
      const name = naming.names[at]
      if (name === undefined) throw new RangeError(`buildDocument: row ${at} has no name`)
      return {
        id: name.id,
        ...byLang((lang) => laid[lang].rows[at] ?? { from: 0, to: 0 }),
        score: 1,
        beads: row.beads.map((_, index) => ({
          id: name.beads[index] ?? ('' as never),
          ...byLang((lang) => laid[lang].beads[at]?.[index] ?? { from: 0, to: 0 }),
          score: 1,
        })),
      }
    }),
    retired: naming.retired,
    terms: [],
  }
  return { corpus, ledger: naming.ledger, ids: byLang((lang) => laid[lang].ids) }
}

type Laid = {
  readonly side: Side
  readonly ids: readonly number[]
  readonly rows: readonly Run[]
  readonly beads: readonly (readonly Run[])[]
}

/** One side's text: a paragraph a row, a line each. */
function layOut(rows: readonly RowCells[], lang: Lang): Laid {
  const parts: string[] = []
  const ids: number[] = []
  const sentences: Run[] = []
  const paragraphs: Side['paragraphs'][number][] = []
  const rowRuns: Run[] = []
  const beadRuns: Run[][] = []
  const put = (text: string, id: number): void => {
    parts.push(text)
    for (let units = text.length; units > 0; units -= 1) ids.push(id)
  }
  for (const { beads } of rows) {
    const first = sentences.length
    const from = ids.length
    const runs: Run[] = []
    for (const bead of beads) {
      const start = sentences.length
      if (bead[lang].length > 0) {
        if (sentences.length > first) put(gaps[lang], 0)
        const begin = ids.length
        for (const { character, id } of bead[lang]) put(character, id)
        sentences.push({ from: begin, to: ids.length })
      }
      runs.push({ from: start, to: sentences.length })
    }
    beadRuns.push(runs)
    const place = paragraphs.length
    if (sentences.length > first) {
      paragraphs.push({
        kind: 'paragraph',
        at: { from, to: ids.length },
        sentences: { from: first, to: sentences.length },
      })
      put('\n', 0)
    }
    rowRuns.push({ from: place, to: paragraphs.length })
  }
  const side: Side = {
    lang,
    provenance: {},
    file: `${lang}.txt`,
    format: 'plain',
    encoding: 'utf-8',
    sha256: '',
    text: parts.join(''),
    edits: [],
    unresolved: [],
    dropped: [],
    paragraphs,
    sentences,
    marks: [],
  }
  return { side, ids, rows: rowRuns, beads: beadRuns }
}
