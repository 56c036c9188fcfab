import { describe, expect, it } from 'vitest'
import { nearestWord } from '../../src/build/nearest.ts'

describe('nearestWord', () => {
  it.each([
    ['titel', 'title'],
    ['publishd', 'published'],
    ['Sides', 'sides'],
    ['colour', null],
    ['', null],
  ])('%j means %j', (word, meant) => {
    expect(nearestWord(word, ['title', 'titles', 'published', 'sides', 'drop', 'id'])).toBe(meant)
  })
})
