import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alignNotice, alignSegments, explainBead } from '../../src/align/index.ts'
import type { Pin } from '../../src/corpus/pins.ts'
import { pairOf, smallLexicon as lexicon } from './lexicon.ts'

const paragraph = (...sentences: string[]) => ({ kind: 'paragraph' as const, sentences })
const pairs = Array.from({ length: 8 }, (_, n) => pairOf(n))
const en = pairs.map((pair) => pair.en)
const zh = pairs.map((pair) => pair.zh)
const shape = (bead: { en: { from: number; to: number }; 'zh-Hant': { from: number; to: number } }) =>
  `${bead.en.from}-${bead.en.to}:${bead['zh-Hant'].from}-${bead['zh-Hant'].to}`

describe('alignNotice', () => {
  it('makes one row of a paragraph that holds two of the other side', () => {
    const sides = {
      en: { paragraphs: [paragraph(en[0]!), paragraph(en[1]!, en[2]!), paragraph(en[3]!)] },
      'zh-Hant': { paragraphs: [paragraph(zh[0]!), paragraph(zh[1]!), paragraph(zh[2]!), paragraph(zh[3]!)] },
    }
    const { rows } = alignNotice(sides, { lexicon })
    expect(rows.map(shape)).toEqual(['0-1:0-1', '1-2:1-3', '2-3:3-4'])
    expect(rows.flatMap((row) => row.beads).map(shape)).toEqual(['0-1:0-1', '1-2:1-2', '2-3:2-3', '3-4:3-4'])
  })

  it('leaves a lost paragraph alone and shifts nothing else', () => {
    const sides = {
      en: { paragraphs: en.map((sentence) => paragraph(sentence)) },
      'zh-Hant': { paragraphs: zh.filter((_, at) => at !== 3).map((sentence) => paragraph(sentence)) },
    }
    expect(alignNotice(sides, { lexicon }).rows.map(shape)).toEqual([
      '0-1:0-1',
      '1-2:1-2',
      '2-3:2-3',
      '3-4:3-3',
      '4-5:3-4',
      '5-6:4-5',
      '6-7:5-6',
      '7-8:6-7',
    ])
  })

  it('keeps a pinned row and says when a pin no longer fits', () => {
    const sides = {
      en: { paragraphs: en.map((sentence) => paragraph(sentence)) },
      'zh-Hant': { paragraphs: zh.map((sentence) => paragraph(sentence)) },
    }
    const pins: Pin[] = [
      { kind: 'bead', level: 'paragraph', en: [en[2]!, en[3]!], 'zh-Hant': [zh[2]!, zh[3]!] },
      { kind: 'bead', level: 'paragraph', en: ['gone'], 'zh-Hant': [] },
    ]
    const { rows, stalePins } = alignNotice(sides, { lexicon, pins })
    expect(rows.find((row) => row.pinned)).toMatchObject({
      en: { from: 2, to: 4 },
      'zh-Hant': { from: 2, to: 4 },
      score: 1,
    })
    expect(rows).toHaveLength(7)
    expect(stalePins.map(({ index }) => index)).toEqual([1])
  })

  it.each([
    ['one paragraph', [3]],
    ['two paragraphs together', [3, 4]],
  ])('marks as pinned what a reviewer left alone: %s', (_name, alone) => {
    const sides = {
      en: { paragraphs: en.map((sentence) => paragraph(sentence)) },
      'zh-Hant': {
        paragraphs: [paragraph(zh[0]!), paragraph(...zh.slice(1, 6)), paragraph(zh[6]!), paragraph(zh[7]!)],
      },
    }
    const pins: Pin[] = [{ kind: 'bead', level: 'paragraph', en: alone.map((at) => en[at]!), 'zh-Hant': [] }]
    const { rows, stalePins } = alignNotice(sides, { lexicon, pins })
    const pinned = rows.filter((row) => row.pinned)
    expect(stalePins).toEqual([])
    expect(pinned.map((row) => [row.en.from, row.en.to, row.score])).toEqual(alone.map((at) => [at, at + 1, 1]))
    expect(pinned.every((row) => row['zh-Hant'].from === row['zh-Hant'].to)).toBe(true)
  })

  it('pairs what stands in another order, as crossing, and moves nothing else', () => {
    const order = [0, 1, 6, 2, 3, 4, 5, 7]
    const sides = {
      en: { paragraphs: en.map((sentence) => paragraph(sentence)) },
      'zh-Hant': { paragraphs: order.map((at) => paragraph(zh[at]!)) },
    }
    const { rows } = alignNotice(sides, { lexicon })
    expect(rows.map((row) => row['zh-Hant'].from)).toEqual([0, 1, 3, 4, 5, 6, 2, 7])
    expect(rows.map((row) => row.crossing ?? false)).toEqual([0, 0, 0, 0, 0, 0, 1, 0].map(Boolean))
  })

  it('pairs a short list in another order, though each of its items could stand beside another', () => {
    const order = [0, 5, 2, 3, 4, 1, 6]
    const { beads } = alignSegments({ en: en.slice(0, 7), 'zh-Hant': order.map((at) => zh[at]!) }, { lexicon })
    expect(beads.map((bead) => `${shape(bead)}${bead.crossing === true ? ' crossing' : ''}`)).toEqual([
      '0-1:0-1',
      '1-2:5-6 crossing',
      '2-3:2-3',
      '3-4:3-4',
      '4-5:4-5',
      '5-6:1-2 crossing',
      '6-7:6-7',
    ])
  })

  it('explains a bead by its words, lengths and runner-up', () => {
    const sides = {
      en: { paragraphs: en.map((sentence) => paragraph(sentence)) },
      'zh-Hant': { paragraphs: zh.map((sentence) => paragraph(sentence)) },
    }
    const [told] = explainBead(sides, { lexicon }, { en: { from: 4, to: 5 }, 'zh-Hant': { from: 4, to: 5 } })
    expect(told?.links.filter(({ kind }) => kind === 'number').map(({ en: number }) => number)).toContain('104')
    expect(told?.runnerUp?.behind).toBeGreaterThan(0)
  })
})

