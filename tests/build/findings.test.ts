import { expect, it } from 'vitest'
import { buildCollection } from '../../scripts/collection.ts'
import { loadTools } from '../../scripts/tools.ts'
import { corpusSchema } from '../../src/corpus/schema/files.ts'
import { versions } from '../../src/corpus/version.ts'
import { contentFolder, smallContent } from '../support/content.ts'

it('the corpus file publishes findings, those that a reviewer accepts, and facts', async () => {
  const accepted = [
    { key: 'quantity p2.1 750/570張', reason: 'The Chinese was corrected later.' },
    { key: 'quantity p9.1 1', reason: 'Long gone.' },
  ]
  const content = contentFolder({
    ...smallContent,
    'notices/a-plan/zh-Hant.txt': '醫院於2021年啟用，面積25000平方米。\n設有570張病床。\n',
    'notices/a-plan/en.txt': 'The hospital opens in 2021 with 25,000 square metres.\n\nIt has 750 beds.\n',
    'notices/a-plan/findings.json': JSON.stringify({ ...versions.findings, accepted }),
  })
  const { notices, faults } = await buildCollection(content, loadTools())
  expect(faults).toEqual([])
  const corpus = notices[0]?.corpus
  expect(corpus?.findings?.map(({ key, kind, sentence }) => [key, kind, sentence])).toEqual([
    ['quantity p2.1 750/570張', 'quantity', 'p2.1'],
  ])
  expect(corpus?.accepted).toEqual(accepted.slice(0, 1))
  expect(corpus?.facts?.map(({ row, value }) => [row, value])).toEqual([['p1', 25_000]])
  expect(corpusSchema.safeParse(JSON.parse(JSON.stringify(corpus))).error).toBeUndefined()
  const broken = JSON.stringify(corpus).replace('"instead":"570張"', '"instead":570')
  expect(corpusSchema.safeParse(JSON.parse(broken)).success).toBe(false)
})
