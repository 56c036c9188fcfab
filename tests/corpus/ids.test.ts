import { describe, expect, it } from 'vitest'
import {
  parseNoticeId,
  parseRowId,
  parseSentenceId,
  rowId,
  rowNumber,
  rowOf,
  sentenceId,
  sentenceNumber,
} from '../../src/corpus/ids.ts'

describe('ids are frozen: p5 for a row, p5.2 for a sentence bead in it', () => {
  it('mints and reads them', () => {
    const row = rowId(5)
    const sentence = sentenceId(row, 2)
    expect([row, sentence, rowNumber(row), rowOf(sentence), sentenceNumber(sentence)]).toEqual([
      'p5',
      'p5.2',
      5,
      'p5',
      2,
    ])
  })

  it.each(['p0', 'p05', '5', 'P5', 'p5.', 'p5 ', 'p-1'])('%j names no row', (text) =>
    expect(parseRowId(text)).toBeNull(),
  )
  it.each(['p5', 'p5.0', 'p5.02', 'p5.2.1'])('%j names no sentence', (text) => expect(parseSentenceId(text)).toBeNull())
  it.each(['', 'A', 'a--b', '-a', 'a_b', 'é', '通知'])('%j is no slug', (text) =>
    expect(parseNoticeId(text)).toBeNull(),
  )
  it('throws on numbers that no one was given', () => {
    expect(() => rowId(0)).toThrow('0 is no row number')
    expect(() => sentenceId(rowId(1), 1.5)).toThrow('1.5 is no bead number')
  })
})
