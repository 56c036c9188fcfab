import { describe, expect, it, vi } from 'vitest'
import { createSearchClient, SearchTrouble, type WorkerLike } from '../../../src/reader/features/search/client.ts'
import type { FromWorker, ResultList, ToWorker } from '../../../src/reader/features/search/protocol.ts'

/** A worker that answers when it is told to. */
class FakeWorker implements WorkerLike {
  readonly heard: ToWorker[] = []
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  ended = false

  postMessage(message: ToWorker): void {
    this.heard.push(message)
  }

  terminate(): void {
    this.ended = true
  }

  say(message: FromWorker): void {
    this.onmessage?.({ data: message } as MessageEvent<FromWorker>)
  }

  get questions(): Extract<ToWorker, { say: 'ask' }>[] {
    return this.heard.filter((one) => one.say === 'ask')
  }
}

const list = (count: number): ResultList => ({ groups: [], shown: 0, count, exact: true, said: [] })
const query = (words: string) => ({ query: words, typing: true, most: 20 })

function setUp(findFolder: (again: boolean) => Promise<string | null> = () => Promise.resolve('https://x.test/s/1/')) {
  const workers: FakeWorker[] = []
  const client = createSearchClient({
    createWorker: () => {
      const worker = new FakeWorker()
      workers.push(worker)
      return worker
    },
    findFolder,
  })
  return { client, workers }
}

describe('the line to the search worker', () => {
  it('starts one worker, tells it the folder and gives each answer to its question', async () => {
    const { client, workers } = setUp()
    const [first, second] = [client.ask('list', query('a')), client.ask('count', { query: 'a' })]
    await expect.poll(() => workers[0]?.questions.length).toBe(2)
    const [one, two] = workers[0]?.questions ?? []
    workers[0]?.say({ say: 'answered', number: two?.number ?? 0, answer: { count: 2, exact: true } })
    workers[0]?.say({ say: 'answered', number: one?.number ?? 0, answer: list(1) })
    expect([await first, await second]).toEqual([list(1), { count: 2, exact: true }])
    expect(workers).toHaveLength(1)
    expect(workers[0]?.heard[0]).toEqual({ say: 'open', folder: 'https://x.test/s/1/' })
  })

  it('gives null to a question that was overtaken, even when its answer comes late', async () => {
    const { client, workers } = setUp()
    const first = client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(1)
    const second = client.ask('list', query('ab'))
    expect(await first).toBeNull()
    await expect.poll(() => workers[0]?.questions.length).toBe(2)
    for (const { number } of workers[0]?.questions ?? [])
      workers[0]?.say({ say: 'answered', number, answer: list(number) })
    expect(await second).toEqual(list(2))
  })

  it('gives null to what was dropped, and tells the worker', async () => {
    const { client, workers } = setUp()
    const asked = client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(1)
    client.drop('list')
    expect(await asked).toBeNull()
    expect(workers[0]?.heard.at(-1)).toEqual({ say: 'drop', kind: 'list' })
  })

  it('tells trouble as trouble, and tries again when asked again', async () => {
    const { client, workers } = setUp()
    const asked = client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(1)
    workers[0]?.say({ say: 'failed', number: 1, trouble: { kind: 'damaged', file: 'k0.bin' } })
    await expect(asked).rejects.toMatchObject({ trouble: { kind: 'damaged', file: 'k0.bin' } })
    void client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(2)
  })

  it('starts another worker when the first one breaks', async () => {
    const { client, workers } = setUp()
    const asked = client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(1)
    workers[0]?.onerror?.({} as ErrorEvent)
    await expect(asked).rejects.toBeInstanceOf(SearchTrouble)
    expect(workers[0]?.ended).toBe(true)
    void client.ask('list', query('a'))
    await expect.poll(() => workers.length).toBe(2)
  })

  it('starts another worker when a part of the program did not come, and hears the first one out', async () => {
    const { client, workers } = setUp()
    const [first, second] = [client.ask('list', query('a')), client.ask('examples', {})]
    await expect.poll(() => workers[0]?.questions.length).toBe(2)
    const [one, two] = workers[0]?.questions ?? []
    workers[0]?.say({ say: 'failed', number: two?.number ?? 0, trouble: { kind: 'unreachable', file: null } })
    await expect(second).rejects.toMatchObject({ trouble: { kind: 'unreachable' } })
    workers[0]?.say({ say: 'answered', number: one?.number ?? 0, answer: list(1) })
    expect(await first).toEqual(list(1))
    void client.ask('examples', {})
    await expect.poll(() => workers[1]?.questions.length).toBe(1)
  })

  it('looks for the index anew when the site was built meanwhile, and asks there', async () => {
    const findFolder = vi.fn((again: boolean) => Promise.resolve(`https://x.test/s/${again ? 2 : 1}/`))
    const { client, workers } = setUp(findFolder)
    const asked = client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(1)
    workers[0]?.say({ say: 'failed', number: 1, trouble: { kind: 'missing', file: 'manifest.bin' } })
    await expect.poll(() => workers[0]?.questions.length).toBe(2)
    expect(workers[0]?.heard.at(-2)).toEqual({ say: 'open', folder: 'https://x.test/s/2/' })
    workers[0]?.say({ say: 'answered', number: 1, answer: list(7) })
    expect(await asked).toEqual(list(7))
  })

  it('says that a file is missing when the index is where it was', async () => {
    const { client, workers } = setUp()
    const asked = client.ask('list', query('a'))
    await expect.poll(() => workers[0]?.questions.length).toBe(1)
    workers[0]?.say({ say: 'failed', number: 1, trouble: { kind: 'missing', file: 'k1.bin' } })
    await expect(asked).rejects.toMatchObject({ trouble: { kind: 'missing', file: 'k1.bin' } })
  })

  it('says so when the site tells of no index, or cannot be reached', async () => {
    const without = setUp(() => Promise.resolve(null))
    await expect(without.client.ask('warm', {})).rejects.toMatchObject({ trouble: { kind: 'missing', file: null } })
    const away = setUp(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(away.client.ask('warm', {})).rejects.toMatchObject({ trouble: { kind: 'unreachable' } })
  })
})
