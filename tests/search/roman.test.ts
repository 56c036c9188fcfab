import { describe, expect, it } from 'vitest'
import { initialsOf, looksRoman } from '../../src/search/roman.ts'
import { cutInto, looksSyllable, toneDigits } from '../../src/search/syllables.ts'

describe('the shape of romanised Chinese', () => {
  it.each([
    ['zaisheng yixue', 'pinyin'],
    ['zàishēng', 'pinyin'],
    ['lǜsè nüer', 'pinyin'],
    ["xi'an", 'pinyin'],
    ['zhuangzi', 'pinyin'],
    ['zoi3 sang1 ji1 hok6', 'jyutping'],
    ['gwongdung', 'jyutping'],
    ['ng5 m4 hoeng1', 'jyutping'],
  ] as const)('is seen in “%s”, %s', (typed, system) => {
    expect(looksRoman(typed, system)).toBe(true)
  })

  it.each(['regenrative', 'quasar', 'boliiva', 'conditions', 'MDT 7', '再生', ''])('is not seen in “%s”', (typed) => {
    expect(looksRoman(typed, 'pinyin')).toBe(false)
    expect(looksRoman(typed, 'jyutping')).toBe(false)
  })

  it('is cut in every way that there is, the fewest syllables first', () => {
    expect(cutInto('xian', looksSyllable)).toEqual([['xian'], ['xi', 'an']])
  })

  it('has its tone marks as digits', () => {
    expect(['zàishēng', 'lǚ', 'lü4'].map((word) => toneDigits(word, 'pinyin'))).toEqual(['zai4sheng1', 'lv3', 'lv4'])
  })

  it('is no initials below three letters, in capitals, or with one that begins no syllable', () => {
    expect(['zsyx', 'zs yx', 'zs', 'MDT', 'zsiv'].map((typed) => initialsOf(typed)?.length ?? null)).toEqual([
      4,
      4,
      null,
      null,
      null,
    ])
  })
})
