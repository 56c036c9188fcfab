import { describe, expect, it } from 'vitest'
import type { Annotation } from '../../src/annotations/annotation.ts'
import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { buildAnnotations } from '../../src/build/annotations.ts'
import { formatFault } from '../../src/corpus/fault.ts'
import type { Lang } from '../../src/corpus/lang.ts'
import { corpusOf, type RowSpec } from '../support/corpus.ts'
import { noteOn as noteIn } from '../support/editorial.ts'

const rows: readonly RowSpec[] = [
  { id: 1, en: [['The hospital opens in 2021.']], zh: [['醫院於2021年啟用。']] },
  { id: 2, en: [['It has 750 beds.']], zh: [['設有750張病床。']] },
]
const corpus = corpusOf({ id: 'a-plan', rows })

const noteOn = (words: string, lang: Lang, number: number, of = corpus): Annotation => noteIn(of, lang, words, number)

const fileOf = (notes: readonly Annotation[]): string => JSON.stringify(formatCollection(notes), null, 1)

function built(text: string, of = corpus) {
  const { published, warnings } = buildAnnotations(of, { file: 'a.jsonld', text })
  return {
    shown: published.notes.map(({ row, words }) => `${row}: ${words}`),
    kept: published.annotations.length,
    warnings: warnings.map(formatFault),
  }
}

describe('an editor’s annotations', () => {
  it('are shown in the order of the rows, whatever their order in the file', () => {
    const text = fileOf([noteOn('750張', 'zh-Hant', 1), noteOn('opens', 'en', 2)])
    expect(built(text)).toEqual({ shown: ['p1: opens', 'p2: 750張'], kept: 2, warnings: [] })
  })

  it('that lost their words are told with their line, and are not on other words', () => {
    const text = fileOf([noteOn('opens', 'en', 1), noteOn('設有750張病床', 'zh-Hant', 2)])
    const lines = text.split('\n')
    const line =
      1 +
      lines.lastIndexOf(
        '   {',
        lines.findIndex((one) => one.includes('000000000002')),
      )
    const changed = corpusOf({ id: 'a-plan', rows: [rows[0] ?? never(), { id: 2, en: [], zh: [['設有760張病床。']] }] })
    const { shown, kept, warnings } = built(text, changed)
    expect({ shown, kept }).toEqual({ shown: ['p1: opens'], kept: 2 })
    expect(warnings).toEqual([
      expect.stringMatching(
        /^a\.jsonld:\d+:\d+: The words of this annotation stand there only with other figures: “設有750張病床”\. Annotate the text as it is now, it stood near p2/u,
      ),
    ])
    expect(warnings[0]?.split(':')[1]).toBe(String(line))
  })

  it('by another program are placed by their words', () => {
    const foreign = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/anno/1',
      type: 'Annotation',
      bodyValue: 'how many?',
      target: {
        source: 'https://example.org/a-plan',
        selector: {
          type: 'TextQuoteSelector',
          exact: 'has 750 beds',
          prefix: 'The hospital opens in 2021. It ',
          suffix: '.',
        },
      },
    }
    expect(built(JSON.stringify(foreign))).toEqual({ shown: ['p2: has 750 beds'], kept: 1, warnings: [] })
  })

  it.each([
    ['no JSON', '{', 'a.jsonld:1:1: This file is not valid JSON. Export the notes again as Web Annotations (JSON-LD).'],
    [
      'no annotation',
      '{\n "items": [\n  {"type": "Note"}]}',
      'a.jsonld:3:3: This is no Web Annotation: {"type":"Note"}. Take it out, or give it the type Annotation.',
    ],
    [
      'another notice',
      fileOf([{ ...noteOn('opens', 'en', 1, corpusOf({ id: 'b-plan', rows })) }]),
      /^a\.jsonld:\d+:\d+: This annotation is about another notice, “b-plan”\./u,
    ],
    [
      'one twice',
      fileOf([noteOn('opens', 'en', 1), noteOn('750', 'en', 1)]),
      /^a\.jsonld:\d+:\d+: Two annotations have the id urn:uuid:00000000-/u,
    ],
  ])('%s: said with its place', (_name, text, expected) => {
    const [warning, ...more] = built(text).warnings
    expect(more).toEqual([])
    if (typeof expected === 'string') expect(warning).toBe(expected)
    else expect(warning).toMatch(expected)
  })
})

function never(): never {
  throw new Error('the rows above are there')
}
