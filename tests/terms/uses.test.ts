import { describe, expect, it } from 'vitest'
import { parseTermId } from '../../src/corpus/ids.ts'
import { byLang, langs } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import { termsFileOf } from '../../src/corpus/term-use.ts'
import { markTerms } from '../../src/terms/mark.ts'
import { termUses } from '../../src/terms/uses.ts'
import { corpusOf, type RowSpec } from '../support/corpus.ts'

function entry(id: string, en: string, zh: string): TermEntry {
  const term = parseTermId(id)
  if (term === null) throw new Error(`${id} is no term id`)
  const preferred = (text: string) => [{ text, status: 'preferred' as const }]
  return { id: term, terms: { en: preferred(en), 'zh-Hant': preferred(zh) } }
}

const entries = [
  entry('robot', 'surgical robot', '手術機器人'),
  entry('surgery', 'surgery', '手術'),
  entry('unused', 'nowhere', '無處'),
]

function marked(id: string, rows: readonly RowSpec[]): Corpus {
  const corpus = corpusOf({ id, rows })
  return {
    ...corpus,
    sides: byLang((lang) => ({ ...corpus.sides[lang], marks: markTerms(corpus.sides[lang], entries) })),
  }
}

const first = marked('first', [
  { en: [['Surgical robots help.', 'Surgery is work.']], zh: [['手術機器人有用。', '開刀是工作。']] },
  { en: [['Nothing here.']], zh: [['此處無。']] },
])
const second = marked('second', [{ en: [['One surgery, another surgery.']], zh: [['一次手術，又一次手術。']] }])

describe('termUses', () => {
  const uses = termUses([first, second], entries)
  const use = (id: string) => uses.find((one) => one.entry.id === id)

  it('counts each side, inner occurrences among them, in each notice', () => {
    expect(uses.map(({ entry: { id }, counts }) => [id, counts.en, counts['zh-Hant']])).toEqual([
      ['robot', 1, 1],
      ['surgery', 3, 3],
      ['unused', 0, 0],
    ])
    expect(use('surgery')?.notices.map(({ notice, counts }) => [notice, counts.en, counts['zh-Hant']])).toEqual([
      ['first', 1, 1],
      ['second', 2, 2],
    ])
    expect(use('unused')?.notices).toEqual([])
  })

  it('aligns the two concordances bead by bead, and shows what stands instead', () => {
    const lines = use('surgery')?.notices.flatMap((notice) => notice.lines) ?? []
    const shown = lines.map(({ sentence, sides }) => [
      sentence,
      ...langs.map((lang) =>
        sides[lang].nodes.length === 0
          ? `(${sides[lang].instead})`
          : sides[lang].nodes.map(({ left, node, right }) => `${left}[${node}]${right}`).join('|'),
      ),
    ])
    expect(shown).toEqual([
      ['p1.1', '(Surgical robots help.)', '[手術]機器人有用。開刀是工作。'],
      ['p1.2', 'Surgical robots help. [Surgery] is work.', '(開刀是工作。)'],
      [
        'p1.1',
        'One [surgery], another surgery.|One surgery, another [surgery].',
        '一次[手術]，又一次手術。|一次手術，又一次[手術]。',
      ],
    ])
  })

  it('names the shorter terms inside a longer one', () => {
    expect(use('robot')?.inner.map(({ id }) => id)).toEqual(['surgery'])
    expect(use('surgery')?.inner).toEqual([])
  })

  it('ends its lines where a page has enough, and counts the rest', () => {
    const [, short] = termUses([first, second], entries, { mostLines: 2 })
    expect(short?.notices.map(({ lines, more }) => [lines.length, more])).toEqual([
      [2, 0],
      [0, 1],
    ])
  })

  it('cuts contexts at words and characters, never inside them', () => {
    const long = marked('long', [
      {
        en: [[`${'considerable '.repeat(9)}surgery ${'considerable '.repeat(9)}end.`]],
        zh: [[`${'𠮷'.repeat(15)}手術${'𠮷'.repeat(15)}。`]],
      },
    ])
    const [line] = termUses([long], entries)[1]?.notices[0]?.lines ?? []
    const [en] = line?.sides.en.nodes ?? []
    expect(en?.left).toMatch(/^(?: ?considerable){3,4} $/u)
    expect(en?.right).toMatch(/^ (?:considerable ?){2,4}$/u)
    const [zh] = line?.sides['zh-Hant'].nodes ?? []
    expect([zh?.left.isWellFormed(), zh?.right.isWellFormed()]).toEqual([true, true])
  })
})

describe('termsFileOf', () => {
  const from = (text: string) => {
    const id = parseTermId(text)
    if (id === null) throw new Error(text)
    return id
  }
  const files = ['b', 'm'].map((id, at) => ({ from: from(id), href: `terms/${at + 1}.json`, bytes: 1, sha256: '' }))

  it.each([
    ['b', 'terms/1.json'],
    ['lens', 'terms/1.json'],
    ['m', 'terms/2.json'],
    ['z', 'terms/2.json'],
    ['a', undefined],
  ])('%s is looked for in %s', (id, href) => {
    expect(termsFileOf({ count: 4, files }, from(id))?.href).toBe(href)
  })
})
