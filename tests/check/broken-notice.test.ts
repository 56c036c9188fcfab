import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCollection } from '../../scripts/collection.ts'
import { loadTools } from '../../scripts/tools.ts'
import { checkNotice } from '../../src/check/index.ts'
import { factsOf } from '../../src/check/facts.ts'
import type { Finding } from '../../src/corpus/finding.ts'
import { byLang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { copyOfOwnContent, firstNotice, ownContent } from '../support/content.ts'

async function built(content: string): Promise<Corpus> {
  const { notices, faults } = await buildCollection(content, loadTools())
  const first = notices.find(({ corpus }) => corpus.id === firstNotice)
  if (first === undefined) throw new Error(`the notice was not built: ${JSON.stringify(faults)}`)
  return first.corpus
}

/** The first notice with its Chinese source changed; each change must fit exactly once. */
async function broken(...changes: readonly (readonly [was: string, is: string])[]): Promise<Finding[]> {
  const content = copyOfOwnContent()
  const file = join(content, 'notices', firstNotice, 'zh-Hant.txt')
  let text = readFileSync(file, 'utf8')
  for (const [was, is] of changes) {
    expect(text.split(was)).toHaveLength(2)
    text = text.replace(was, is)
  }
  writeFileSync(file, text)
  return checkNotice(await built(content), loadTools())
}

describe('the findings of the first notice', { timeout: 30_000 }, () => {
  let corpus: Corpus
  let own: string[]

  beforeAll(async () => {
    corpus = await built(ownContent)
    own = checkNotice(corpus, loadTools()).map(({ key }) => key)
  })

  const beyond = (findings: readonly Finding[]): Finding[] => findings.filter(({ key }) => !own.includes(key))

  it('are these', () => {
    expect(own).toEqual([
      'broken-english p1.1 capital/To improve',
      'variant 并/並',
      'variant 于/於',
      'term p5.1 zh-Hant/clinical-specialty',
      'variant 復/複',
      'variant 癥/症',
      'two-words p8.1 en/development-thinking',
      'broken-english p8.1 space/materials , Computer-assisted',
      'variant 后/後',
    ])
  })

  it('has three facts, each with what it counts', () => {
    const shown = factsOf(corpus).map(({ row, value, bound, places }) => {
      const subject = byLang((lang) => sliceRun(corpus.sides[lang].text, places[lang].subject ?? { from: 0, to: 0 }))
      return [row, bound, value, subject.en, subject['zh-Hant']]
    })
    expect(shown).toEqual([
      ['p2', 'at-least', 750, 'national key clinical specialty construction projects', '國家臨床重點專科建設項目'],
      ['p3', 'at-least', 5000, 'provincial key clinical specialty construction projects', '省級臨床重點專科建設項目'],
      [
        'p4',
        'at-least',
        10000,
        'prefecture-level and county-level key clinical specialty capacity-building projects',
        '地市級和縣級臨床重點專科能力建設項目',
      ],
    ])
  })

  it('gain one for 570 in place of 750', async () => {
    const found = beyond(await broken(['750', '570']))
    expect(found.map(({ key }) => key)).toEqual(['quantity p2.1 750/570個'])
  })

  it('gain one for a dropped paragraph, with what went with it', async () => {
    const source = readFileSync(join(ownContent, 'notices', firstNotice, 'zh-Hant.txt'), 'utf8')
    const dropped = source.split('\n').find((line) => line.includes('5000')) ?? ''
    const found = beyond(await broken([`${dropped}\n`, '']))
    expect(
      found.map(({ kind, places }) => [kind, ...places.map(({ lang, at }) => sliceRun(corpus.sides[lang].text, at))]),
    ).toEqual([['unmatched', expect.stringContaining('no less than 5000')]])
    expect(found[0]?.consequences?.map(({ kind }) => kind)).toContain('quantity')
  })

  it('gain one for a swapped term', async () => {
    const found = beyond(await broken(['遠(yuǎn)程醫(yī)療', '再生醫(yī)學(xué)']))
    expect(found.map(({ kind, row }) => `${kind} ${row}`)).toEqual(['term p8'])
  })

  it('gain one for an item that a list lacks', async () => {
    const found = beyond(await broken(['病理、', '']))
    expect(found.map(({ key }) => key)).toEqual(['list p6.1 pathology'])
    expect(found[0]?.consequences?.map(({ key }) => key)).toEqual(['term p6.1 en/pathology'])
  })
})
