import { describe, expect, it } from 'vitest'
import { byNumber, resolveRetired } from '../../src/corpus/carry-retire.ts'
import { parseRowId, parseSentenceId, type RowId, type SentenceId } from '../../src/corpus/ids.ts'
import type { LedgerRetired } from '../../src/corpus/ledger.ts'

function id(text: string): RowId | SentenceId {
  const parsed = parseRowId(text) ?? parseSentenceId(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

/** `p7 p5 p4`: p7 went to p5 and stood after p4; `-` is none. */
function retired(...lines: string[]): LedgerRetired[] {
  return lines.map((line) => {
    const [from = '', to = '', after = ''] = line.split(' ')
    return { id: id(from), to: to === '-' ? null : id(to), after: parseRowId(after) }
  })
}

describe('resolveRetired', () => {
  it.each([
    ['alive', ['p7 p5 p4'], 'p4 p5', ['p7 p5 p4']],
    ['a chain', ['p7 p5 p4', 'p5 p9 p4'], 'p4 p9', ['p7 p9 p4', 'p5 p9 p4']],
    ['a chain into nothing: the place of its last holder', ['p7 p5 p6', 'p5 - p4'], 'p4 p6', ['p7 - p4', 'p5 - p4']],
    ['a place that is gone', ['p7 - p5', 'p5 - p2'], 'p2', ['p7 - p2', 'p5 - p2']],
    ['a place that is gone with nothing before it', ['p7 - p5', 'p5 - -'], 'p9', ['p7 - -', 'p5 - -']],
    ['from row to sentence and on', ['p1.2 p2.1 p1', 'p2.1 p3.4 p2'], 'p1 p3.4', ['p1.2 p3.4 p1', 'p2.1 p3.4 -']],
    ['a circle made by hand', ['p7 p5 p5', 'p5 p7 p7'], 'p1', ['p7 - -', 'p5 - -']],
    ['an id that nothing knows', ['p7 p99 p98'], 'p1', ['p7 - -']],
  ])('%s', (_name, lines, living, expected) => {
    const resolved = resolveRetired(retired(...lines), new Set(living.split(' ')))
    expect(resolved.map(({ id: from, to, after }) => `${from} ${to ?? '-'} ${after ?? '-'}`)).toEqual(expected)
  })

  it('leaves what only the ledger keeps behind', () => {
    const [one] = resolveRetired([{ id: id('p2'), to: null, after: null, print: '00' }], new Set())
    expect(one).toEqual({ id: 'p2', to: null, after: null })
  })
})

it('sorts by number, a row before its sentences', () => {
  const sorted = retired('p10 - -', 'p2.10 - -', 'p2.9 - -', 'p2 - -').sort(byNumber)
  expect(sorted.map((one) => one.id)).toEqual(['p2', 'p2.9', 'p2.10', 'p10'])
})
