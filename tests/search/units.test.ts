import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCharacter, unitKeys, unitsOf } from '../../src/search/units.ts'
import { fold } from '../../src/text/fold.ts'

describe('unitsOf', () => {
  it.each([
    ['words', 'The MDT’s beds', ['the', 'mdt', 's', 'beds']],
    ['characters, folded', '再生醫學、衞生', ['再', '生', '医', '学', '卫', '生']],
    ['both', '不少於 750 張', ['不', '少', '于', '750', '张']],
    ['thousands as one number', '5,000 and 1,23', ['5000', 'and', '1', '23']],
    ['width', '７５０', ['750']],
    ['characters beyond the BMP', '𠮷a', ['𠮷', 'a']],
    ['nothing', '…—？ \ud842', []],
  ])('%s', (_name, text, keys) => {
    expect(unitsOf(text).keys).toEqual(keys)
  })

  it('gives runs that are sorted, disjoint and hold the unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { keys, run } = unitsOf(text)
        let last = 0
        keys.forEach((key, at) => {
          const { from, to } = run(at)
          expect(from).toBeGreaterThanOrEqual(Math.min(last, from))
          expect(to).toBeGreaterThan(from)
          expect(fold(text.slice(from, to)).replaceAll(',', '')).toContain(key)
          last = to
        })
      }),
    )
  })

  it('gives an index the units that a query gets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(unitKeys(fold(text))).toEqual(unitsOf(text).keys)
      }),
    )
  })

  it('tells characters from words', () => {
    expect(['醫', '𠮷', 'の', 'a', '7', 'ab', '医学'].map(isCharacter)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
