import { describe, expect, it } from 'vitest'
import { answer } from '../../../src/search/answer.ts'
import { buildIndex } from '../../../src/search/build-index.ts'
import { openIndex } from '../../../src/search/open-index.ts'
import { openScan } from '../../../src/search/scan.ts'
import type { Shelf } from '../../../src/search/shelf.ts'
import { parseNoticeId } from '../../../src/corpus/ids.ts'
import { fetchFrom } from '../../../src/reader/features/search/fetch-index.ts'
import type { FromWorker, Question, ToWorker } from '../../../src/reader/features/search/protocol.ts'
import { createService } from '../../../src/reader/features/search/serve.ts'
import { sha256 } from '../../../scripts/tools.ts'
import { collection, readings } from '../../search/collection.ts'
import { corpusOf } from '../../support/corpus.ts'

const folder = 'https://site.test/search/0123456789abcdef/'
const built = buildIndex(collection, { hash: sha256, readings, mostInOneFile: 0 })

/** A worker's service on a shelf, with all that it posts. */
function serve(open: () => Promise<Shelf>): {
  tell: (message: ToWorker) => void
  posted: FromWorker[]
  ask: (question: Question) => Promise<FromWorker>
} {
  const posted: FromWorker[] = []
  const hear: ((message: FromWorker) => void)[] = []
  const tell = createService({
    open,
    post: (message) => {
      posted.push(message)
      hear.splice(0).forEach((one) => one(message))
    },
    breathe: () => new Promise((resume) => setTimeout(resume)),
  })
  let number = 100
  return {
    tell,
    posted,
    ask: (question) =>
      new Promise((resolve) => {
        hear.push(resolve)
        tell({ say: 'open', folder })
        tell({ say: 'ask', number: (number += 1), ...question })
      }),
  }
}

const scan = (): Promise<Shelf> => Promise.resolve(openScan(collection, readings))

async function answered(question: Question, open = scan): Promise<unknown> {
  const said = await serve(open).ask(question)
  if (said.say !== 'answered') throw new Error(JSON.stringify(said))
  return said.answer
}

/** A site with the index's files, which `spoil` may change on the way. */
function site(spoil: (name: string, bytes: Uint8Array) => Response | null): { fetch: typeof fetch; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    fetch: (address, init) => {
      const name = new Request(address).url.replace(folder, '')
      asked.push(`${name}${init?.cache === 'reload' ? ' again' : ''}`)
      const bytes = built.files.get(name)
      if (bytes === undefined) return Promise.resolve(new Response('', { status: 404 }))
      return Promise.resolve(spoil(name, bytes) ?? new Response(new Uint8Array(bytes)))
    },
  }
}

const longRows = 1000
const long = corpusOf({
  id: 'long',
  titles: { en: 'Long', 'zh-Hant': '長' },
  rows: Array.from({ length: longRows }, (_, at) => ({ en: [[`Paragraph ${at}.`]], zh: [[`第${at}段。`]] })),
})

const list = (query: string, typing = false): Question => ({ kind: 'list', query, typing, most: 20 })

