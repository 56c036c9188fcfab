import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { rowId, sentenceId, parseNoticeId } from '../../src/corpus/ids.ts'
import { byLang, type ByLang, type Lang } from '../../src/corpus/lang.ts'
import type { Corpus, Row, Side } from '../../src/corpus/notice.ts'
import type { Run } from '../../src/corpus/run.ts'
import { versions } from '../../src/corpus/version.ts'

/** Every document below a folder of gold alignments, as a corpus whose rows are the gold beads. */
export function readGold(folder: string, sets: readonly string[]): Corpus[] {
  return sets.flatMap((set) =>
    readdirSync(join(folder, set))
      .sort()
      .map((name) => readDocument(join(folder, set, name), `${set}-${name}`)),
  )
}

function readDocument(folder: string, name: string): Corpus {
  const lines = (file: string): string[] => readFileSync(join(folder, file), 'utf8').replace(/\n$/u, '').split('\n')
  const segments = { en: lines('en.txt'), 'zh-Hant': lines('zh.txt') }
  const id = parseNoticeId(name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'))
  if (id === null) throw new Error(`${name} gives no notice id`)
  return {
    ...versions.corpus,
    id,
    titles: { en: { text: name, by: 'editor' }, 'zh-Hant': { text: name, by: 'editor' } },
    sides: byLang((lang) => sideOf(lang, segments[lang])),
    rows: rowsOf(lines('gold.txt').filter((line) => line !== '')),
    retired: [],
    terms: [],
  }
}

function sideOf(lang: Lang, segments: readonly string[]): Side {
  let at = 0
  const sentences = segments.map((segment): Run => {
    const from = at
    at += segment.length + 1
    return { from, to: from + segment.length }
  })
  return {
    lang,
    provenance: {},
    file: `${lang}.txt`,
    format: 'plain',
    encoding: 'utf-8',
    sha256: '',
    text: segments.join('\n'),
    edits: [],
    unresolved: [],
    dropped: [],
    paragraphs: sentences.map((run, index) => ({
      kind: 'paragraph',
      at: run,
      sentences: { from: index, to: index + 1 },
    })),
    sentences,
    marks: [],
  }
}

/** A line is `[en indices]:[zh indices]`, ascending. An empty side stands where the last one ended. */
function rowsOf(lines: readonly string[]): Row[] {
  const ends: Record<Lang, number> = { en: 0, 'zh-Hant': 0 }
  return lines.map((line, index) => {
    const [en = '', zh = ''] = line.split(':').map((part) => part.replace(/[[\]\s]/gu, ''))
    const given: ByLang<string> = { en, 'zh-Hant': zh }
    const runs = byLang((lang): Run => {
      const numbers = given[lang] === '' ? [] : given[lang].split(',').map(Number)
      const [from = ends[lang]] = numbers
      ends[lang] = from + numbers.length
      return { from, to: from + numbers.length }
    })
    const id = rowId(index + 1)
    return { id, ...runs, score: 1, beads: [{ id: sentenceId(id, 1), ...runs, score: 1 }] }
  })
}
