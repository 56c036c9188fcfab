import { describe, expect, it } from 'vitest'
import { buildCollection } from '../../scripts/collection.ts'
import { loadTools } from '../../scripts/tools.ts'
import { langs } from '../../src/corpus/lang.ts'
import type { Corpus, Side } from '../../src/corpus/notice.ts'
import { undoEdits } from '../../src/corpus/replay.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { versions } from '../../src/corpus/version.ts'
import { contentFolder, smallContent } from '../support/content.ts'

const tools = loadTools()
const notice = 'notices/a-plan/notice.yaml'

async function build(changes: Readonly<Record<string, string | null>>) {
  const all: Record<string, string | null> = { ...smallContent, ...changes }
  const files = Object.entries(all).filter((file): file is [string, string] => file[1] !== null)
  const { notices, faults } = await buildCollection(contentFolder(Object.fromEntries(files)), tools)
  const corpus = notices[0]?.corpus
  if (corpus === undefined) throw new Error(JSON.stringify(faults))
  return { corpus, faults, built: notices[0] }
}

function shown({ text, paragraphs }: Side): string[] {
  return paragraphs.map(({ at, kind }) => `${kind}: ${sliceRun(text, at)}`)
}

const html = `<!doctype html><title>Site | Plan</title><nav>Home</nav><h2>Beds &amp; wards</h2>
<p>The hospital opens in <b>2021</b>.</p><ul><li>It has 750 beds.</li></ul><script>alert(1)</script>
<table><tr><th>Ward</th><th>Beds</th></tr><tr><td>A</td><td>30</td></tr></table>`
const markdown =
  '## 病床與病房\n\n醫院於**2021年**啟用。\n\n- 設有750張病床。\n\n| 病房 | 病床 |\n|---|---|\n| A | 30 |\n'

