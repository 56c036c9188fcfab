import { describe, expect, it } from 'vitest'
import { proposeDrops } from '../../src/text/boilerplate.ts'

const body = 'The ministry has issued a plan for the development of county hospitals in the coming five years.'
const chinese =
  '國家有關部門近日發布了今後五年縣級醫院發展的規劃，要求各地結合實際情況認真組織實施，並按時上報有關工作進展。'

describe('proposeDrops', () => {
  it.each([
    ['a copyright line', [body, 'Copyright © 2020 Example Ltd. All rights reserved.'], ['1 copyright line']],
    ['a Chinese copyright notice', [chinese, '版權聲明：轉載請注明出處'], ['1 copyright line']],
    ['a registration number', [chinese, '京ICP备12345678号-2'], ['1 site registration number']],
    ['author, time and hits', ['Author: Someone Time:2021-01-02 10:00 Hits:', body], ['0 author, time and hits line']],
    ['an address', [chinese, '地址:某省某市東區中山路 8 號'], ['1 postal address']],
    ['an address without its label', [chinese, '總部:江蘇省南京市玄武區中央路 19 號'], ['1 postal address']],
    ['a telephone line', [chinese, '聯系電話:400-123-4567'], ['1 telephone or e-mail line']],
    ['a follow-us line', [chinese, '官方公眾號'], ['1 follow-us line']],
    ['a site name above the text', ['Example Health-Official site', body], ['0 site name']],
    ['a site name between paragraphs stays', [body, 'Section A - Scope', body], []],
    ['a menu', ['新聞資訊 了解最新動態', chinese], ['0 navigation']],
    ['a clean notice', ['A plan for county hospitals', body, body], []],
    ['a clean Chinese notice', ['關於縣級醫院發展的通知', chinese, '第一條　目標', chinese], []],
    [
      'a long paragraph that mentions a copyright',
      [body, `${body} ${body} ${body} It asserts copyright in all of these.`],
      [],
    ],
    ['nothing', [], []],
  ])('%s', (_name, blocks, expected) => {
    expect(proposeDrops(blocks).map(({ index, reason }) => `${index} ${reason}`)).toEqual(expected)
  })
})
