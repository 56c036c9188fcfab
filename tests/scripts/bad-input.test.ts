import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it, vi } from 'vitest'
import { duidu } from '../support/cli.ts'
import { contentFolder, smallContent, temporaryFolder } from '../support/content.ts'

// Each test starts programs of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const notice = 'notices/a-plan/notice.yaml'
const ledger = { schema: 'duidu-ids', version: 1, nextRow: 1, rows: [], retired: [] }

/** Each of these must end with code 1, say file (line and column where there is one) and what to do, and write nothing. */
const cases: readonly (readonly [
  name: string,
  changes: Record<string, string | Uint8Array | null>,
  message: RegExp,
])[] = [
  [
    'a side missing',
    { 'notices/a-plan/zh-Hant.txt': null },
    /^error: notices\/a-plan: The zh-Hant side is missing: .* Put the text there as it was received\.$/mu,
  ],
  [
    'an empty file',
    { 'notices/a-plan/en.txt': '' },
    /^error: notices\/a-plan\/en\.txt: The file is empty\. Put the text into it/mu,
  ],
  [
    'a file of white space',
    { 'notices/a-plan/en.txt': ' \n\n' },
    /^error: notices\/a-plan\/en\.txt: The file holds nothing but white space/mu,
  ],
  [
    'a binary file',
    { 'notices/a-plan/en.txt': Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0]) },
    /^error: notices\/a-plan\/en\.txt(?::1:1)?: The file is no text: it looks like .*(?:ZIP|Word|archive)/mu,
  ],
  [
    'a misspelt key',
    { [notice]: 'titles:\n  en: A plan\n  zh-Hant: 計劃\npublishd: 2021-01-01\n' },
    /^error: notices\/a-plan\/notice\.yaml:4:1: “publishd” is no key here\. Did you mean “published”\?$/mu,
  ],
  [
    'a bad date',
    { [notice]: 'titles:\n  en: A plan\n  zh-Hant: 計劃\npublished: 17.12.2021\n' },
    /^error: notices\/a-plan\/notice\.yaml:4:1: “published” is no date/mu,
  ],
  [
    'two notices with one id',
    {
      'notices/b/notice.yaml': 'id: a-plan\ntitles:\n  en: B\n  zh-Hant: 乙\n',
      'notices/b/en.txt': 'B.',
      'notices/b/zh-Hant.txt': '乙。',
    },
    /^error: notices\/b\/notice\.yaml:1:1: Two notices are called “a-plan”/mu,
  ],
  [
    'an id that is no slug',
    {
      'notices/My Plan/notice.yaml': 'titles:\n  en: B\n  zh-Hant: 乙\n',
      'notices/My Plan/en.txt': 'B.',
      'notices/My Plan/zh-Hant.txt': '乙。',
    },
    /^error: notices\/My Plan\/notice\.yaml: The folder’s name “My Plan” is no slug/mu,
  ],
  [
    'a term entry with an empty side',
    { 'terms.yaml': 'terms:\n  - id: bed\n    en: bed\n    zh-Hant: []\n' },
    /^error: terms\.yaml:4:5: .* must not be empty/mu,
  ],
  [
    'a ledger written by a newer version',
    { 'notices/a-plan/ids.json': JSON.stringify({ ...ledger, version: 2 }) },
    /^error: notices\/a-plan\/ids\.json: This file was written by a newer Duidu: its version is 2, this one reads up to 1\. Update Duidu\.$/mu,
  ],
  [
    'a broken ledger',
    { 'notices/a-plan/ids.json': '{ "schema": "duidu-ids",\n "version": 1, }' },
    /^error: notices\/a-plan\/ids\.json:2:16: This file is not valid JSON\. Restore it from version control\.$/mu,
  ],
  [
    'bytes that no encoding decodes',
    { 'notices/a-plan/en.txt': Uint8Array.from([0x41, 0x81, 0xff, 0xfe, 0x80, 0x81, 0xff, 0x00, 0x41]) },
    /^error: notices\/a-plan\/en\.txt/mu,
  ],
  [
    'a title that is not in its source',
    { [notice]: 'titles:\n  en: { text: Elsewhere, by: source }\n  zh-Hant: 計劃\n' },
    /^error: notices\/a-plan\/notice\.yaml:2:3: The en title is said to stand in the source/mu,
  ],
  [
    'nothing left of a side',
    { [notice]: 'titles:\n  en: A plan\n  zh-Hant: 計劃\nsides:\n  en:\n    drop: [{ pattern: ., reason: all }]\n' },
    /^error: notices\/a-plan\/en\.txt: Nothing is left of the en side: all of it is dropped/mu,
  ],
]

