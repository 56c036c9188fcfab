import { describe, expect, it } from 'vitest'
import { undoEdits } from '../../src/corpus/replay.ts'
import { recover } from '../../src/recover/index.ts'
import { recoveryTools as tools } from './tools.ts'

const recovered = (text: string) => recover(text, { tools, lang: 'zh-Hant' })

describe('what writing tools leave in text', () => {
  it.each([
    ['accented letters', 'caf&eacute;, M&uuml;ller, &Eacute;cole', 'café, Müller, École'],
    ['signs and Greek', '&alpha; &le; &frac12; &rarr; &hearts;', 'α ≤ ½ → ♥'],
    ['escaped twice', 'caf&amp;eacute; 甲&amp;#20013;乙', 'café 甲中乙'],
    ['numbers without a semicolon', '&#20013;&#22283 &#x4e2d&#x56fd', '中國 中国'],
    ['a space without a semicolon', '甲&nbsp乙', '甲\u00a0乙'],
    ['numbers that were meant as windows-1252', '&#147;it&#146;s&#148; &#150; &#x80;5', '“it’s” – €5'],
    ['controls among them', '甲&zwnj;乙&shy;丙&#8203;丁', '甲乙丙丁'],
  ])('reads entities: %s', (_name, received, clean) => {
    const { text, edits } = recovered(received)
    expect(text).toBe(clean)
    expect(undoEdits(text, edits)).toBe(received)
    expect(recovered(text).edits).toEqual([])
  })

  it.each([
    'https://example.org/?a=1&copy=2&reg=3&#20013',
    'total = &sum;',
    'read(&size, &sum)',
    'p = &copy, q = &lt',
    '&nosuch; &#129; &#0; &#xD800; &#1114112;',
    'AT&T; R&D',
  ])('finds no entity in %s', (clean) => {
    expect(recovered(clean).text).toBe(clean)
  })

  it.each([
    ['tags that hide a sentence', '甲\u{e0001}\u{e0068}\u{e0069}\u{e007f}乙', '甲乙'],
    ['blank letters of hangul', '甲\u3164乙\uffa0', '甲乙'],
  ])('takes out controls: %s', (_name, received, clean) => {
    const { text, edits } = recovered(received)
    expect(text).toBe(clean)
    expect(undoEdits(text, edits)).toBe(received)
  })

  it.each([
    '甲\t乙\f丙',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 英格蘭',
    '👩\u200d🔬',
    '葛\u{e0100}城',
  ])('leaves what a text needs: %j', (clean) => {
    expect(recovered(clean).text).toBe(clean)
  })

  it.each([
    ['hard spaces', '休\u00a0館\u00a0通\u00a0知', '休館通知'],
    ['thin spaces', '休\u2009館\u2009通\u2009知', '休館通知'],
    ['full-width ones, which are typesetting', '休\u3000館\u3000通\u3000知', '休\u3000館\u3000通\u3000知'],
    ['a number behind a full-width word', 'ＣＯＶＩＤ－１９與ＭＰ３', 'COVID-19與MP3'],
    ['a full-width address', '見ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｏｒｇ／ａ。', '見https://example.org/a。'],
    ['two full-width words', 'Ｈｅｌｌｏ　Ｗｏｒｌｄ', 'Hello World'],
    ['single letters apart, which stay', '選Ａ　Ｂ　Ｃ', '選Ａ　Ｂ　Ｃ'],
    ['a word and a letter', 'Ｖｉｔａｍｉｎ　Ｃ', 'Vitamin C'],
    ['a word and its number apart', 'ＡＢ　１２', 'AB　１２'],
  ])('undoes what page setting did: %s', (_name, received, clean) => {
    expect(recovered(received).text).toBe(clean)
  })

  it('leaves the marks of Japanese and Korean', () => {
    for (const clean of ['説明: この引数は(省略可能)です,多分。', '도서관(圖書館)은, 월요일에 쉽니다.'])
      expect(recovered(clean).text).toBe(clean)
  })

  it('shows question marks that stand for lost characters, and takes none of them for punctuation', () => {
    const lossy = [
      '一名工党???工党党?担心「?个名?与愚笨和大便押韵。」',
      '?于不是威尔斯人的?者，我?特意在此附上解?：在威尔斯?，「twp」指愚笨。',
      '国会委?会?正草拟落?改名的立案，?示：毫无疑?地，国会成?任何名?的最?决定。',
      '?同?也提出其他替代?号，?民在礼拜天?行投票。',
    ].join('\n')
    const { text, unresolved } = recovered(lossy)
    expect(text).toBe(lossy)
    expect(unresolved.map(({ was }) => was).join('')).toBe(lossy.replaceAll(/[^?]/gu, ''))
    expect(unresolved[0]).toMatchObject({ was: '???', why: expect.stringContaining('thrown away') as string })
  })

  it('takes frequent questions for questions', () => {
    const questions = '您好嗎?我很好。如何申請?請備妥文件。甚麼時候?\n週一。(?)'.repeat(10)
    const { text, unresolved } = recovered(questions)
    expect(text).not.toContain('?')
    expect(unresolved).toEqual([])
  })

  it('shows a mark of UTF-8 read as GBK that lost its last byte', () => {
    const { text, unresolved } = recovered('聯絡電話锛?請於週一來電銆?')
    expect(text).toBe('聯絡電話锛?請於週一來電銆?')
    expect(unresolved.map(({ was }) => was)).toEqual(['锛?', '銆?'])
  })

  it('shows replacement characters however they were decoded once more', () => {
    const { unresolved } = recovered('甲嚙踝蕭乙Ã¯Â¿Â½丙')
    expect(unresolved.map(({ was }) => was)).toEqual(['嚙踝蕭', 'Ã¯Â¿Â½'])
  })
})
