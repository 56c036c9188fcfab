import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SearchTrouble, type SearchClient } from '../../../src/reader/features/search/client.ts'
import { createLive, delays } from '../../../src/reader/features/search/live.ts'
import type { ResultList } from '../../../src/reader/features/search/protocol.ts'

const list = (count: number, exact = true): ResultList => ({ groups: [], shown: 0, count, exact, said: [] })

/** A client whose answers come when the test says so. */
function setUp() {
  const asked: { kind: string; question: unknown; answer: (given: unknown) => void; fail: (error: unknown) => void }[] =
    []
  const dropped: string[] = []
  const client = {
    ask: (kind: string, question: unknown) =>
      new Promise((answer, fail) => asked.push({ kind, question, answer, fail })),
    drop: (kind: string) => dropped.push(kind),
  } as unknown as SearchClient
  return { live: createLive(client), asked, dropped }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('a query while it is typed', () => {
  it('is asked for when the keys pause, and for good when they rest', async () => {
    const { live, asked } = setUp()
    for (const query of ['h', 'ho', 'hos']) {
      live.type(query)
      await vi.advanceTimersByTimeAsync(delays.typing / 2)
    }
    expect(asked).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(delays.rest)
    expect(asked.map(({ question }) => question)).toMatchObject([
      { query: 'hos', typing: true },
      { query: 'hos', typing: false },
    ])
  })

  it('is asked for at once when it comes in one piece, and for good when the keys rest', async () => {
    const { live, asked } = setUp()
    live.type('hospital')
    expect(asked.map(({ question }) => question)).toMatchObject([{ query: 'hospital', typing: true }])
    // A letter in the place of all that was chosen is typed.
    live.type('7')
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(delays.rest)
    expect(asked.map(({ question }) => question)).toMatchObject([
      { query: 'hospital' },
      { query: '7', typing: true },
      { query: '7', typing: false },
    ])
  })

  it('keeps what is shown until there is an answer to what is asked', async () => {
    const { live, asked } = setUp()
    live.type('hos')
    await vi.advanceTimersByTimeAsync(delays.typing)
    asked[0]?.answer(list(3))
    await vi.advanceTimersByTimeAsync(0)
    expect(live.get()).toMatchObject({ found: { query: 'hos', list: { count: 3 } }, settled: false })
    live.type('hosp')
    expect(live.get()).toMatchObject({ query: 'hosp', found: { query: 'hos' } })
    await vi.advanceTimersByTimeAsync(delays.rest)
    // The late answer to what was typed before changes nothing.
    asked[1]?.answer(null)
    asked[2]?.answer(list(1))
    await vi.advanceTimersByTimeAsync(0)
    expect(live.get()).toMatchObject({ query: 'hosp', found: { query: 'hosp', list: { count: 1 } }, settled: true })
  })

  it('is counted to the last where the count was a bound', async () => {
    const { live, asked } = setUp()
    live.type('醫院')
    await vi.advanceTimersByTimeAsync(delays.rest)
    asked[1]?.answer(list(40, false))
    await vi.advanceTimersByTimeAsync(0)
    expect(asked[2]?.kind).toBe('count')
    asked[2]?.answer({ count: 37, exact: true })
    await vi.advanceTimersByTimeAsync(0)
    expect(live.get()).toMatchObject({ found: { list: { count: 37, exact: true } } })
  })

  it('does not read a whole collection to count', async () => {
    const { live, asked } = setUp()
    live.type('the')
    await vi.advanceTimersByTimeAsync(delays.rest)
    asked[1]?.answer(list(90_000, false))
    await vi.advanceTimersByTimeAsync(0)
    expect(asked.map(({ kind }) => kind)).toEqual(['list', 'list'])
  })

  it('shows trouble as trouble, keeps no wrong answer, and tries again', async () => {
    const { live, asked } = setUp()
    live.type('醫院')
    await vi.advanceTimersByTimeAsync(delays.rest)
    asked[1]?.fail(new SearchTrouble({ kind: 'damaged', file: 'k0.bin' }))
    await vi.advanceTimersByTimeAsync(0)
    expect(live.get()).toMatchObject({ found: null, trouble: { kind: 'damaged' }, settled: true })
    live.retry()
    expect(live.get()).toMatchObject({ trouble: null, settled: false })
    asked[2]?.answer(list(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(live.get()).toMatchObject({ found: { list: { count: 2 } }, trouble: null })
  })

  it('is dropped when it is emptied', async () => {
    const { live, asked, dropped } = setUp()
    live.type('醫')
    await vi.advanceTimersByTimeAsync(delays.typing)
    live.type(' ')
    expect(dropped).toContain('list')
    asked[0]?.answer(list(1))
    await vi.advanceTimersByTimeAsync(delays.rest)
    expect(live.get()).toMatchObject({ query: ' ', found: null, settled: true })
    expect(asked).toHaveLength(1)
  })

  it('asks for more, and for lines, of the same query', async () => {
    const { live, asked } = setUp()
    live.type('醫')
    await vi.advanceTimersByTimeAsync(delays.rest)
    live.more()
    live.show({ kind: 'lines', order: 'left' })
    expect(asked.slice(2).map(({ kind, question }) => [kind, question])).toMatchObject([
      ['list', { query: '醫', most: 20 }],
      ['lines', { query: '醫', order: 'left', most: 40 }],
    ])
  })
})
