import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { contentSchemas } from '../../scripts/commands/schemas.ts'
import { duidu } from '../support/cli.ts'
import { checkout, contentFolder, firstNotice, ownContent, smallContent, temporaryFolder } from '../support/content.ts'

// Each test starts programs of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const received = join(checkout, '../shared/notice')

const en = 'The hospital opens in 2021.\nIt has 750 beds.\nNothing of this stands in the other text at all.\n'
const zh = '醫院於2021年啟用。\n設有750張病床。\n'

function pair(): { en: string; zh: string; folder: string } {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'en.txt'), en)
  writeFileSync(join(folder, 'zh.txt'), zh)
  return { en: join(folder, 'en.txt'), zh: join(folder, 'zh.txt'), folder }
}

describe('duidu align', () => {
  it('prints a bead a line, indices from 0', async () => {
    const files = pair()
    const { out, code } = await duidu('align', '--en', files.en, '--zh', files.zh, '--presegmented')
    expect(out).toMatch(/^\[0\]:\[0\]:[01]\.\d\d\n\[1\]:\[1\]:[01]\.\d\d\n\[2\]:\[\]:[01]\.\d\d\n$/u)
    expect(code).toBe(0)
  })

  it('takes lines as they are at either level', async () => {
    const files = pair()
    const args = ['align', '--en', files.en, '--zh', files.zh, '--presegmented']
    expect((await duidu(...args, '--level', 'paragraph')).out).toBe((await duidu(...args)).out)
  })

  it('prints texts, tab-separated', async () => {
    const files = pair()
    const { out } = await duidu('align', '--en', files.en, '--zh', files.zh, '--presegmented', '--format', 'tsv')
    expect(out.split('\n')[0]).toMatch(/^The hospital opens in 2021\.\t醫院於2021年啟用。\t[01]\.\d{4}$/u)
  })

  it('prints JSON of a frozen shape', async () => {
    const files = pair()
    const { out } = await duidu('align', '--en', files.en, '--zh', files.zh, '--presegmented', '--format', 'json')
    expect(JSON.parse(out)).toEqual({
      level: 'sentence',
      segments: { en: en.trim().split('\n'), 'zh-Hant': zh.trim().split('\n') },
      beads: [
        { en: [0], 'zh-Hant': [0], score: expect.any(Number) },
        { en: [1], 'zh-Hant': [1], score: expect.any(Number) },
        { en: [2], 'zh-Hant': [], score: expect.any(Number) },
      ],
      doubts: expect.any(Array),
    })
  })

  it('aligns whole texts by paragraph', async () => {
    const folder = join(ownContent, 'notices', firstNotice)
    const { out } = await duidu(
      'align',
      '--en',
      join(folder, 'en.txt'),
      '--zh',
      join(folder, 'zh-Hant.txt'),
      '--level',
      'paragraph',
    )
    expect(out).toMatch(/^\[7\]:\[5, 6\]:/mu)
  })

  it('does a list of pairs as if each were alone, and goes on past a bad one', async () => {
    const files = pair()
    const list = join(files.folder, 'list.tsv')
    const outs = ['a', 'b', 'c'].map((name) => join(files.folder, `${name}.beads`))
    const [a = '', b = '', c = ''] = outs
    writeFileSync(
      list,
      `${files.en}\t${files.zh}\t${a}\n${files.en}\t${join(files.folder, 'none')}\t${b}\n${files.en}\t${files.zh}\t${c}\n`,
    )
    const { code, err } = await duidu('align', '--list', list, '--presegmented')
    const alone = await duidu('align', '--en', files.en, '--zh', files.zh, '--presegmented')
    expect(readFileSync(a, 'utf8')).toBe(alone.out)
    expect(readFileSync(c, 'utf8')).toBe(alone.out)
    expect(err).toContain('none: This file can’t be read: it does not exist.')
    expect(code).toBe(1)
  })
})

