import { describe, expect, it } from 'vitest'
import { proposeDrops, type DropCandidate } from '../../src/text/boilerplate.ts'

const body = 'The ministry has issued a plan for the development of county hospitals in the coming five years.'
const chinese =
  '國家有關部門近日發布了今後五年縣級醫院發展的規劃，要求各地結合實際情況認真組織實施，並按時上報有關工作進展。'

describe('proposeDrops', () => {
  it.each<[name: string, blocks: (string | DropCandidate)[], expected: string[]]>([
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
    ['links over two lines', [chinese, '上一篇：門診掛號須知\n下一篇：出院流程'], ['1 navigation']],
    [
      'what screen readers are offered first',
      [':::', '跳到主要內容區塊', 'Skip to main content', body],
      [0, 1, 2].map((at) => `${at} navigation`),
    ],
    [
      'when it was published and last changed',
      ['Published: 3 May 2022 | Last updated: 4 May 2022', body],
      ['0 author, time and hits line'],
    ],
    ['the same on a page of Taiwan', ['發布日期：2022-05-03 點閱次數：12', chinese], ['0 author, time and hits line']],
    ['a cookie notice', [body, 'We use cookies to improve your experience. Accept all'], ['1 cookie notice']],
    ['a telephone with nothing to call stays', [body, 'The card shows the telephone number of the clinic', body], []],
    ['words that hold the name of a device stay', [body, 'An intelligent pump and a hotel bed', body], []],
    [
      'a sentence that says whom to call stays',
      [body, 'For a later visit call the ward by telephone 2555 0100 before noon.', body],
      [],
    ],
    ['a sentence that says where it is stays', [chinese, '門診已遷至某省某市東區中山路 8 號。', chinese], []],
    [
      'headings that begin like a menu stay',
      [body, 'Home visits by nurses', 'Next of kin', 'Previous versions', body],
      [],
    ],
    ['numbers and versions under a title stay', ['Document no. SOP-021 · Version 3.0 · 2024-01-15', body], []],
    [
      'what the page says to be beside its text',
      [
        { text: 'Careers', part: 'navigation' },
        body,
        { text: `${body} ${body} ${body}`, part: 'page foot' },
        { text: 'Parking', part: 'side column' },
      ],
      ['0 navigation', '2 page foot', '3 side column'],
    ],
    [
      'a page that is all foot',
      [
        { text: body, part: 'page foot' },
        { text: chinese, part: 'page foot' },
      ],
      [],
    ],
    [
      'nothing but links, in the head and the foot alone',
      [
        { text: '就醫指南', part: 'links' },
        body,
        { text: 'the form', part: 'links' },
        body,
        { text: '人才招聘', part: 'links' },
      ],
      ['0 navigation', '4 navigation'],
    ],
    ['nothing', [], []],
  ])('%s', (_name, blocks, expected) => {
    const candidates = blocks.map((block) => (typeof block === 'string' ? { text: block } : block))
    expect(proposeDrops(candidates).map(({ index, reason }) => `${index} ${reason}`)).toEqual(expected)
  })
})
