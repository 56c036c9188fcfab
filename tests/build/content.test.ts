import { describe, expect, it } from 'vitest'
import { parseContent } from '../../src/build/content.ts'
import { formatFault } from '../../src/corpus/fault.ts'

const encoder = new TextEncoder()
const decodeUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const sound = {
  'collection.yaml': 'title:\n  en: Notices\n  zh-Hant: 通知\n',
  'notices/a-plan/notice.yaml': 'titles:\n  en: A plan\n  zh-Hant: 計劃\n',
  'notices/a-plan/en.txt': 'Text.',
  'notices/a-plan/zh-Hant.txt': '文字。',
}

/** A sound content folder with some files changed; `null` takes one away. */
function parse(changes: Readonly<Record<string, string | Uint8Array | null>> = {}) {
  const all: Record<string, string | Uint8Array | null> = { ...sound, ...changes }
  const files = Object.entries(all).flatMap(([path, text]) =>
    text === null ? [] : [[path, typeof text === 'string' ? encoder.encode(text) : text] as const],
  )
  return parseContent(new Map(files), decodeUtf8)
}

const notice = 'notices/a-plan/notice.yaml'
const titles = 'titles:\n  en: A plan\n  zh-Hant: 計劃\n'

describe('parseContent: sound content', () => {
  it('needs no more than titles and two sources', () => {
    const { content, faults } = parse()
    expect(faults).toEqual([])
    expect(content?.notices).toMatchObject([
      {
        id: 'a-plan',
        titles: { en: { text: 'A plan', by: 'editor' }, 'zh-Hant': { text: '計劃', by: 'editor' } },
        sides: { en: { path: 'notices/a-plan/en.txt', format: 'plain' } },
      },
    ])
  })

  it('takes a title for the editor’s where nothing else is said', () => {
    const { content, faults } = parse({ [notice]: 'titles: { en: { text: A plan }, zh-Hant: 計劃 }\n' })
    expect(faults).toEqual([])
    expect(content?.notices[0]?.titles.en).toEqual({ text: 'A plan', by: 'editor' })
  })

  it('reads every key that may stand in the files', () => {
    const { content, faults } = parse({
      'collection.yaml': `${sound['collection.yaml']}description: { en: D, zh-Hant: 說明 }\nbase: https://example.org/n/\n`,
      'terms.yaml':
        'terms:\n  - { id: mdt, en: [{ term: MDT, abbreviation: true }, multidisciplinary team], zh-Hant: 多學科診療, definition: { en: D }, note: n, subject: s, source: o }\n',
      [notice]: `id: other-name
titles: { en: { text: A plan, by: source }, zh-Hant: 計劃 }
published: 2021-12-17T10:12:10
drop: auto
sides:
  en:
    file: received.md
    encoding: utf-8
    site: S
    page: /p
    author: A
    retrieved: 2021-12-31
    drop: [auto, { text: x, reason: r }, { pattern: ^y, reason: r }]
    keep: [readings]
    corrections: [{ was: a, is: b, reason: r }]
`,
      'notices/a-plan/received.md': '# A plan',
    })
    expect(faults).toEqual([])
    expect(content?.collection.base).toBe('https://example.org/n/')
    expect(content?.terms[0]?.terms.en).toEqual([
      { text: 'MDT', status: 'preferred', abbreviation: true },
      { text: 'multidisciplinary team', status: 'admitted' },
    ])
    expect(content?.notices[0]).toMatchObject({
      id: 'other-name',
      published: '2021-12-17T10:12:10',
      sides: { en: { format: 'markdown', dropAuto: true }, 'zh-Hant': { dropAuto: true } },
    })
  })
})

