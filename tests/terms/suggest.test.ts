import { beforeAll, describe, expect, it } from 'vitest'
import { loadLexicon } from '../../scripts/tools.ts'
import { parseTermId } from '../../src/corpus/ids.ts'
import type { TermEntry } from '../../src/corpus/term.ts'
import { suggestTerms, type Suggestion } from '../../src/terms/suggest.ts'

const beads = [
  { en: 'It treats cardiology, oncology, pediatrics, and pathology.', 'zh-Hant': '設有心內科、腫瘤科、兒科、病理等。' },
  { en: 'For artificial intelligence, the surgical robots are new.', 'zh-Hant': '對於人工智能，手術機器人是新的。' },
  { en: 'Where are the surgical robots?', 'zh-Hant': '手術機器人在哪？' },
]

function entry(en: string, zh: string): TermEntry {
  const id = parseTermId(en.replaceAll(' ', '-'))
  if (id === null) throw new Error(`${en} gives no term id`)
  return { id, terms: { en: [{ text: en, status: 'preferred' }], 'zh-Hant': [{ text: zh, status: 'preferred' }] } }
}

describe('suggestTerms', () => {
  let pairs: string[]
  let suggestions: Suggestion[]

  beforeAll(() => {
    suggestions = suggestTerms(beads, [], loadLexicon())
    pairs = suggestions.map(({ en, 'zh-Hant': zh }) => `${en}/${zh}`)
  })

  it('proposes what the dictionary knows, and items of lists by their number', () => {
    expect(pairs).toEqual(
      expect.arrayContaining([
        'artificial intelligence/人工智能',
        'surgical robots/手術機器人',
        'oncology/腫瘤科',
        'pediatrics/兒科',
      ]),
    )
  })

  it('says where a pair stands and how often', () => {
    const robots = suggestions.find(({ en }) => en === 'surgical robots')
    expect(robots).toMatchObject({ id: 'surgical-robots', beads: 2, context: beads[1] })
  })

  it('proposes a phrase once', () => {
    expect(new Set(suggestions.map(({ en }) => en)).size).toBe(suggestions.length)
    expect(new Set(suggestions.map(({ 'zh-Hant': zh }) => zh)).size).toBe(suggestions.length)
  })

  it('leaves out what is entered, in any inflection', () => {
    const left = suggestTerms(beads, [entry('surgical robot', '手術機器人')], loadLexicon())
    expect(left.map(({ en }) => en)).not.toContain('surgical robots')
    expect(left.map(({ 'zh-Hant': zh }) => zh)).not.toContain('手術機器人')
  })

  it('has nothing to say of nothing', () => {
    expect(suggestTerms([], [], loadLexicon())).toEqual([])
    expect(suggestTerms([{ en: 'Words.', 'zh-Hant': '' }], [], loadLexicon())).toEqual([])
  })
})
