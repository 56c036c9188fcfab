import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldMapped, unfoldRun } from '../../src/text/fold.ts'

describe('fold', () => {
  it.each([
    ['script', '臨床專科', '临床专科'],
    ['regional forms', '臨牀 衞生 裏面', '临床 卫生 里面'],
    ['one context-free form', '乾坤 乾燥', '干坤 干燥'],
    ['width', 'ＡＢＣ１２３', 'abc123'],
    ['case and diacritics', 'Café MDT', 'cafe mdt'],
    ['radicals in place of characters, as PDFs have them', '⻑⻋ ⼀⺠', '长车 一民'],
    ['a chosen form of a character', '葛\u{e0100}城 甲\ufe00', '葛城 甲'],
    ['a Roman numeral sign', '第Ⅲ期', '第iii期'],
  ])('%s', (_name, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  const text = fc
    .array(fc.constantFrom('a', 'É', '臨', 'Ⅲ', '𠮷', '㈱', '\ud800', 'Ａ', ' '))
    .map((all) => all.join(''))
  it('with a map gives the same text, and each run its way back', () => {
    fc.assert(
      fc.property(text, (original) => {
        const folded = foldMapped(original)
        expect(folded.text).toBe(fold(original))
        expect(unfoldRun(folded, { from: 0, to: folded.text.length })).toEqual({ from: 0, to: original.length })
        for (let at = 0; at < folded.text.length; at += 1) {
          const { from, to } = unfoldRun(folded, { from: at, to: at + 1 })
          expect(fold(original.slice(from, to))).toContain(folded.text[at])
        }
      }),
    )
  })

  it('is its own fixed point', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(fold(fold(original))).toBe(fold(original))
      }),
    )
  })
})