describe('parseContent: what is wrong is said with its place and what to do', () => {
  it.each([
    [
      'a side under another name',
      { 'notices/a-plan/en.txt': null, 'notices/a-plan/English.txt': 'Text.', 'notices/a-plan/ids.json': '{}' },
      'notices/a-plan: The en side is missing: there is no en.txt, en.md, en.html or en.htm in notices/a-plan; what is there is English.txt. Rename it, or name it in notice.yaml under sides.en.file.',
    ],
    [
      'a side in a format that is not read',
      { 'notices/a-plan/en.txt': null, 'notices/a-plan/en.docx': 'PK' },
      'notices/a-plan: The en side is missing: there is no en.txt, en.md, en.html or en.htm in notices/a-plan; what is there is en.docx. Save the text as .txt, .md, .html or .htm.',
    ],
    [
      'a title with a colon and no quotes',
      { [notice]: 'titles:\n  en: Notice: a plan\n  zh-Hant: 計劃\n' },
      `${notice}:2:7: This is not valid YAML: Nested mappings are not allowed in compact mappings. A text with a colon in it goes into quotes: "Notice: a plan".`,
    ],
    [
      'a tab',
      { [notice]: 'titles:\n\ten: A plan\n' },
      `${notice}:2:1: This is not valid YAML: Tabs are not allowed as indentation. Indent with spaces.`,
    ],
    [
      'a title that YAML reads as a number',
      { [notice]: 'titles:\n  en: 2023\n  zh-Hant: 計劃\n' },
      `${notice}:2:3: “titles.en” should be text (it is 2023). Put it in quotes: "2023".`,
    ],
    [
      'a key with nothing behind it',
      { [notice]: 'titles:\n  en:\n  zh-Hant: 計劃\n' },
      `${notice}:2:3: “titles.en” must not be empty. Fill it in, or take the key out.`,
    ],
    [
      'a side missing',
      { 'notices/a-plan/en.txt': null },
      'notices/a-plan: The en side is missing: there is no en.txt, en.md, en.html or en.htm in notices/a-plan. Put the text there as it was received.',
    ],
    [
      'a side twice',
      { 'notices/a-plan/en.md': 'x' },
      'notices/a-plan: The en side is there twice: notices/a-plan/en.txt, notices/a-plan/en.md. Keep one, or name it in notice.yaml under sides.en.file.',
    ],
    [
      'a misspelt key',
      { [notice]: `${titles}publishd: 2021-01-01\n` },
      `${notice}:4:1: “publishd” is no key here. Did you mean “published”?`,
    ],
    [
      'a misspelt inner key',
      { [notice]: `${titles}sides:\n  en:\n    encodng: utf-8\n` },
      `${notice}:6:5: “encodng” is no key here. Did you mean “encoding”?`,
    ],
    [
      'an unknown key',
      { [notice]: `${titles}colour: red\n` },
      `${notice}:4:1: “colour” is no key here. The keys here are id, titles, published, drop, sides.`,
    ],
    [
      'a misspelt key in a list',
      { [notice]: `${titles}sides:\n  en:\n    drop:\n      - text: x\n        raeson: y\n` },
      `${notice}:8:9: “raeson” is no key here. Did you mean “reason”?`,
    ],
    [
      'a bad date',
      { [notice]: `${titles}published: 2021-02-30\n` },
      `${notice}:4:1: “published” is no date (it is "2021-02-30"). Write a day of the calendar as 2021-12-17, or with its time as 2021-12-17T10:12:10.`,
    ],
    ['a missing title', { [notice]: 'titles:\n  en: A plan\n' }, `${notice}:1:1: “titles.zh-Hant” is missing. Add it.`],
    [
      'an empty title',
      { [notice]: 'titles:\n  en: " "\n  zh-Hant: 計劃\n' },
      `${notice}:2:3: “titles.en” must not be empty. Fill it in, or take the key out.`,
    ],
    ['broken YAML', { [notice]: 'titles: [\n' }, /notice\.yaml:2:1: This is not valid YAML: /u],
    [
      'no notice.yaml',
      { [notice]: null },
      `${notice}: This notice has no notice.yaml. Add one; content/README.md shows how.`,
    ],
    [
      'an id that is no slug',
      { [notice]: `id: A Plan\n${titles}` },
      `${notice}:1:1: “id” is no slug (it is "A Plan"). Use lower-case letters a–z and digits, in words joined by single hyphens.`,
    ],
    [
      'a bad pattern',
      { [notice]: `${titles}sides:\n  en:\n    drop:\n      - pattern: "("\n        reason: y\n` },
      /notice\.yaml:7:9: “sides\.en\.drop\.0\.pattern” is no regular expression/u,
    ],
    [
      'a format that is not read',
      { [notice]: `${titles}sides:\n  en:\n    file: en.docx\n`, 'notices/a-plan/en.docx': 'x' },
      `${notice}:6:5: “notices/a-plan/en.docx” is of no format that can be read. Give it one of the endings .txt, .md, .html, .htm.`,
    ],
    [
      'a term entry with an empty side',
      { 'terms.yaml': 'terms:\n  - id: x\n    en: x\n    zh-Hant: []\n' },
      /terms\.yaml:4:5: “terms\.0\.zh-Hant” must not be empty/u,
    ],
    [
      'a term entry with a missing side',
      { 'terms.yaml': 'terms:\n  - id: x\n    en: x\n' },
      /terms\.yaml:2:5: “terms\.0\.zh-Hant” is missing/u,
    ],
    [
      'two term entries with one id',
      { 'terms.yaml': 'terms:\n  - { id: x, en: x, zh-Hant: 甲 }\n  - { id: x, en: y, zh-Hant: 乙 }\n' },
      'terms.yaml:3:7: Two term entries are called “x”. Give this one another id, or merge it with entry 1.',
    ],
    [
      'no collection',
      { 'collection.yaml': null },
      'collection.yaml: The collection has no collection.yaml. Add one with its title in both languages.',
    ],
    [
      'a file that is not UTF-8',
      { [notice]: Uint8Array.of(0xff, 0xfe, 0xfd) },
      `${notice}: This file is not UTF-8. Save it as UTF-8.`,
    ],
  ])('%s', (_name, changes, expected) => {
    const messages = parse(changes).faults.map(formatFault)
    expect(messages).toHaveLength(1)
    if (typeof expected === 'string') expect(messages[0]).toBe(expected)
    else expect(messages[0]).toMatch(expected)
  })

  it('a folder that is no slug', () => {
    const { faults } = parse({
      'notices/My Plan/notice.yaml': titles,
      'notices/My Plan/en.txt': 'a',
      'notices/My Plan/zh-Hant.txt': '甲',
    })
    expect(faults.map(formatFault)[0]).toContain('The folder’s name “My Plan” is no slug')
  })

  it('two notices with one id', () => {
    const { faults, content } = parse({
      'notices/b-plan/notice.yaml': `id: a-plan\n${titles}`,
      'notices/b-plan/en.txt': 'a',
      'notices/b-plan/zh-Hant.txt': '甲',
    })
    expect(faults.map(formatFault)).toEqual([
      'notices/b-plan/notice.yaml:1:1: Two notices are called “a-plan”: this one and notices/a-plan. Give one of them another id.',
    ])
    expect(content?.notices).toHaveLength(1)
  })

  it('gathers all of it before it stops', () => {
    const { faults } = parse({ [notice]: 'title: x\npublished: never\n', 'terms.yaml': 'term: []\n' })
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual(['terms.yaml:1', `${notice}:1`, `${notice}:2`])
  })
})
