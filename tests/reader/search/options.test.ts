import { describe, expect, it } from 'vitest'
import { optionAfter, optionsOf } from '../../../src/reader/features/search/options.ts'

describe('options', () => {
  it('are what was asked before and examples while nothing is asked', () => {
    const suggested = { recent: ['MDT'], examples: [{ query: '醫', lang: 'zh-Hant', teaches: 'term' } as const] }
    expect(optionsOf('', null, suggested)).toEqual([
      { kind: 'query', query: 'MDT' },
      { kind: 'query', query: '醫' },
    ])
    expect(optionsOf('x', null, suggested)).toEqual([])
  })

  it.each([
    ['the first key goes to the first', 'ArrowDown', -1, 3, 0],
    ['down', 'ArrowDown', 0, 3, 1],
    ['the last has none behind it', 'ArrowDown', 2, 3, null],
    ['up', 'ArrowUp', 2, 3, 1],
    ['the first has none before it', 'ArrowUp', 0, 3, null],
    ['a page stops at the end', 'PageDown', 1, 3, 2],
    ['another key', 'a', 0, 3, null],
    ['no options', 'ArrowDown', -1, 0, null],
  ])('%s', (_name, key, at, count, expected) => {
    expect(optionAfter(key, at, count)).toBe(expected)
  })
})
