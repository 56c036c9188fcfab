import { describe, expect, it } from 'vitest'
import { buildCollection } from '../../scripts/collection.ts'
import { loadTools } from '../../scripts/tools.ts'
import { tilingFaults } from '../../src/corpus/bead.ts'
import { formatFault } from '../../src/corpus/fault.ts'
import { byLang, langs, type Lang } from '../../src/corpus/lang.ts'
import type { Corpus, Row } from '../../src/corpus/notice.ts'
import { undoEdits } from '../../src/corpus/replay.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { searchCorpora } from '../../src/search/corpora.ts'
import { checkNotice } from '../../src/check/index.ts'
import { contentFolder } from '../support/content.ts'

const tools = loadTools()
const base = {
  'collection.yaml': 'title:\n  en: Notices\n  zh-Hant: 通知\n',
  'notices/a-plan/notice.yaml': 'titles:\n  en: A plan\n  zh-Hant: 計劃\n',
}
const rows = 'The hospital opens in 2021. It is new.\t醫院於2021年啟用。\nIt has 750 beds.\t設有750張病床。\n'

async function build(files: Readonly<Record<string, string | Uint8Array>>) {
  const { notices, faults } = await buildCollection(contentFolder({ ...base, ...files }), tools)
  return { built: notices[0], faults: faults.map(formatFault) }
}

async function corpusFrom(files: Readonly<Record<string, string | Uint8Array>>): Promise<Corpus> {
  const { built, faults } = await build(files)
  if (built === undefined) throw new Error(faults.join('\n'))
  return built.corpus
}

function textOf({ sides }: Corpus, row: Row, lang: Lang): string {
  const { text, paragraphs } = sides[lang]
  return paragraphs
    .slice(row[lang].from, row[lang].to)
    .map(({ at }) => sliceRun(text, at))
    .join(' / ')
}

const shown = (corpus: Corpus): string[] =>
  corpus.rows.map((row) => `${row.id} | ${textOf(corpus, row, 'en')} | ${textOf(corpus, row, 'zh-Hant')}`)

