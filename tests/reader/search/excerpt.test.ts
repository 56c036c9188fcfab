import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt } from '../../../src/reader/features/search/excerpt.ts'

const shown = (text: string, matches: readonly (readonly [number, number])[], most: number): string =>
  excerpt(
    text,
    matches.map(([from, to]) => ({ from, to })),
    most,
  )
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

describe('excerpt', () => {
  it.each<[name: string, text: string, matches: [number, number][], most: number, expected: string]>([
    ['a short text is shown whole', 'No less than 750 beds.', [[13, 16]], 60, 'No less than [750] beds.'],
    ['a side without a match begins at its beginning', 'One two three four five six', [], 13, 'One two three…'],
    ['words stay whole at both cuts', 'alpha beta gamma delta epsilon', [[11, 16]], 14, '…beta [gamma] delta…'],
    [
      'all matches that there is room for',
      `${'前'.repeat(30)}甲乙丙丁${'後'.repeat(30)}`,
      [
        [30, 31],
        [33, 34],
      ],
      6,
      '…前[甲]乙丙[丁]後…',
    ],
    ['white space of any kind is a space', 'a\n\n\tb', [], 60, 'a b'],
    ['a match is never cut', 'xxxxxxxxxx yyyyyyyyyyyyyyyyyyyy zzz', [[11, 31]], 8, '…[yyyyyyyyyyyyyyyyyyyy]…'],
  ])('%s', (_name, text, matches, most, expected) => {
    expect(shown(text, matches, most)).toBe(expected)
  })

  it('is a part of the text with its matches in it, and never half a character', () => {
    const words = fc.array(fc.constantFrom('hospital ', '醫', '𠮷', 'a', ' ', '院。'), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 60 }), (parts, at, length, most) => {
        const text = parts.join('')
        const starts = [0, ...parts.map((_, index) => parts.slice(0, index + 1).join('').length)]
        const first = at % parts.length
        const run = { from: starts[first] ?? 0, to: starts[Math.min(parts.length, first + 1 + (length % 3))] ?? 0 }
        const pieces = excerpt(text, [run], most)
        const joined = pieces.map((piece) => piece.text).join('')
        const spaced = (words: string): string => words.replace(/\s+/gu, ' ')
        expect(joined.isWellFormed()).toBe(true)
        expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual([
          spaced(text.slice(run.from, run.to)),
        ])
        expect(spaced(text).replace(/ +/gu, ' ')).toContain(spaced(joined.replace(/^…|…$/gu, '')))
      }),
    )
  })
})