describe('doubts', () => {
  it.each([
    ['an empty side', { en, 'zh-Hant': [] }, ['empty-side']],
    ['swapped languages', { en: zh, 'zh-Hant': en }, ['swapped']],
    ['the same text twice', { en, 'zh-Hant': en }, ['same-text']],
    ['a sound pair', { en, 'zh-Hant': zh }, []],
    [
      'no translation',
      { en, 'zh-Hant': zh.map((_, n) => `今天下午天空很藍，貓在屋頂上睡覺，風吹過院子，第${n}棵樹`) },
      ['no-translation'],
    ],
  ])('%s', (_name, segments, kinds) => {
    expect(alignSegments(segments, { lexicon }).doubts.map(({ kind }) => kind)).toEqual(kinds)
  })
})

type GoldBeads = { en: number[]; 'zh-Hant': number[] }[]
type Gold = {
  paragraphs: Record<'en' | 'zh-Hant', string[]>
  paragraphBeads: GoldBeads
  sentenceBeads: GoldBeads
}

const gold = '../shared/notice/gold.json'
describe.skipIf(!existsSync(gold) || !existsSync('.build/data/lexicon.bin'))(
  'the first notice (needs ../shared and .build/data)',
  async () => {
    const { parseLexicon } = await import('../../src/text/lexicon.ts')
    const { splitSentences } = await import('../../src/text/split.ts')
    it('gets the gold rows and sentence beads', () => {
      const data = JSON.parse(readFileSync(gold, 'utf8')) as Gold
      const side = (lang: 'en' | 'zh-Hant') => ({
        paragraphs: data.paragraphs[lang].map((text: string) =>
          paragraph(...splitSentences(text, lang).map(({ from, to }) => text.slice(from, to))),
        ),
      })
      const { rows } = alignNotice(
        { en: side('en'), 'zh-Hant': side('zh-Hant') },
        { lexicon: parseLexicon(readFileSync('.build/data/lexicon.bin')) },
      )
      const wanted = (beads: GoldBeads) =>
        beads.map((bead) => `${bead.en[0]! - 1}-${bead.en.at(-1)}:${bead['zh-Hant'][0]! - 1}-${bead['zh-Hant'].at(-1)}`)
      expect(rows.map(shape)).toEqual(wanted(data.paragraphBeads))
      expect(rows.flatMap((row) => row.beads).map(shape)).toEqual(wanted(data.sentenceBeads))
    })
  },
)
