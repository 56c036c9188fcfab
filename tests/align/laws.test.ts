import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { alignNotice, alignSegments, trainPooled } from '../../src/align/index.ts'
import { tilingFaults } from '../../src/corpus/bead.ts'
import type { Pin } from '../../src/corpus/pins.ts'
import { pairOf, smallLexicon as lexicon } from './lexicon.ts'

const words = [
  'committee',
  'law 12',
  '委員會',
  '法律',
  '10',
  'MDT',
  '。',
  '(a)',
  '',
  '\u0000',
  '\ud800',
  'the of',
  '醫院建設',
]
const segment = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join(' '))
const side = fc.array(segment, { maxLength: 12 })

describe('laws of alignment', () => {
  it('beads tile both sides, whatever the sides', () => {
    fc.assert(
      fc.property(side, side, (en, zh) => {
        const { beads } = alignSegments({ en, 'zh-Hant': zh }, { lexicon })
        expect(tilingFaults(beads, { en: en.length, 'zh-Hant': zh.length })).toEqual([])
        for (const { score } of beads) expect(score >= 0 && score <= 1).toBe(true)
      }),
    )
  })

  it('rows tile the paragraphs and their beads the sentences', () => {
    const paragraphs = fc.array(fc.array(segment, { minLength: 1, maxLength: 3 }), { maxLength: 6 })
    fc.assert(
      fc.property(paragraphs, paragraphs, (en, zh) => {
        const sideOf = (list: string[][]) => ({
          paragraphs: list.map((sentences) => ({ kind: 'paragraph' as const, sentences })),
        })
        const { rows } = alignNotice({ en: sideOf(en), 'zh-Hant': sideOf(zh) }, { lexicon })
        expect(tilingFaults(rows, { en: en.length, 'zh-Hant': zh.length })).toEqual([])
        const beads = rows.flatMap((row) => row.beads)
        expect(tilingFaults(beads, { en: en.flat().length, 'zh-Hant': zh.flat().length })).toEqual([])
        let paragraph = 0
        for (const row of rows) {
          const sentences = en.slice(paragraph, row.en.to).flat().length
          expect(row.beads.reduce((sum, bead) => sum + bead.en.to - bead.en.from, 0)).toBe(sentences)
          paragraph = row.en.to
        }
      }),
    )
  })

  it('swapping the sides mirrors the result', () => {
    const numbers = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('both', 'both', 'both', 'en', 'zh')), {
      maxLength: 15,
    })
    fc.assert(
      fc.property(numbers, (list) => {
        const en = list.filter(([, kept]) => kept !== 'zh').map(([n]) => pairOf(n).en)
        const zh = list.filter(([, kept]) => kept !== 'en').map(([n]) => pairOf(n).zh)
        const forth = alignSegments({ en, 'zh-Hant': zh }, { lexicon }).beads
        const back = alignSegments({ en: zh, 'zh-Hant': en }, { lexicon }).beads
        const shapesOf = (beads: typeof forth, first: 'en' | 'zh-Hant', second: 'en' | 'zh-Hant') =>
          beads
            .filter(
              (bead) => bead.en.from < bead.en.to && bead['zh-Hant'].from < bead['zh-Hant'].to && bead.score > 0.9,
            )
            .map((bead) => `${bead[first].from}-${bead[first].to}:${bead[second].from}-${bead[second].to}`)
        const one = shapesOf(forth, 'en', 'zh-Hant')
        const other = new Set(shapesOf(back, 'zh-Hant', 'en'))
        // Sums in another order differ in their last digits, so only what is sure is compared.
        for (const bead of one) if (!other.has(bead)) expect(back.some(({ score }) => score < 0.95)).toBe(true)
      }),
    )
  })

  it('the same input gives the same beads', () => {
    fc.assert(
      fc.property(side, side, (en, zh) => {
        const once = alignSegments({ en, 'zh-Hant': zh }, { lexicon })
        expect(alignSegments({ en, 'zh-Hant': zh }, { lexicon })).toEqual(once)
      }),
    )
  })

  it('pinned beads are honoured', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), fc.nat(20), fc.nat(20), (count, from, to) => {
        const pairs = Array.from({ length: count }, (_, n) => pairOf(n))
        const en = pairs.map((pair) => pair.en)
        const zh = pairs.map((pair) => pair.zh)
        const i = from % count
        const j = to % count
        const pin: Pin = { kind: 'bead', level: 'sentence', en: [en[i] ?? ''], 'zh-Hant': [zh[j] ?? ''] }
        const { beads, stalePins } = alignSegments({ en, 'zh-Hant': zh }, { lexicon, pins: [pin] })
        expect(stalePins).toEqual([])
        expect(beads).toContainEqual({
          en: { from: i, to: i + 1 },
          'zh-Hant': { from: j, to: j + 1 },
          score: 1,
          pinned: true,
        })
      }),
    )
  })

  it('with parameters frozen, a matched pair appended changes nothing early', () => {
    const pairs = Array.from({ length: 40 }, (_, n) => pairOf(n))
    const segments = (count: number) => ({
      en: pairs.slice(0, count).map((pair) => pair.en),
      'zh-Hant': pairs
        .slice(0, count)
        .filter((_, n) => n % 7 !== 3)
        .map((pair) => pair.zh),
    })
    const pooled = trainPooled([segments(40)], { lexicon })
    const shapeOf = (count: number) =>
      alignSegments(segments(count), { lexicon, pooled, frozen: true })
        .beads.slice(0, 20)
        .map(({ en, 'zh-Hant': zh }) => ({ en, zh }))
    expect(shapeOf(36)).toEqual(shapeOf(35))
  })
})
