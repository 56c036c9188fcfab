import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearestWords } from '../../src/search/spelling.ts'
import { isStopWord, stemOf, stemPrefix } from '../../src/search/words.ts'

const endings = [
  '',
  's',
  'es',
  'ed',
  'ing',
  'y',
  'ies',
  'ly',
  'ation',
  'ational',
  'ability',
  'able',
  'ness',
  'ment',
  'ize',
  'izer',
]
const words = fc
  .tuple(fc.stringMatching(/^[a-z]{2,8}$/), fc.constantFrom(...endings))
  .map(([root, ending]) => root + ending)

describe('stems', () => {
  it.each([
    ['hospitals', 'hospital'],
    ['planned', 'planning'],
    ['specialties', 'specialty'],
    ['possibility', 'possible'],
    ['regenerates', 'regeneration'],
    ['hope', 'hoping'],
  ])('%s is a form of %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other))
  })

  it('leave the start of every word with that stem to look it up by', () => {
    fc.assert(
      fc.property(words, (word) => {
        expect(word.startsWith(stemPrefix(stemOf(word)))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('know stop words', () => {
    expect(['the', 'of', 'hospital'].map(isStopWord)).toEqual([true, true, false])
  })
})

describe('nearestWords', () => {
  const known = ['beds', 'hospital', 'hospitals', 'regenerative', 'team', '750']

  it.each([
    ['a letter left out', 'regenrative', ['regenerative']],
    ['two changed over', 'hopsital', ['hospital']],
    ['a doubled one', 'teamm', ['team']],
    ['the first one wrong', 'nospital', ['hospital']],
    ['too short to tell', 'ted', []],
    ['a number', '751', []],
    ['nothing near', 'quasar', []],
  ])('%s: %s', (_name, word, near) => {
    expect(nearestWords(word, known)).toEqual(near)
  })
})

describe('editDistance', () => {
  const short = fc.stringMatching(/^[ab]{0,6}$/)

  it('is the same both ways, none for equals, and never below the difference in length', () => {
    fc.assert(
      fc.property(short, short, (a, b) => {
        const distance = editDistance(a, b, 6)
        expect(distance).toBe(editDistance(b, a, 6))
        expect(distance === 0).toBe(a === b)
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      }),
    )
  })

  it('counts what was done to a word', () => {
    expect(['abcd', 'abd', 'abxcd', 'acbd', 'dcba'].map((word) => editDistance('abcd', word, 9))).toEqual([
      0, 1, 1, 1, 3,
    ])
  })
})
