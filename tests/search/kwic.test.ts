import { describe, expect, it } from 'vitest'
import { searchCorpora } from '../../src/search/corpora.ts'
import { formatKwic, kwicLines, sortKwic, type KwicLine } from '../../src/search/kwic.ts'
import { collection } from './collection.ts'

async function linesFor(query: string, width?: number): Promise<KwicLine[]> {
  const { hits, rows } = await searchCorpora(collection, query)
  return hits.flatMap((hit, at) => {
    const row = rows[at]
    return row === undefined ? [] : kwicLines(hit, row, width)
  })
}

describe('KWIC lines', () => {
  it('put the node in its context, with the other side', async () => {
    expect(await linesFor('750張', 6)).toEqual([
      {
        notice: 'a-plan',
        id: 'p3',
        lang: 'zh-Hant',
        left: '院床位不少於',
        node: '750張',
        right: '。',
        counterpart: 'A hospital with no less than 750 beds.',
      },
    ])
  })

  it.each([
    ['right', ['p4 property', 'p4 were', 'p3 with']],
    ['left', ['p3 A', 'p4 are', 'p4 Two']],
  ] as const)('are sorted by the %s', async (by, expected) => {
    const lines = sortKwic(await linesFor('hospital'), by).filter(({ lang }) => lang === 'en')
    const nearest = lines.map(({ id, left, right }) => {
      const word = by === 'right' ? /^[^a-z]*([a-z]+)/iu.exec(right) : /([a-z]+)[^a-z]*$/iu.exec(left)
      return `${id} ${word?.[1]}`
    })
    expect(nearest).toEqual(expected)
  })

  it('are written as a table that keeps its columns', async () => {
    const table = formatKwic(await linesFor('hospital'))
    expect(
      table
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t').length),
    ).toEqual([7, 7, 7, 7])
  })
})
