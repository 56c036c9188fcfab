import { describe, expect, it } from 'vitest'
import { alignSegments } from '../../src/align/index.ts'
import { pairOf, smallLexicon as lexicon } from './lexicon.ts'

const pairs = Array.from({ length: 120 }, (_, n) => pairOf(n))
/** A chapter in the notice's own words and with numbers of its own, which the other side lacks. */
const chapter = Array.from({ length: 2000 }, (_, n) => pairOf(1000 + n * 3))

const key = (bead: { en: { from: number; to: number }; 'zh-Hant': { from: number; to: number } }) =>
  `${bead.en.from}-${bead.en.to}:${bead['zh-Hant'].from}-${bead['zh-Hant'].to}`

describe('a long insertion', () => {
  it.each([
    ['at the beginning', 0],
    ['in the middle', 60],
    ['at the end', 120],
  ])('of 2,000 segments %s moves no other bead', (_name, at) => {
    const en = pairs.map((pair) => pair.en)
    const zh = pairs.map((pair) => pair.zh)
    const longer = { en: en.toSpliced(at, 0, ...chapter.map((pair) => pair.en)), 'zh-Hant': zh }
    const { beads } = alignSegments(longer, { lexicon })
    const place = (n: number) => (n < at ? n : n + chapter.length)
    const paired = beads.filter((bead) => bead['zh-Hant'].from < bead['zh-Hant'].to)
    expect(paired.map(key)).toEqual(pairs.map((_pair, n) => `${place(n)}-${place(n) + 1}:${n}-${n + 1}`))
  })

  it('may stand on either side', () => {
    const zh = pairs.map((pair) => pair.zh).toSpliced(60, 0, ...chapter.map((pair) => pair.zh))
    const { beads } = alignSegments({ en: pairs.map((pair) => pair.en), 'zh-Hant': zh }, { lexicon })
    const paired = beads.filter((bead) => bead.en.from < bead.en.to)
    expect(paired.map(key)).toEqual(
      pairs.map((_pair, n) => `${n}-${n + 1}:${n < 60 ? n : n + 2000}-${n < 60 ? n + 1 : n + 2001}`),
    )
  })
})
