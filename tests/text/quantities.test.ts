import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantities } from '../../src/text/quantities.ts'
import type { Quantity } from '../../src/text/quantity.ts'

/** `at-least 750 piece`, `2021-12-17`, `30%`. */
function shown({ kind, value, unit, bound, date }: Quantity): string {
  if (date !== undefined) return [date.year ?? '-', date.month ?? '', date.day ?? ''].join('/').replace(/\/+$/u, '')
  const number =
    kind === 'share' ? `${Number((value * 100).toFixed(4))}%` : kind === 'ordinal' ? `${value}.` : String(value)
  return [bound, number, unit].filter((part) => part !== undefined).join(' ')
}

describe('quantities', () => {
  it.each([
    ['1萬', ['10000']],
    ['一萬五千', ['15000']],
    ['1.5億', ['150000000']],
    ['百分之三十', ['30%']],
    ['三分之二', ['66.6667%']],
    ['兩千', ['2000']],
    ['廿一', ['21']],
    ['二〇二一年', ['2021']],
    ['2021年12月17日', ['2021/12/17']],
    ['民國112年', ['2023']],
    ['中華民國一百一十二年三月', ['2023/3']],
    ['12月17日', ['-/12/17']],
    ['December 17, 2021', ['2021/12/17']],
    ['on 17 December', ['-/12/17']],
    ['2021-12-17', ['2021/12/17']],
    ['no less than 750 projects', ['at-least 750']],
    ['a total of no less than 750 projects', ['at-least 750']],
    ['at least 10,000', ['at-least 10000']],
    ['建設累計不少于750個項目', ['at-least 750 piece']],
    ['不少於 5000 個', ['at-least 5000 piece']],
    ['至少1萬個', ['at-least 10000 piece']],
    ['二十人以上', ['at-least 20 people']],
    ['三十日內', ['30 day']],
    ['not exceeding NT$300,000', ['at-most 300000 TWD']],
    ['over $5 million', ['more-than 5000000 USD']],
    ['£3bn', ['3000000000 GBP']],
    ['two thirds', ['66.6667%']],
    ['half of the seats', ['50%']],
    ['約三成', ['about 30%']],
    ['30 percent', ['30%']],
    ['第十二條', ['12.']],
    ['120天', ['120 day']],
    ['5米', ['5 m']],
    ['3,500萬元', ['35000000 money']],
    ['1億2,000萬', ['120000000']],
    ['一點五億', ['150000000']],
    ['10餘萬人', ['more-than 100000 people']],
    ['三成五', ['35%']],
    ['三至五年', ['3 year', '5 year']],
    ['10%至15%', ['10%', '15%']],
    ['30 to 43 percent', ['30%', '43%']],
    ['between 30 and 43 percent', ['30%', '43%']],
    ['百分之30至43', ['30%', '43%']],
    ['百分之三十至四十三', ['30%', '43%']],
    ['5–10 million', ['5000000', '10000000']],
    ['3至5萬人', ['30000 people', '50000 people']],
    ['500 to 1 million', ['500', '1000000']],
    ['from 3 to 5 beds', ['3', '5']],
    ['1 000 000 beds', ['1000000']],
    ['八折、八五折、7.5折、打9折', ['80% of-price', '85% of-price', '75% of-price', '90% of-price']],
    ['折扣、骨折、一折疊', []],
    ['221 BC', ['-221']],
    ['公元前221年', ['-221']],
    ['西元前二二一年', ['-221']],
    ['AD 79, 79 CE, 公元79年', ['79', '79', '79']],
    ['Chapter IV, Article XII', ['4.', '12.']],
    ['第Ⅲ期', ['3.']],
    ['不滿二十歲', ['less-than 20 years-old']],
    ['RMB300 million', ['300000000 CNY']],
    ['新臺幣三百萬元', ['3000000 TWD']],
    ['a dozen, half a million', ['12', '500000']],
    ['近百家', ['100']],
    ['兩年半', ['2.5 year']],
    ['一個半月', ['1.5 month']],
    ['one and a half years', ['1.5 year']],
    ['one in five', ['20%']],
    ['3/4', ['75%']],
    ['5‰', ['0.5%']],
    ['37.5℃', ['37.5 degrees']],
    ['17/12/2021', ['2021/12/17']],
    ['12/17/2021', ['2021/12/17']],
    ['20世紀90年代', ['1990']],
    ['the 1990s', ['1990']],
    ['從 90 年代起', ['1990']],
    ['FY19', ['2019']],
    ['FY2019-20', ['2019']],
    ['2020年度', ['2020']],
    ['2019會計年度', ['2019']],
    ['十五時三十分', []],
    ['5G, 4K', []],
    ['一定, 四川, 三農, 零售, 雙一流, 一帶一路, 三甲醫院, 千方百計, 十分重要', []],
    ['（三）', ['3']],
    ['3D printing and 3D打印', []],
    ['COVID-19', []],
    ['the 14th Five-Year Plan', []],
    ['“十四五”規劃', []],
    ['十四五規劃出臺後', []],
    ['第十四個五年規劃', []],
    ['數十人', []],
    ['十幾個', []],
    ['下午三點', []],
  ])('reads %s', (text, expected) => {
    expect(quantities(text).map(shown)).toEqual(expected)
  })

  it.each([
    ['no less than 750 national key projects;', 'national key projects'],
    ['At least 10,000 county-level projects will be built.', 'county-level projects'],
    ['不少于750個國家臨床重點專科建設項目；', '國家臨床重點專科建設項目'],
  ])('says what %s counts', (text, expected) => {
    const [{ subject } = { subject: undefined }] = quantities(text)
    expect(subject === undefined ? null : text.slice(subject.from, subject.to)).toBe(expected)
  })

  it.each([
    ['750 beds', true],
    ['one of the three', false],
    ['一般', false],
    ['十二個月', true],
    ['三分之二', true],
    ['article 3', false],
  ])('knows whether %s must stand on the other side too', (text, expected) => {
    expect(quantities(text).some(({ telling }) => telling)).toBe(expected)
  })

  it('stays sorted and disjoint whatever the text', () => {
    const piece = fc.constantFrom(
      '12',
      '月',
      '年',
      '日',
      '一',
      '百',
      '分之',
      '第',
      ' May ',
      '2021',
      ',',
      '%',
      ' at least ',
      '以上',
      'half of the ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const { at } of quantities(text)) {
          expect(at.from).toBeGreaterThanOrEqual(end)
          expect(at.to).toBeGreaterThan(at.from)
          expect(at.to).toBeLessThanOrEqual(text.length)
          end = at.to
        }
      }),
    )
  })
})
