import { buildNotice, type BuiltNotice, type BuildTools } from '../../../src/build/pipeline.ts'
import { byLang, type ByLang } from '../../../src/corpus/lang.ts'
import type { Ledger } from '../../../src/corpus/ledger.ts'
import type { Corpus } from '../../../src/corpus/notice.ts'
import { sliceRun } from '../../../src/corpus/run.ts'
import type { TermEntry } from '../../../src/corpus/term.ts'
import { readContent } from '../../collection.ts'

/**
 * A parallel text by itself, to be broken and built again and again: both sides as plain text, a paragraph a line. A
 * copy goes the way that every notice goes, its alignment included, so that what a breakage does to the beads counts.
 */
export type ParallelText = {
  readonly name: string
  readonly sides: ByLang<string>
  readonly terms: readonly TermEntry[]
}

/** Lines of two columns, English and Chinese; an empty column is a paragraph that the side lacks. */
export function parseParallel(name: string, tsv: string, terms: readonly TermEntry[]): ParallelText {
  const rows = tsv.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const column = (at: number): string => rows.flatMap((row) => row.split('\t')[at] || []).join('\n')
  return { name, sides: { en: column(0), 'zh-Hant': column(1) }, terms }
}

/** The kept paragraphs of a notice, or of gold beads, as a text by itself. */
export function parallelOf(name: string, corpus: Corpus, terms: readonly TermEntry[]): ParallelText {
  const sides = byLang((lang) => {
    const { text, paragraphs } = corpus.sides[lang]
    return paragraphs.map(({ at }) => sliceRun(text, at).replaceAll('\n', ' ')).join('\n')
  })
  return { name, sides, terms }
}

/** Builds a copy. The ledger of the intact one keeps the ids of what stays. Throws on a text that can't be built. */
export function buildCopy({ sides, terms }: ParallelText, tools: BuildTools, ledger: Ledger | null): BuiltNotice {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const { content, faults } = readContent(
    new Map([
      ['collection.yaml', bytes('title:\n  en: Copies\n  zh-Hant: 副本\n')],
      ['notices/copy/notice.yaml', bytes('titles:\n  en: A copy\n  zh-Hant: 副本\n')],
      ['notices/copy/en.txt', bytes(sides.en)],
      ['notices/copy/zh-Hant.txt', bytes(sides['zh-Hant'])],
    ]),
  )
  const [spec] = content?.notices ?? []
  if (spec === undefined) throw new Error(`a copy can't be read: ${JSON.stringify(faults)}`)
  const result = buildNotice({ spec, terms, ledger, editions: null, pins: [], accepted: [], pooled: null }, tools)
  if (!result.ok) throw new Error(`a copy can't be built: ${JSON.stringify(result.faults)}`)
  return result.notice
}
