import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numerals } from '../../src/text/numerals.ts'

const shown = (text: string) =>
  numerals(text).map(({ at, value, kind }) => `${text.slice(at.from, at.to)}=${value} ${kind}`)

describe('numerals', () => {
  it.each([
    ['1萬', ['1萬=10000 cardinal']],
    ['1.5萬', ['1.5萬=15000 cardinal']],
    ['兩千', ['兩千=2000 cardinal']],
    ['廿一', ['廿一=21 cardinal']],
    ['二〇二五', ['二〇二五=2025 cardinal']],
    ['一萬二千三百四十五', ['一萬二千三百四十五=12345 cardinal']],
    ['三億零五萬', ['三億零五萬=300050000 cardinal']],
    ['兩百五', ['兩百五=250 cardinal']],
    ['一百十四', ['一百十四=114 cardinal']],
    ['三千一百十', ['三千一百十=3110 cardinal']],
    ['民國一百十四年', ['一百十四=2025 year']],
    ['一千十', ['一千=1000 cardinal', '十=10 cardinal']],
    ['百分之三十', ['百分之三十=30 percent']],
    ['三分之二', [`三分之二=${2 / 3} fraction`]],
    ['第三十二條', ['三十二=32 ordinal']],
    ['十四五', ['十四=14 cardinal', '五=5 cardinal']],
    ['民國107年', ['107=2018 year']],
    ['不少于 5000 個', ['5000=5000 cardinal']],
    ['no less than 10,000', ['10,000=10000 cardinal']],
    ['1.1 million people', ['1.1 million=1100000 cardinal']],
    ['the 14th Plan', ['14th=14 ordinal']],
    ['the Fourteenth Plan', ['Fourteenth=14 ordinal']],
    ['twenty-one and one hundred and five', ['twenty-one=21 cardinal', 'one hundred and five=105 cardinal']],
    ['two million three hundred', ['two million three hundred=2000300 cardinal']],
    ['30% or 30 percent or thirty per cent', ['30%=30 percent', '30 percent=30 percent', 'thirty per cent=30 percent']],
    ['two-thirds', [`two-thirds=${2 / 3} fraction`]],
    ['1 000 000 people', ['1 000 000=1000000 cardinal']],
    ['1\u202f000\u202f000 and 25\u00a0000', ['1\u202f000\u202f000=1000000 cardinal', '25\u00a0000=25000 cardinal']],
    ['Call 400 699 8388', ['400=400 cardinal', '699=699 cardinal', '8388=8388 cardinal']],
    ['in 2021 100 of them', ['2021=2021 cardinal', '100=100 cardinal']],
    ['Chapter IV and Articles XII', ['IV=4 ordinal', 'XII=12 ordinal']],
    ['World War II, George VI', ['II=2 ordinal', 'VI=6 ordinal']],
    ['type II diabetes', ['II=2 ordinal']],
    ['(i), (ii) and (iv)', ['ii=2 ordinal', 'iv=4 ordinal']],
    ['Ⅲ期、II期臨床試驗、第IV章', ['Ⅲ=3 ordinal', 'II=2 ordinal', 'IV=4 ordinal']],
    ['Part I', ['I=1 ordinal']],
    ['the part I played', []],
    ['I have an IV drip and a CD, MI5 did', ['5=5 cardinal']],
    ['The IV line, a mix of DC and MD', []],
    ['Chapter IIII', []],
    ['someone often wants bones', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it('reads any grouped number by its value', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        expect(numerals(`about ${value.toLocaleString('en-US')} of them`).map((one) => one.value)).toEqual([value])
      }),
    )
  })

  it('keeps runs sorted and disjoint', () => {
    const piece = fc.constantFrom(
      '一',
      '十',
      '百',
      '萬',
      '3',
      '.5',
      ',000',
      ' ',
      'two ',
      'hundred ',
      '%',
      '分之',
      '第',
      'x',
      'Part IV',
      'Ⅻ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        let last = 0
        for (const { at, value } of numerals(pieces.join(''))) {
          expect(at.from).toBeGreaterThanOrEqual(last)
          expect(Number.isFinite(value)).toBe(true)
          last = at.to
        }
      }),
    )
  })
})
