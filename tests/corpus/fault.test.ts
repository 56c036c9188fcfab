import { describe, expect, it } from 'vitest'
import { formatFault, placeOf } from '../../src/corpus/fault.ts'

describe('formatFault', () => {
  it.each([
    [{ file: 'a.txt', what: 'It is empty', todo: 'Put text in' }, 'a.txt: It is empty. Put text in.'],
    [
      { file: 'a.yaml', line: 3, column: 1, what: 'No key', todo: 'Did you mean “x”?' },
      'a.yaml:3:1: No key. Did you mean “x”?',
    ],
    [{ file: 'a.txt', line: 2, what: '不是文字。', todo: 'Check it' }, 'a.txt:2: 不是文字。 Check it.'],
  ])('%j', (fault, expected) => {
    expect(formatFault(fault)).toBe(expected)
  })
})

describe('placeOf', () => {
  it.each([
    ['', 0, '1:1'],
    ['ab', 1, '1:2'],
    ['a\nb', 2, '2:1'],
    ['a\r\nb', 3, '2:1'],
    ['a\rb', 2, '2:1'],
    ['a\n\nb', 3, '3:1'],
  ])('%j at %i', (text, offset, expected) => {
    const { line, column } = placeOf(text, offset)
    expect(`${line}:${column}`).toBe(expected)
  })
})