function folderWith(changes: Record<string, string | Uint8Array | null>): string {
  const all: Record<string, string | Uint8Array | null> = { ...smallContent, ...changes }
  const files = Object.entries(all).filter((file): file is [string, string | Uint8Array] => file[1] !== null)
  return contentFolder(Object.fromEntries(files))
}

describe('bad input is said plainly, and nothing is written', () => {
  it.each(cases)('%s', async (_name, changes, message) => {
    const content = folderWith(changes)
    const out = join(temporaryFolder(), 'site')
    const ran = await duidu('build', '--content', content, '--out', out)
    expect(ran.err).toMatch(message)
    expect(ran.code).toBe(1)
    expect(existsSync(out)).toBe(false)
    expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([])
    expect(existsSync(join(content, 'notices/a-plan/ids.json'))).toBe('notices/a-plan/ids.json' in changes)
  })
})

describe('files and folders', () => {
  it('a folder that is not there', async () => {
    const { code, err } = await duidu('check', '--content', join(temporaryFolder(), 'nowhere'))
    expect(err).toMatch(
      /^error: .*nowhere: This folder can’t be read: it does not exist\. Check that the folder is there/mu,
    )
    expect(code).toBe(1)
  })

  it.skipIf(process.getuid?.() === 0)('a folder that may not be read (as root every folder may)', async () => {
    const content = folderWith({})
    chmodSync(join(content, 'notices'), 0)
    const { code, err } = await duidu('check', '--content', content)
    chmodSync(join(content, 'notices'), 0o755)
    expect(err).toContain('notices: This folder can’t be read: permission is denied')
    expect(code).toBe(1)
  })

  it('a file where a folder should be', async () => {
    const content = folderWith({})
    const { code, err } = await duidu('check', '--content', join(content, 'collection.yaml'))
    expect(err).toMatch(/can’t be read: (?:part of its path is no folder|it is no folder)/u)
    expect(code).toBe(1)
  })

  it.each([
    ['a file in the site’s place', 'letter.txt', /letter\.txt: No site can stand here: it is a file\. .*--out\.$/mu],
    [
      'a file above it',
      'letter.txt/site',
      /letter\.txt\/site: This folder can’t be made: (?:part of its path is no folder|a file is in its way)\./mu,
    ],
  ])('%s is left alone', async (_name, out, message) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'letter.txt'), 'Dear')
    const { code, err } = await duidu('build', '--content', folderWith({}), '--out', join(folder, out))
    expect(err).toMatch(message)
    expect(code).toBe(1)
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('Dear')
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  })

  it.runIf(existsSync('/proc/self'))('a file system that makes no folders ends the build', async () => {
    const { code, err } = await duidu('build', '--content', folderWith({}), '--out', '/proc/site')
    expect(err).toMatch(/^error: \/proc\/site: This folder can’t be made: /mu)
    expect(code).toBe(1)
  })

  it('a site is replaced by the next one, but not with what was put beside it', async () => {
    const out = join(temporaryFolder(), 'site')
    const build = () => duidu('build', '--content', folderWith({}), '--out', out, '--base', 'https://example.org/')
    expect((await build()).code).toBe(0)
    expect((await build()).code).toBe(0)
    mkdirSync(join(out, '.git'))
    writeFileSync(join(out, 'CNAME'), 'example.org')
    const { code, err } = await build()
    expect(err).toContain('This folder holds other things than a Duidu site (.git, CNAME); it is left alone.')
    expect(code).toBe(1)
    expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('example.org')
  })

  it('a folder that holds something else is not replaced', async () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'thesis.txt'), 'years of work')
    const { code, err } = await duidu('build', '--content', folderWith({}), '--out', out)
    expect(err).toContain('This folder holds other things than a Duidu site (thesis.txt); it is left alone.')
    expect(code).toBe(1)
    expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  it('an empty notice folder', async () => {
    const content = folderWith({})
    mkdirSync(join(content, 'notices/empty'))
    expect((await duidu('check', '--content', content)).err).toContain('notices/empty: This notice’s folder is empty')
  })

  it.each([
    ['manifest', 'manifest.json', '"version": 1', '"version": 2'],
    ['corpus', 'notices/a-plan/corpus.json', '"version":1', '"version":2'],
  ])('a %s written by a newer version', async (_name, path, now, newer) => {
    const site = join(temporaryFolder(), 'site')
    expect((await duidu('build', '--content', folderWith({}), '--out', site)).code).toBe(0)
    // With the index gone, the corpus files are read.
    rmSync(join(site, 'search'), { recursive: true })
    const file = join(site, path)
    writeFileSync(file, readFileSync(file, 'utf8').replace(now, newer))
    const { code, err } = await duidu('search', '--site', site, 'beds')
    expect(err).toContain(`${path}: This file was written by a newer Duidu: its version is 2`)
    expect(code).toBe(1)
  })

  it('a legacy encoding is read, a wrong declaration of it is said', async () => {
    const big5 = iconv.encode(smallContent['notices/a-plan/zh-Hant.txt'], 'big5')
    const declared = `${smallContent[notice]}sides:\n  zh-Hant:\n    encoding: utf-8\n`
    const { code, err } = await duidu(
      'check',
      '--content',
      folderWith({ 'notices/a-plan/zh-Hant.txt': big5, [notice]: declared }),
    )
    expect(err).toMatch(
      /^warning: notices\/a-plan\/notice\.yaml:6:5: The file is declared to be in “utf-8”, which does not fit its bytes; it was read as big5\. Declare big5, or no encoding\.$/mu,
    )
    expect(code).toBe(0)
  })

  it('a decision that no longer fits is said where it stands', async () => {
    const beads = `{ "schema": "duidu-beads", "version": 1, "pins": [
  { "kind": "bead", "level": "paragraph", "en": ["Gone."], "zh-Hant": [] }
] }`
    const { code, err } = await duidu('check', '--content', folderWith({ 'notices/a-plan/beads.json': beads }))
    expect(err).toMatch(/^warning: notices\/a-plan\/beads\.json:2:3: Decision 1 no longer fits the text/mu)
    expect(code).toBe(0)
  })
})

