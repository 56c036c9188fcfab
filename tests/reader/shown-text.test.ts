import fc from 'fast-check'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { unitForUnit } from '../../src/reader/features/shown-text/unit-for-unit.ts'

const convert = Converter({ from: 't', to: 'cn' })

describe('unitForUnit', () => {
  it.each([
    ['國家衛健委發布', '国家卫健委发布'],
    ['不少於750個', '不少于750个'],
    // By its phrase, not by its characters.
    ['乾隆乾淨', '乾隆干净'],
    // Its counterpart is two units long.
    ['勣國', '勣国'],
    ['', ''],
  ])('%s is shown as %s', (text, shown) => {
    expect(unitForUnit(text, convert)).toBe(shown)
  })

  it('keeps every character in its place, whatever the conversion does', () => {
    const converters = [convert, (text: string) => `${text}𠮷`, (text: string) => text.replaceAll(/./gu, '𠮷')]
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...converters), (text, by) => {
        const shown = unitForUnit(text, by)
        expect(Array.from(shown, ({ length }) => length)).toEqual(Array.from(text, ({ length }) => length))
      }),
    )
  })
})