describe('duidu align, with others', () => {
  it('reports faults in the order of the list, however many processors there are', async () => {
    const files = pair()
    const list = join(files.folder, 'list.tsv')
    const lines = ['none1', 'zh', 'none2', 'none3'].map((name, at) => {
      const zh = name === 'zh' ? files.zh : join(files.folder, name)
      return `${files.en}\t${zh}\t${join(files.folder, `${at}.beads`)}\n`
    })
    writeFileSync(list, lines.join(''))
    const [one, three] = [
      await duidu('align', '--list', list, '--presegmented', '--jobs', '1'),
      await duidu('align', '--list', list, '--presegmented', '--jobs', '3'),
    ]
    expect(three.err.match(/none[0-9]/gu)).toEqual(['none1', 'none2', 'none3'])
    expect(three).toEqual(one)
  })

  it('lets pairs learn from one another when asked', async () => {
    const files = pair()
    const list = join(files.folder, 'list.tsv')
    const out = join(files.folder, 'pooled.beads')
    writeFileSync(list, `${files.en}\t${files.zh}\t${out}\n${files.en}\t${files.zh}\t${out}2\n`)
    expect((await duidu('align', '--list', list, '--presegmented', '--pool')).code).toBe(0)
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(4)
    expect(readFileSync(`${out}2`, 'utf8')).toBe(readFileSync(out, 'utf8'))
  })

  it('explains a row by its words, its lengths and the runner-up', async () => {
    const { out, code } = await duidu(
      'align',
      '--notice',
      'a-plan',
      '--explain',
      'p2',
      '--content',
      contentFolder(smallContent),
    )
    expect(out).toMatch(/^en 2 with zh-Hant 2 {2}probability [01]\.\d\d\n/u)
    expect(out).toMatch(/numbers +750 \(/u)
    expect(out).toMatch(/runner-up +(?:\d+\.\d nats behind: en|nothing else is possible here)/u)
    expect(code).toBe(0)
  })

  it('says which rows there are when one is not', async () => {
    const { err, code } = await duidu(
      'align',
      '--notice',
      'a-plan',
      '--explain',
      'p9',
      '--content',
      contentFolder(smallContent),
    )
    expect(err).toBe('error: a-plan: No row is called “p9”. Its rows are p1, p2.\n')
    expect(code).toBe(1)
  })
})

describe('duidu pool', () => {
  it('saves what a collection teaches, and builds use it as it is', async () => {
    const content = contentFolder(smallContent)
    expect((await duidu('pool', '--content', content)).code).toBe(0)
    expect(JSON.parse(readFileSync(join(content, 'pooled.json'), 'utf8'))).toMatchObject({
      schema: 'duidu-pooled',
      version: 1,
    })
    expect((await duidu('check', '--content', content)).out).toContain('1 notice sound, 0 errors, 0 warnings')
    writeFileSync(join(content, 'pooled.json'), '{}')
    expect((await duidu('check', '--content', content)).err).toContain('error: pooled.json: This file can’t be read')
  })
})

describe('duidu recover', () => {
  it('prints the text, and JSON of a frozen shape', async () => {
    const folder = contentFolder({ 'a.txt': '發(fā)布（規(guī)劃），\n' })
    const file = join(folder, 'a.txt')
    const { out, err, code } = await duidu('recover', file)
    expect([out, code]).toEqual(['發布（規劃），\n', 0])
    expect(err).toContain('0 slips recovered and proved, 0 unresolved, 2 readings stripped')
    const json: unknown = JSON.parse((await duidu('recover', file, '--json')).out)
    expect(json).toMatchObject({
      text: '發布（規劃），\n',
      encoding: 'utf-8',
      edits: [
        { kind: 'reading', from: 1, to: 5, was: '(fā)', is: '' },
        { kind: 'reading', from: 8, to: 13, was: '(guī)', is: '' },
      ],
      unresolved: [],
    })
  })
})

describe('duidu search', () => {
  const content = (): string =>
    contentFolder({ ...smallContent, 'terms.yaml': 'terms:\n  - { id: bed, en: bed, zh-Hant: 病床 }\n' })

  it('prints JSON of a frozen shape', async () => {
    const { out, code } = await duidu('search', '750', '--content', content(), '--json')
    expect(JSON.parse(out)).toEqual({
      hits: [
        {
          notice: 'a-plan',
          id: 'p2',
          matches: [
            { lang: 'en', from: 36, to: 39 },
            { lang: 'zh-Hant', from: 14, to: 17 },
          ],
          score: expect.any(Number),
          reason: 'exact',
        },
      ],
    })
    expect(code).toBe(0)
  })

  it.each([
    ['the other script', '病床', '设有750张', ['p2'], 'folded'],
    ['a term of the same concept', 'bed', 'bed', ['p2'], 'inflected'],
    ['nothing', 'x', 'dragon', [], undefined],
  ])('finds %s', async (_name, _x, query, ids, reason) => {
    const { out, code } = await duidu('search', query, '--content', content(), '--json')
    const { hits } = JSON.parse(out) as { hits: { id: string; reason: string; matches: { lang: string }[] }[] }
    expect(hits.map(({ id }) => id)).toEqual(ids)
    expect(hits[0]?.reason).toBe(reason)
    if (query === 'bed') expect(hits[0]?.matches.map(({ lang }) => lang)).toEqual(['en', 'zh-Hant'])
    expect(code).toBe(0)
  })

  it('answers a query of nothing but signs with words', async () => {
    const { out, code } = await duidu('search', '?!', '--content', content(), '--json')
    expect(JSON.parse(out)).toEqual({ hits: [], message: expect.stringContaining('no letter') })
    expect(code).toBe(0)
  })
})

describe('duidu check', () => {
  it('writes nothing', async () => {
    const content = contentFolder(smallContent)
    const before = readdirSync(content, { recursive: true })
    expect((await duidu('check', '--content', content)).code).toBe(0)
    expect(readdirSync(content, { recursive: true })).toEqual(before)
  })

  it('fails on a warning only when strict', async () => {
    const content = contentFolder({
      ...smallContent,
      'notices/a-plan/en.txt': `${smallContent['notices/a-plan/en.txt']}\n© 2021 Example\n`,
    })
    expect((await duidu('check', '--content', content)).code).toBe(0)
    expect((await duidu('check', '--content', content, '--strict')).code).toBe(1)
    const { faults } = JSON.parse((await duidu('check', '--content', content, '--json')).out) as { faults: unknown[] }
    expect(faults).toMatchObject([{ severity: 'warning', file: 'notices/a-plan/en.txt', line: 5, column: 1 }])
  })
})

describe.skipIf(!existsSync(received))('the sources of the first notice (needs ../shared)', () => {
  it.each([
    ['en.source.txt', 'en.txt'],
    ['zh-Hant.source.txt', 'zh-Hant.txt'],
  ])('%s is kept byte for byte', (given, kept) => {
    expect(readFileSync(join(ownContent, 'notices', firstNotice, kept))).toEqual(readFileSync(join(received, given)))
  })
})

describe('the JSON Schemas of the content files', () => {
  it.each([...contentSchemas()])('%s is as the schemas in the code make it: npm run schemas', (name, text) => {
    expect(readFileSync(join(ownContent, '.schema', name), 'utf8')).toBe(text)
  })
})