describe('wrong usage ends with 2', () => {
  it.each([
    ['an unknown command', ['bulid'], /unknown command 'bulid'/u],
    ['an unknown option', ['build', '--contents', 'x'], /unknown option '--contents'/u],
    ['a missing argument', ['recover'], /missing required argument 'file'/u],
    ['a choice that is none', ['align', '--level', 'word'], /Allowed choices are paragraph, sentence/u],
    ['a port that is none', ['start', '--port', 'x'], /A port is a whole number from 0 to 65535/u],
    ['half a pair', ['align', '--en', 'x'], /Name both texts with --en and --zh/u],
  ])('%s', async (_name, args, message) => {
    const { code, err } = await duidu(...args)
    expect(err).toMatch(message)
    expect(code).toBe(2)
  })

  it('help is no error', async () => {
    const { code, out } = await duidu('--help')
    for (const command of ['build', 'start', 'check', 'align', 'recover', 'search', 'terms'])
      expect(out).toContain(command)
    expect(code).toBe(0)
  })
})

it('--frozen fails instead of writing ids', async () => {
  const content = folderWith({})
  const out = join(temporaryFolder(), 'site')
  const frozen = await duidu('build', '--content', content, '--out', out, '--frozen')
  expect([frozen.code, frozen.err]).toEqual([
    1,
    expect.stringContaining('ids.json: New ids are needed, and --frozen forbids writing them'),
  ])
  expect(existsSync(join(content, 'notices/a-plan/ids.json'))).toBe(false)
  expect((await duidu('build', '--content', content, '--out', out)).code).toBe(0)
  expect((await duidu('build', '--content', content, '--out', out, '--frozen')).code).toBe(0)
  rmSync(out, { recursive: true })
})