describe('a notice that came aligned', () => {
  it('has the rows of its file, one sentence bead each, and sound beads', async () => {
    const corpus = await corpusFrom({
      'notices/a-plan/aligned.tsv': `${rows}Only English.\t\nTwo\\nparagraphs.\t一段。\n`,
    })
    expect(shown(corpus)).toEqual([
      'p1 | The hospital opens in 2021. It is new. | 醫院於2021年啟用。',
      'p2 | It has 750 beds. | 設有750張病床。',
      'p3 | Only English. | ',
      'p4 | Two / paragraphs. | 一段。',
    ])
    expect(corpus.rows.map(({ beads }) => beads.map(({ id, score }) => `${id} ${score}`))).toEqual([
      ['p1.1 1'],
      ['p2.1 1'],
      ['p3.1 1'],
      ['p4.1 1'],
    ])
    expect(corpus.sides.en.sentences).toHaveLength(6)
    expect(
      tilingFaults(
        corpus.rows,
        byLang((lang) => corpus.sides[lang].paragraphs.length),
      ),
    ).toEqual([])
    const beads = corpus.rows.flatMap((row) => row.beads)
    expect(
      tilingFaults(
        beads,
        byLang((lang) => corpus.sides[lang].sentences.length),
      ),
    ).toEqual([])
    expect(langs.map((lang) => [corpus.sides[lang].file, corpus.sides[lang].format])).toEqual([
      ['aligned.tsv', 'aligned'],
      ['aligned.tsv', 'aligned'],
    ])
  })

  it('is the same from TMX, whatever its encoding', async () => {
    const tmx = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>
      <tu tuid="p9"><tuv xml:lang="en"><seg>It has 750 beds.</seg></tuv><tuv xml:lang="zh-HK"><seg>設有750張病床。</seg></tuv></tu>
    </body></tmx>`
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${tmx}`, 'utf16le'))
    const corpus = await corpusFrom({ 'notices/a-plan/aligned.tmx': utf16 })
    expect(shown(corpus)).toEqual(['p9 | It has 750 beds. | 設有750張病床。'])
    expect(corpus.sides.en.encoding).toBe('utf-16le')
  })

  it('has terms, findings and search like any other', async () => {
    const corpus = await corpusFrom({
      'terms.yaml': 'terms:\n  - { id: bed, en: bed, zh-Hant: 病床 }\n',
      'notices/a-plan/aligned.tsv': rows.replace('設有750', '設有760'),
    })
    expect(corpus.sides['zh-Hant'].marks).toHaveLength(1)
    expect(corpus.terms.map(({ id }) => id)).toEqual(['bed'])
    expect(checkNotice(corpus, loadTools()).map(({ sentence }) => sentence)).toEqual(['p2.1'])
    expect((await searchCorpora([corpus], '啟用')).hits.map(({ id }) => id)).toEqual(['p1'])
  })

  it('is recovered, can be undone, and takes declared corrections', async () => {
    const tsv = 'Beds &amp; wards are 30.\t病房有30張 病床。\n\t設備\ufffd床\n'
    const notice = `${base['notices/a-plan/notice.yaml']}sides:
  en: { site: A site }
  zh-Hant: { corrections: [{ was: 病房有, is: 病室有, reason: the print }, { was: 關閉, is: 開, reason: gone }] }
`
    const { built, faults } = await build({ 'notices/a-plan/aligned.tsv': tsv, 'notices/a-plan/notice.yaml': notice })
    const corpus = built?.corpus
    if (corpus === undefined) throw new Error(faults.join('\n'))
    expect(corpus.sides.en.text).toBe('Beds & wards are 30.\n')
    expect(corpus.sides.en.provenance).toEqual({ site: 'A site' })
    expect(undoEdits(corpus.sides.en.text, corpus.sides.en.edits)).toBe('Beds &amp; wards are 30.\n')
    expect(corpus.sides['zh-Hant'].text).toMatch(/^病室有30張/u)
    expect(faults).toEqual([
      expect.stringMatching(/^notices\/a-plan\/aligned\.tsv:2:2: Damage that could not be undone/u),
      expect.stringMatching(/^notices\/a-plan\/notice\.yaml:6:\d+: This correction is stale/u),
    ])
  })

  it('carries ids by the ledger, and gives those that the file names', async () => {
    const first = await build({ 'notices/a-plan/aligned.tsv': rows })
    const ids = JSON.stringify(first.built?.ledger)
    const moved = await build({
      'notices/a-plan/ids.json': ids,
      'notices/a-plan/aligned.tsv': `A new row.\t新的一行。\tp40\n${rows.split('\n').reverse().join('\n')}\nLast of all.\t最後一行。\n`,
    })
    expect(moved.built?.corpus.rows.map(({ id }) => id)).toEqual(['p40', 'p2', 'p1', 'p41'])
    const swapped = await build({
      'notices/a-plan/ids.json': ids,
      'notices/a-plan/aligned.tsv': rows.replace('啟用。', '啟用。\tp2').replace('病床。', '病床。\tp1'),
    })
    expect(swapped.built?.corpus.rows.map(({ id }) => id)).toEqual(['p2', 'p1'])
  })

  it.each<[name: string, files: Readonly<Record<string, string>>, faults: RegExp[]]>([
    [
      'a missing column',
      { 'aligned.tsv': 'A\t一\nB\n' },
      [/aligned\.tsv:2:2: This line has 1 column and lacks zh-Hant\. Part/u],
    ],
    [
      'broken XML',
      { 'aligned.tmx': '<tmx version="1.4">\n<body>' },
      [/aligned\.tmx:2:1: This is not well-formed XML/u],
    ],
    [
      'languages that changed places',
      { 'aligned.tsv': '醫院於2021年啟用。\tThe hospital opens in 2021.\n設有750張病床。\tIt has 750 beds.\n' },
      [/^notices\/a-plan\/aligned\.tsv: The languages look swapped: .* Name the columns in a first line/u],
    ],
    [
      'one language in both columns',
      { 'aligned.tsv': 'It opens.\tIt opens.\nIt has beds.\tIt has beds.\n' },
      [/^notices\/a-plan\/aligned\.tsv: 2 of 2 segments stand word for word on both sides/u],
    ],
    ['one language only', { 'aligned.tsv': 'A\t\nB\t\n' }, [/aligned\.tsv: Nothing is there of the zh-Hant side/u]],
    ['an empty file', { 'aligned.tsv': '' }, [/aligned\.tsv:?.*: The file is empty/u]],
    [
      'two aligned texts',
      { 'aligned.tsv': rows, 'aligned.tmx': '<tmx/>' },
      [/a-plan: This notice has more texts than one: .*tsv, .*tmx/u],
    ],
    [
      'an aligned text beside a side',
      { 'aligned.tsv': rows, 'en.txt': 'A' },
      [/a-plan: This notice has more texts than one/u],
    ],
    [
      'what only a side can have',
      {
        'aligned.tsv': rows,
        'notice.yaml':
          'titles: { en: { text: A, by: source }, zh-Hant: 甲 }\ndrop: auto\nsides:\n  en: { file: x.txt, encoding: big5 }\n  zh-Hant: { drop: auto }\n',
      },
      [
        /:2:1: “drop” has nothing/u,
        /:4:9: “sides\.en\.file”/u,
        /:4:22: “sides\.en\.encoding”/u,
        /:1:26: “titles\.en\.by”/u,
        /:5:14: “sides\.zh-Hant\.drop”/u,
      ],
    ],
    [
      'decisions about an alignment',
      {
        'aligned.tsv': rows,
        'beads.json':
          '{"schema":"duidu-beads","version":1,"pins":[{"kind":"bead","level":"sentence","en":["A"],"zh-Hant":[]}]}',
      },
      [/beads\.json: Decisions about an alignment have no effect/u],
    ],
  ])('says where there is %s', async (_name, files, faults) => {
    const inFolder = Object.fromEntries(Object.entries(files).map(([name, text]) => [`notices/a-plan/${name}`, text]))
    const found = await build(inFolder)
    expect(found.faults).toHaveLength(faults.length)
    faults.forEach((fault, at) => expect(found.faults[at]).toMatch(fault))
  })

  it('tells fifty of a thousand faults, and how many more there are', async () => {
    const { faults } = await build({ 'notices/a-plan/aligned.tsv': 'A line without a tab\n'.repeat(1000) })
    expect(faults).toHaveLength(51)
    expect(faults[50]).toMatch(/:51:21: 950 more places/u)
  })

  it('builds with ten thousand rows', { timeout: 60_000 }, async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, at) => `Ward ${at} has ${at % 90} beds.\t第${at}病房有${at % 90}張病床。\n`,
    )
    const corpus = await corpusFrom({
      'terms.yaml': 'terms:\n  - { id: bed, en: bed, zh-Hant: 病床 }\n',
      'notices/a-plan/aligned.tsv': many.join(''),
    })
    expect(corpus.rows).toHaveLength(10_000)
    expect(corpus.rows[9_999]?.id).toBe('p10000')
    expect(corpus.sides['zh-Hant'].marks).toHaveLength(10_000)
  })
})