describe('buildNotice', () => {
  it('keeps headings, lists and tables of HTML and Markdown, and loses nothing', async () => {
    const { corpus } = await build({
      'notices/a-plan/en.txt': null,
      'notices/a-plan/zh-Hant.txt': null,
      'notices/a-plan/en.html': html,
      'notices/a-plan/zh-Hant.md': markdown,
      [notice]: `${smallContent[notice]}sides:\n  en:\n    drop: [{ text: Home, reason: navigation }]\n`,
    })
    expect(shown(corpus.sides.en)).toEqual([
      'heading: Beds & wards',
      'paragraph: The hospital opens in 2021.',
      'item: It has 750 beds.',
      'table-row: Ward\tBeds',
      'table-row: A\t30',
    ])
    expect(shown(corpus.sides['zh-Hant'])).toEqual([
      'heading: 病床與病房',
      'paragraph: 醫院於2021年啟用。',
      'item: 設有750張病床。',
      'table-row: 病房\t病床',
      'table-row: A\t30',
    ])
    expect(corpus.rows.map((row) => row.id)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5'])
    expect(undoEdits(corpus.sides.en.text, corpus.sides.en.edits)).toBe(html)
    expect(undoEdits(corpus.sides['zh-Hant'].text, corpus.sides['zh-Hant'].edits)).toBe(markdown)
  })

  it('drops by text and by pattern with the reason, and says when a rule drops nothing', async () => {
    const { corpus, faults } = await build({
      'notices/a-plan/en.txt': `Example site\n\n${smallContent['notices/a-plan/en.txt']}\nHits: 12\n`,
      [notice]: `${smallContent[notice]}sides:
  en:
    drop:
      - { text: 'Example  site', reason: site name }
      - { pattern: '^Hits', reason: counter }
      - { pattern: '^Never', reason: nothing }
`,
    })
    expect(corpus.sides.en.dropped.map(({ at, reason }) => `${reason}: ${sliceRun(corpus.sides.en.text, at)}`)).toEqual(
      ['site name: Example site', 'counter: Hits: 12'],
    )
    expect(faults).toMatchObject([
      { file: notice, line: 9, severity: 'warning', what: expect.stringContaining('drops nothing') },
    ])
  })

  it('proposes drops, and makes them when it is told to', async () => {
    const footer = '版權所有：某某公司\n'
    const zh = `${smallContent['notices/a-plan/zh-Hant.txt']}${footer}`
    const proposed = await build({ 'notices/a-plan/zh-Hant.txt': zh })
    expect(proposed.faults).toMatchObject([
      { severity: 'warning', line: 3, what: expect.stringContaining('copyright line') },
    ])
    const made = await build({ 'notices/a-plan/zh-Hant.txt': zh, [notice]: `${smallContent[notice]}drop: auto\n` })
    expect(made.faults).toEqual([])
    expect(made.corpus.sides['zh-Hant'].dropped.map(({ reason }) => reason)).toEqual(['copyright line'])
  })

  it('rejoins lines that a mail program wrapped, unless told to keep them', async () => {
    const en =
      'The hospital opens in the year 2021, when all of\nits wards have been fitted out and the nurses have\nbeen trained for the work that awaits them there.\n\nIt has 750 beds.\n'
    const joined = await build({ 'notices/a-plan/en.txt': en })
    expect(joined.corpus.sides.en.paragraphs).toHaveLength(2)
    expect(joined.corpus.sides.en.text).toContain('when all of its wards')
    expect(undoEdits(joined.corpus.sides.en.text, joined.corpus.sides.en.edits)).toBe(en)
    const keep = `${smallContent[notice]}sides:\n  en:\n    keep: [line-breaks]\n`
    const kept = await build({ 'notices/a-plan/en.txt': en, [notice]: keep })
    expect(kept.corpus.sides.en.paragraphs).toHaveLength(4)
  })

  it('says that markup is nested too deep', async () => {
    const deep = `${'<div>'.repeat(20_000)}Text.${'</div>'.repeat(20_000)}`
    const files = { ...smallContent, 'notices/a-plan/en.html': deep }
    const { 'notices/a-plan/en.txt': _replaced, ...others } = files
    const { faults } = await buildCollection(contentFolder(others), tools)
    expect(faults).toMatchObject([{ file: 'notices/a-plan/en.html', what: expect.stringContaining('nested too deep') }])
  })

  it('makes a declared correction, and says when one is stale', async () => {
    const { corpus, faults } = await build({
      [notice]: `${smallContent[notice]}sides:
  zh-Hant:
    corrections:
      - { was: 啟用, is: 啓用, reason: the printed notice has it so }
      - { was: 關閉, is: 開放, reason: gone }
`,
    })
    expect(corpus.sides['zh-Hant'].text).toContain('醫院於2021年啓用。')
    expect(corpus.sides['zh-Hant'].edits).toMatchObject([{ kind: 'correction', was: '啟用', is: '啓用' }])
    expect(faults).toMatchObject([
      { file: notice, line: 8, severity: 'warning', what: expect.stringContaining('stale') },
    ])
  })

  it('says why a correction changes nothing though its words stand in the file', async () => {
    const { 'notices/a-plan/zh-Hant.txt': chinese, ...others } = smallContent
    const { faults } = await buildCollection(
      contentFolder({
        ...others,
        'notices/a-plan/zh-Hant.html': `<p>${chinese.replace('啟用', '啟<b>用</b>')}</p>`,
        [notice]: `${smallContent[notice]}sides:
  zh-Hant:
    corrections:
      - { was: 啟<b>用</b>, is: 啓用, reason: copied from the page }
      - { was: 醫院於, is: 醫院于, reason: says more }
      - { was: 於, is: 于, reason: says less }
`,
      }),
      tools,
    )
    expect(faults).toMatchObject([
      { file: notice, line: 7, what: expect.stringContaining('only with its markup') },
      { file: notice, line: 9, what: expect.stringContaining('where a longer one mends it') },
    ])
  })

  it('lifts a title that stands in the source', async () => {
    const { corpus } = await build({
      'notices/a-plan/en.txt': `A  plan\n\n${smallContent['notices/a-plan/en.txt']}`,
      [notice]: 'titles:\n  en: { text: A plan, by: source }\n  zh-Hant: 計劃\n',
    })
    expect(corpus.sides.en.dropped).toMatchObject([{ title: true }])
    expect(corpus.rows).toHaveLength(2)
  })

  it('keeps a reviewer’s decision, and says when one no longer fits', async () => {
    const pins = [
      { kind: 'bead', level: 'paragraph', en: ['It has 750 beds.'], 'zh-Hant': [] },
      { kind: 'bead', level: 'paragraph', en: ['It has 570 beds.'], 'zh-Hant': [] },
    ]
    const { corpus, faults } = await build({ 'notices/a-plan/beads.json': JSON.stringify({ ...versions.beads, pins }) })
    expect(corpus.rows.map((row) => `${row.en.to - row.en.from}-${row['zh-Hant'].to - row['zh-Hant'].from}`)).toContain(
      '1-0',
    )
    expect(faults.filter(({ file }) => file.endsWith('beads.json'))).toMatchObject([
      { what: expect.stringContaining('Decision 2') },
    ])
  })

  it('gives the same corpus for the same content', async () => {
    const [one, two] = [await build({}), await build({})]
    expect(JSON.stringify(two.corpus)).toBe(JSON.stringify(one.corpus))
  })

  it('has ids that do not depend on what stands around a paragraph', async () => {
    const first = await build({})
    const again = await build({
      'notices/a-plan/en.txt': `A new one about nurses.\n\n${smallContent['notices/a-plan/en.txt']}`,
      'notices/a-plan/zh-Hant.txt': `關於護士的新條文。\n${smallContent['notices/a-plan/zh-Hant.txt']}`,
      'notices/a-plan/ids.json': JSON.stringify(first.built?.ledger),
    })
    expect(idsByText(again.corpus)).toMatchObject(idsByText(first.corpus))
    expect(again.corpus.rows.map(({ id }) => id)).toEqual(['p3', 'p1', 'p2'])
  })
})

function idsByText({ rows, sides }: Corpus): Record<string, string> {
  return Object.fromEntries(
    langs.flatMap((lang) =>
      rows.map((row) => {
        const paragraph = sides[lang].paragraphs[row[lang].from]
        return [paragraph === undefined ? '' : sliceRun(sides[lang].text, paragraph.at), row.id]
      }),
    ),
  )
}
