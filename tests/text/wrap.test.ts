import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, undoEdits } from '../../src/corpus/replay.ts'
import { rejoinLines } from '../../src/text/wrap.ts'

const rejoined = (text: string) => applyEdits(text, rejoinLines(text))

/** Greedy wrapping, as mailers and editors do it. */
function wrap(words: readonly string[], column: number): string {
  let out = ''
  let width = 0
  for (const word of words) {
    if (width === 0) out += word
    else if (width + 1 + word.length > column) out += `\n${word}`
    else out += ` ${word}`
    width = out.length - (out.lastIndexOf('\n') + 1)
  }
  return out
}

describe('rejoinLines', () => {
  it('rejoins wrapped English', () => {
    const words = `Recently the commission issued a plan which requires that capacity building be strengthened further
      and that hospitals in every province take part in it as far as their means allow`.split(/\s+/)
    expect(rejoined(wrap(words, 40))).toBe(words.join(' '))
  })

  it('rejoins wrapped Chinese without spaces', () => {
    const text = '本法所稱主管機關在中央為衛生主管機關在直轄市為直轄市政府在縣為縣政府並應依本法之規定辦理各項業務'
    expect(rejoined(text.replace(/(.{15})/gu, '$1\n'))).toBe(text)
  })

  it.each(['\r\n', '\r'])('rejoins lines that end in %j', (lineEnd) => {
    const text = '本法所稱主管機關在中央為衛生主管機關在直轄市為直轄市政府在縣為縣政府並應依本法之規定辦理各項業務'
    const second = `${lineEnd}${lineEnd}第二段。`
    expect(rejoined(text.replace(/(.{15})/gu, `$1${lineEnd}`) + second)).toBe(text + second)
  })

  it.each([
    ['請把PDF檔和DOC檔都寄到本館的信箱', '', 'Word檔也可以。檔案大小不得超過規定'],
    ['請把 PDF 檔和 DOC 檔都寄到本館信箱', ' ', 'Word 檔也可以。檔案大小不得超過規定'],
  ])('writes between Han characters and words what the text does: %s', (first, joint, second) => {
    expect(rejoined(`${first}\n${second}\n超過的一律退回。`)).toBe(`${first}${joint}${second}超過的一律退回。`)
  })

  it.each([
    ['a list', '- one item of this list\n- another item here\n- the third item, too'],
    ['a paragraph a line', '第一段話很短。\n第二段話要長得多得多得多得多得多得多得多得多。\n第三段。'],
    [
      'verse',
      'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye,\nCould frame it?',
    ],
    ['a blank line', 'one\n\ntwo'],
    ['two lines', 'The quick brown fox jumps over the lazy dog\nand runs'],
  ])('leaves %s', (_name, text) => {
    expect(rejoinLines(text)).toEqual([])
  })

  it('makes edits that can be undone', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('word', '漢字', '\n', ' ', '。', 'a-')), (parts) => {
        const text = parts.join('')
        const edits = rejoinLines(text)
        expect(undoEdits(applyEdits(text, edits), edits)).toBe(text)
      }),
    )
  })
})
