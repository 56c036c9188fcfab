import { describe, expect, it } from 'vitest'
import { anchor } from '../../src/annotations/anchor.ts'
import { groundOf } from '../../src/annotations/ground.ts'
import { adoptAll, readAnnotations } from '../../src/annotations/import.ts'
import { langs } from '../../src/corpus/lang.ts'
import { corpusOf } from '../support/corpus.ts'
import { now } from './notes.ts'

const corpora = [
  corpusOf({
    id: 'a-plan',
    rows: [
      { en: [['Regenerative medicine regenerates organs in the clinic.']], zh: [['再生醫學使器官再生，醫院亦然。']] },
      {
        en: [['No less than 750 national projects;']],
        zh: [['【國家層面】建設累計不少於750個國家臨床重點專科建設項目；']],
      },
      {
        en: [['No less than 5,000 provincial projects;']],
        zh: [['【省級層面】建設不少於5000個省級臨床重點專科建設項目；']],
      },
    ],
  }),
  corpusOf({ id: 'b-rules', rows: [{ en: [['IT systems keep it safe.']], zh: [['資訊系統保障安全，醫院亦然。']] }] }),
]
const grounds = corpora.flatMap((corpus) => langs.map((lang) => groundOf(corpus, lang)))
const home = grounds[0]!

const quote = (exact: string, prefix = '', suffix = '') => ({ type: 'TextQuoteSelector', exact, prefix, suffix })
const webAnnotation = (id: string, source: string, selector: object) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id,
  type: 'Annotation',
  bodyValue: 'A remark',
  target: { source, selector },
})
const hypothesis = (id: string, exact: string, prefix: string, suffix: string) => ({
  id,
  created: '2023-01-02T03:04:05.678901+00:00',
  updated: '2023-01-02T03:04:06.678901+00:00',
  user: 'acct:chen@example.org',
  uri: 'https://example.org/en/a-plan/',
  text: 'See *this*',
  tags: ['beds', 'beds', ''],
  target: [
    { source: 'https://example.org/en/a-plan/', selector: [{ type: 'RangeSelector' }, quote(exact, prefix, suffix)] },
  ],
})

async function adopted(value: unknown) {
  const { foreign, faults } = await readAnnotations(JSON.stringify(value), { now })
  const annotations = await adoptAll(foreign, grounds, home)
  return {
    faults,
    annotations,
    places: annotations.map(
      ({ target }) => `${target.notice} ${target.lang} ${target.rows.join()}: ${target.quote.exact}`,
    ),
  }
}

describe('foreign annotations', () => {
  it('are anchored by quote where it leaves no doubt, and are orphans elsewhere', async () => {
    const { places, faults } = await adopted([
      webAnnotation(
        'http://example.org/1',
        'https://example.org/en/a-plan/',
        quote('Regenerative medicine', '', ' regenerates organs in'),
      ),
      webAnnotation('http://example.org/2', 'https://elsewhere.org/', quote('資訊系統保障安全，醫院亦然')),
      webAnnotation('http://example.org/3', 'https://elsewhere.org/', quote('醫院')),
      webAnnotation(
        'http://example.org/4',
        'https://example.org/zh-Hant/a-plan/',
        quote('臨床重點專科建設項目', '建設累計不少於760個國家', '；'),
      ),
      webAnnotation('http://example.org/5', 'https://elsewhere.org/', quote('nowhere to be found at all')),
    ])
    expect(faults).toEqual([])
    expect(places).toEqual([
      'a-plan en p1: Regenerative medicine',
      'b-rules zh-Hant p1: 資訊系統保障安全，醫院亦然',
      'a-plan en : 醫院',
      'a-plan en : 臨床重點專科建設項目',
      'a-plan en : nowhere to be found at all',
    ])
  })

  it('in Hypothesis’s form come in from its API and from its client', async () => {
    const row = hypothesis('abc', '不少於750個國家', '【國家層面】建設累計', '臨床重點專科建設項目')
    for (const file of [{ total: 1, rows: [row] }, { annotations: [row] }, [row], row]) {
      const { annotations, places, faults } = await adopted(file)
      expect(faults).toEqual([])
      expect(places).toEqual(['a-plan zh-Hant p2: 不少於750個國家'])
      expect(annotations[0]).toMatchObject({
        creator: 'chen',
        created: '2023-01-02T03:04:05.678Z',
        note: 'See *this*',
        tags: ['beds'],
      })
    }
  })

  it('have the same id each time', async () => {
    const one = await adopted(hypothesis('abc', '不少於750個國家', '【國家層面】建設累計', '臨床重點專科建設項目'))
    const again = await adopted(hypothesis('abc', '不少於750個國家', '', ''))
    expect(one.annotations[0]?.id).toBe(again.annotations[0]?.id)
    expect(one.annotations[0]?.id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/u)
  })

  it('keep their place once they are ours', async () => {
    const { annotations } = await adopted(
      hypothesis('abc', '不少於750個國家', '【國家層面】建設累計', '臨床重點專科建設項目'),
    )
    expect(anchor(grounds[1]!, annotations[0]!.target).kind).toBe('placed')
  })
})

describe('a file', () => {
  const good = webAnnotation('http://example.org/1', 'https://example.org/en/a-plan/', quote('Regenerative medicine'))

  it.each([
    ['no JSON', 'not-json', []],
    ['an empty list', 'no-annotations', []],
    ['no annotation', 'not-an-annotation', [0]],
    ['a bad date', 'bad-date', [0, 'created']],
    ['no target', 'no-target', [0, 'target']],
    ['the same twice', 'twice', [1]],
  ])('with %s', async (name, key, path) => {
    const files: Readonly<Record<string, unknown>> = {
      'an empty list': [],
      'no annotation': [{ type: 'Person' }],
      'a bad date': [{ ...good, created: 'yesterday' }],
      'no target': [{ ...good, target: undefined }],
      'the same twice': [good, good],
    }
    const json = name === 'no JSON' ? '{' : JSON.stringify(files[name])
    const { faults } = await readAnnotations(json, { now })
    expect(faults).toMatchObject([{ key, path }])
  })

  it('lets the page breathe', async () => {
    let pauses = 0
    const items = Array.from({ length: 1_000 }, (_, at) => ({ ...good, id: `http://example.org/${at}` }))
    const { foreign } = await readAnnotations(JSON.stringify(items), {
      now,
      pause: () => Promise.resolve(void (pauses += 1)),
    })
    expect(foreign).toHaveLength(1_000)
    expect(pauses).toBeGreaterThanOrEqual(10)
  })
})