describe('the search worker', () => {
  it('reads no more of a large collection for a count that nobody waits for', async () => {
    const whole = openScan([long], readings)
    let read = 0
    let first = (): void => undefined
    const begun = new Promise<void>((resolve) => (first = resolve))
    const counting: Shelf = {
      ...whole,
      read: (numbers) => {
        read += numbers.length
        first()
        return whole.read(numbers)
      },
    }
    const { tell, posted, ask } = serve(() => Promise.resolve(counting))
    void ask({ kind: 'count', query: 'paragraph' })
    await begun
    tell({ say: 'drop', kind: 'count' })
    await new Promise((resume) => setTimeout(resume, 50))
    expect(posted).toEqual([])
    expect(read).toBeLessThan(longRows)
    // Left alone it counts them all.
    expect(await answered({ kind: 'count', query: 'paragraph' }, () => Promise.resolve(counting))).toEqual({
      count: longRows,
      exact: true,
    })
  })

  it('lists rows by notice with what is lit and why', async () => {
    expect(await answered(list('MDT'))).toEqual({
      groups: [
        {
          notice: {
            id: 'a-plan',
            titles: { en: 'A plan for clinics', 'zh-Hant': '診所計劃' },
            published: '2021-05-31',
          },
          rows: [
            {
              id: 'p2',
              reason: 'exact',
              sides: {
                en: [
                  { text: 'The ', hit: false },
                  { text: 'MDT', hit: true },
                  { text: ' meets on Monday; it decides.', hit: false },
                ],
                'zh-Hant': [
                  { text: '多學科診療', hit: true },
                  { text: '團隊（', hit: false },
                  { text: 'MDT', hit: true },
                  { text: '）週一開會。', hit: false },
                ],
              },
            },
          ],
        },
      ],
      shown: 1,
      count: 1,
      exact: true,
      said: [],
    })
  })

  it('says what was not understood, as data', async () => {
    expect(await answered(list('lang:fr hospital'))).toMatchObject({
      groups: [],
      said: [{ kind: 'odd-value', field: 'lang', value: 'fr' }],
    })
    expect(await answered(list('hospitle'))).toMatchObject({ said: [{ kind: 'respelt', word: 'hospitle' }] })
  })

  it('gives the stops in reading order, with what to light in one notice', async () => {
    const stops = await answered({ kind: 'stops', query: 'hospital', notice: parseNoticeId('a-plan') })
    expect(stops).toMatchObject({
      whole: true,
      count: 3,
      notices: [
        { id: 'b-rules', rows: ['p4'] },
        { id: 'a-plan', rows: ['p3', 'p4'] },
      ],
      here: [{ id: 'p3', matches: [{ lang: 'en' }] }, { id: 'p4' }],
    })
  })

  it('gives lines in the order that was asked for, and the same as a table', async () => {
    const left = (order: 'left' | 'right') => answered({ kind: 'lines', query: 'hospital', order, most: 20 })
    expect(await left('right')).toMatchObject({
      lines: [{ right: ' property.' }, { right: 's were built, each with 5,000 beds.'.slice(1) }, { id: 'p3' }],
    })
    expect(await left('left')).toMatchObject({ lines: [{ left: 'A ' }, { left: 'Beds are ' }, { left: 'Two ' }] })
    // The first of all lines, not of those that happen to be read first.
    const one = await answered({ kind: 'lines', query: 'hospital', order: 'right', most: 1 })
    expect(one).toMatchObject({ lines: [{ right: ' property.' }], rows: 3, more: true })
    const table = await answered({ kind: 'table', query: 'hospital', order: 'left', most: 20 })
    expect(String(table).split('\n').slice(0, 2)).toEqual([
      'notice\tid\tlang\tleft\tnode\tright\tcounterpart',
      'a-plan\tp3\ten\tA \thospital\t with no less than 750 beds.\t醫院床位不少於750張。',
    ])
  })

  it('gives examples that all find something here', async () => {
    const examples = (await answered({ kind: 'examples' })) as readonly { query: string; teaches: string }[]
    expect(examples.map(({ teaches }) => teaches)).toEqual(expect.arrayContaining(['term', 'abbreviation', 'phrase']))
    for (const { query } of examples)
      expect((await answer(openScan(collection, readings), query)).count, query).toBeGreaterThan(0)
  })

  it('never answers a question that another of its kind has overtaken, nor one that was dropped', async () => {
    const worker = serve(scan)
    worker.tell({ say: 'open', folder })
    for (const [number, query] of ['h', 'ho', 'hos', 'hospital'].entries())
      worker.tell({ say: 'ask', number, ...list(query, true) })
    worker.tell({ say: 'ask', number: 9, kind: 'count', query: 'beds' })
    worker.tell({ say: 'drop', kind: 'count' })
    await expect.poll(() => worker.posted.map(({ number }) => number)).toEqual([3])
    await new Promise((resume) => setTimeout(resume, 50))
    expect(worker.posted).toHaveLength(1)
  })
})

describe('an index that does not come', () => {
  const open = (fetch: typeof globalThis.fetch) => () => openIndex(built.name, fetchFrom(folder, fetch))
  const failing = async (fetch: typeof globalThis.fetch): Promise<unknown> => serve(open(fetch)).ask(list('醫院'))

  it('is damaged when what comes is another file, and was asked for again past the cache', async () => {
    const { fetch, asked } = site((name) => (name.startsWith('k') ? new Response('<!doctype html>') : null))
    expect(await failing(fetch)).toMatchObject({ say: 'failed', trouble: { kind: 'damaged', file: 'k0.bin' } })
    expect(asked.slice(0, 3)).toEqual(['manifest.bin', 'k0.bin', 'k0.bin again'])
  })

  it('is missing when the site has no such file', async () => {
    const { fetch } = site(() => new Response('', { status: 404 }))
    expect(await failing(fetch)).toMatchObject({ trouble: { kind: 'missing', file: 'manifest.bin' } })
  })

  it('is unreachable when there is no line', async () => {
    expect(await failing(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({
      trouble: { kind: 'unreachable', file: 'manifest.bin' },
    })
  })

  it('answers when asked once more and the line is back', async () => {
    let down = true
    const { fetch } = site(() => (down ? new Response('', { status: 503 }) : null))
    const worker = serve(open(fetch))
    expect(await worker.ask(list('醫院'))).toMatchObject({ say: 'failed' })
    down = false
    expect(await worker.ask(list('醫院'))).toMatchObject({ say: 'answered', answer: { count: 3 } })
  })
})

describe('files of an index', () => {
  it('are asked for a few at a time, and all of them come', async () => {
    let [running, most] = [0, 0]
    const fetchFile = fetchFrom(folder, async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resume) => setTimeout(resume))
      running -= 1
      return running % 3 === 0 ? Promise.reject(new TypeError('no line')) : new Response('x')
    })
    const came = await Promise.allSettled(Array.from({ length: 200 }, (_, at) => fetchFile(`t${at}.bin`, false)))
    expect(came).toHaveLength(200)
    expect(most).toBeLessThanOrEqual(32)
  })
})
