import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCollection, type BuiltCollection } from '../../scripts/collection.ts'
import { loadTools } from '../../scripts/tools.ts'
import { beadShape, tilingFaults } from '../../src/corpus/bead.ts'
import { langs, type ByLang, type Lang } from '../../src/corpus/lang.ts'
import type { Corpus, Side } from '../../src/corpus/notice.ts'
import { undoEdits } from '../../src/corpus/replay.ts'
import { indices, sliceRun } from '../../src/corpus/run.ts'
import { corpusSchema } from '../../src/corpus/schema/files.ts'
import { checkout, firstNotice, ownContent } from '../support/content.ts'

const goldFile = join(checkout, '../shared/notice/gold.json')

type Gold = {
  title: { en: string }
  published: string
  dropped: ByLang<string[]>
  paragraphs: ByLang<string[]>
  paragraphBeads: ByLang<number[]>[]
  sentenceBeads: ByLang<number[]>[]
  recovered: { damaged: string; text: string }[]
  strippedReadings: number
  terms: ByLang<string>[]
}

let built: BuiltCollection
let corpus: Corpus

beforeAll(async () => {
  built = await buildCollection(ownContent, loadTools())
  const first = built.notices.find(({ corpus: { id } }) => id === firstNotice)
  if (first === undefined) throw new Error('the first notice was not built')
  corpus = first.corpus
})

describe('the first notice', () => {
  it('has nothing wrong with it, and needs no new id', () => {
    expect(built.faults).toEqual([])
    expect(built.notices.map(({ grown }) => grown)).toEqual([false])
  })

  it('has 9 rows, 7 of shape 1-1 and 2 of 1-2, under ids that must never change', () => {
    expect(corpus.rows.map((row) => `${row.id} ${beadShape(row)}`)).toEqual([
      'p1 1-1',
      'p2 1-1',
      'p3 1-1',
      'p4 1-1',
      'p5 1-2',
      'p6 1-1',
      'p7 1-2',
      'p8 1-1',
      'p9 1-1',
    ])
    expect(corpus.rows.flatMap((row) => row.beads.map((bead) => `${bead.id} ${beadShape(bead)}`))).toEqual([
      'p1.1 1-1',
      'p2.1 1-1',
      'p3.1 1-1',
      'p4.1 1-1',
      'p5.1 1-1',
      'p5.2 1-1',
      'p6.1 2-1',
      'p7.1 1-1',
      'p7.2 1-1',
      'p8.1 1-1',
      'p9.1 1-1',
      'p9.2 1-1',
    ])
  })

  it('is a corpus file by its published schema', () => {
    expect(corpusSchema.safeParse(JSON.parse(JSON.stringify(corpus))).error).toBeUndefined()
  })

  it.each(langs)('loses nothing of the %s source', (lang) => {
    const side = corpus.sides[lang]
    const source = readFileSync(join(ownContent, 'notices', firstNotice, side.file), 'utf8')
    expect(undoEdits(side.text, side.edits)).toBe(source)
    const covered = [...side.paragraphs, ...side.dropped].map(({ at }) => at).sort((a, b) => a.from - b.from)
    expect(gaps(side.text, covered)).toMatch(/^\s*$/u)
  })

  it('tiles both sides with rows, and with sentence beads', () => {
    const count = (key: 'paragraphs' | 'sentences') => ({
      en: corpus.sides.en[key].length,
      'zh-Hant': corpus.sides['zh-Hant'][key].length,
    })
    expect(tilingFaults(corpus.rows, count('paragraphs'))).toEqual([])
    expect(
      tilingFaults(
        corpus.rows.flatMap((row) => row.beads),
        count('sentences'),
      ),
    ).toEqual([])
  })
})

describe.skipIf(!existsSync(goldFile))('the first notice against its gold (needs ../shared)', () => {
  const gold = (): Gold => JSON.parse(readFileSync(goldFile, 'utf8')) as Gold

  it.each(langs)('keeps the %s paragraphs exactly', (lang) => {
    expect(texts(corpus.sides[lang])).toEqual(gold().paragraphs[lang])
  })

  it.each(langs)('drops what is no part of the %s text, and lifts the title', (lang) => {
    const { text, dropped } = corpus.sides[lang]
    const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '')
    const shown = dropped.filter(({ title }) => title !== true).map(({ at }) => plain(sliceRun(text, at)))
    expect(shown).toEqual(gold().dropped[lang].map(plain))
    const title = dropped.filter((block) => block.title === true).map(({ at }) => sliceRun(text, at))
    expect(title).toEqual(lang === 'en' ? [gold().title.en] : [])
    expect(corpus.published).toBe(gold().published)
  })

  it('has the gold beads at both levels', () => {
    const fromOne = (bead: Corpus['rows'][number]['beads'][number] | Corpus['rows'][number]) => ({
      en: indices(bead.en).map((at) => at + 1),
      'zh-Hant': indices(bead['zh-Hant']).map((at) => at + 1),
    })
    expect(corpus.rows.map(fromOne)).toEqual(gold().paragraphBeads)
    expect(corpus.rows.flatMap((row) => row.beads).map(fromOne)).toEqual(gold().sentenceBeads)
  })

  it('undoes the seven slips and strips every reading', () => {
    const { edits } = corpus.sides['zh-Hant']
    const slips = edits.filter(({ kind }) => kind === 'slip')
    expect(slips).toHaveLength(gold().recovered.length)
    slips.forEach((slip, at) => {
      expect(slip.proof?.again).toBe(slip.was)
      expect(gold().recovered[at]?.text).toContain(slip.is)
    })
    expect(edits.filter(({ kind }) => kind === 'reading')).toHaveLength(gold().strippedReadings)
  })

  it('marks the gold terms on both sides of the same rows', () => {
    const missing = gold().terms.filter((pair) => {
      const rows = langs.map((lang) => new Set(rowsOf(lang, pair[lang])))
      return ![...(rows[0] ?? [])].some((row) => rows[1]?.has(row))
    })
    expect(missing).toEqual([])
  })
})

function texts(side: Side): string[] {
  return side.paragraphs.map(({ at }) => sliceRun(side.text, at))
}

/** Rows in which a mark covers these words. */
function rowsOf(lang: Lang, words: string): string[] {
  const { text, marks, paragraphs } = corpus.sides[lang]
  const places = marks
    .filter(({ at }) => sliceRun(text, at).toLowerCase().includes(words.toLowerCase()))
    .map(({ at }) => paragraphs.findIndex((paragraph) => paragraph.at.from <= at.from && at.to <= paragraph.at.to))
  return corpus.rows.filter((row) => places.some((p) => row[lang].from <= p && p < row[lang].to)).map(({ id }) => id)
}

function gaps(text: string, covered: readonly { readonly from: number; readonly to: number }[]): string {
  let at = 0
  let between = ''
  for (const { from, to } of covered) {
    between += text.slice(at, from)
    at = to
  }
  return between + text.slice(at)
}
