import { describe, expect, it } from 'vitest'
import { encodeSide } from '../../src/align/encode.ts'
import { smallLexicon as lexicon } from './lexicon.ts'

/** What a segment is aligned by, without its words. */
const signs = (segment: string): string[] => encodeSide([segment], lexicon).types.filter((type) => /^[§#]/u.test(type))

describe('encodeSide', () => {
  it.each([
    ['a heading’s number counts it', '7. Retention of records', ['§item7']],
    ['and so in the Chinese', '七、教育訓練', ['§item7']],
    ['a number in the words is one', 'It has 7 beds.', ['#7']],
    ['the same number again is one', '7. Rooms with 7 beds', ['§item7', '#7']],
  ])('%s, once', (_name, segment, expected) => {
    expect(signs(segment)).toEqual(expected)
  })
})
