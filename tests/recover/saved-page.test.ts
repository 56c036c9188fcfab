import { describe, expect, it } from 'vitest'
import { recover } from '../../src/recover/index.ts'
import { recoveryTools as tools } from './tools.ts'

const recovered = (text: string) => recover(text, { tools, lang: 'zh-Hant' })

describe('a file as it was saved', () => {
  it.each([
    [
      'a style of an element',
      '<p style="font-family:宋体;font-size:12px">發(fā)布,甲</p>',
      '<p style="font-family:宋体;font-size:12px">發布，甲</p>',
    ],
    [
      'a style',
      '<style>\nb{font-family:宋体,ＭＳ;}\n</style>\n甲,乙',
      '<style>\nb{font-family:宋体,ＭＳ;}\n</style>\n甲，乙',
    ],
    ['a script', '<script>alert("好?"+x(甲));</script>好?', '<script>alert("好?"+x(甲));</script>好？'],
    ['an address', '<a href="/甲?乙=丙,丁">連結</a>,好', '<a href="/甲?乙=丙,丁">連結</a>，好'],
    ['a comment', '<!-- 注:甲 -->注:甲', '<!-- 注:甲 -->注：甲'],
    [
      'tags that are many words',
      `${'<br class="a b c">\n'.repeat(20)}甲,乙`,
      `${'<br class="a b c">\n'.repeat(20)}甲，乙`,
    ],
    ['a style that is never closed', '甲,乙<style>a{b:宋体,ＭＳ', '甲，乙<style>a{b:宋体,ＭＳ'],
    ['no tag at all', '若甲<乙,則<不,可>', '若甲<乙，則<不，可>'],
  ])('leaves the markup of a saved page alone: %s', (_name, received, expected) => {
    expect(recovered(received).text).toBe(expected)
  })

  it('takes lines for lines, however they end', () => {
    const lines = [
      '發(fā)布規(guī)劃,(甲',
      '乙)與市(縣)',
      'Is it (對讀)? They say it is, and it may well be so, too.',
      '在 HTML 中要寫成 &lt; 才會顯示',
      '甲&lt;乙,姓名(&nbsp;)',
      ['一些???于?他?的?号改?威尔斯国会成? ?一建?感到惊愕', '台上??颇芰ㄔO工作'].join('。'),
      '國家啟動臨床??颇芰ㄔO工作,指導各地',
    ]
    const expected = recovered(lines.join('\n'))
    for (const lineEnd of ['\r\n', '\r']) {
      const { text, unresolved } = recovered(lines.join(lineEnd))
      expect(text.split(lineEnd)).toEqual(expected.text.split('\n'))
      expect(unresolved.map(({ was }) => was)).toEqual(expected.unresolved.map(({ was }) => was))
    }
  })
})
