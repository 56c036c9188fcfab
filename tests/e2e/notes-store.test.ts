import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { serveStore } from '../support/notes-store-host.ts'
import type { StoreBench } from '../support/notes-store-entry.ts'

/** The notes' store on a real database: what the browser itself does to it. */
declare const bench: StoreBench

let host: Awaited<ReturnType<typeof serveStore>>
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  host = await serveStore()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  host.close()
})

beforeEach(async () => {
  context = await browser.newContext()
})

afterEach(() => context.close())

/** A tab with a keeper of its own in `keeper`. */
async function tab(ahead = false): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.address)
  await page.evaluate(async (ahead) => {
    const keeper = bench.keeper('notes', ahead)
    Object.assign(globalThis, { keeper })
    await keeper.retry()
  }, ahead)
  return page
}

declare const keeper: ReturnType<StoreBench['keeper']>

const put = (page: Page, id: string, words: string) =>
  page.evaluate(([id, words]) => keeper.apply({ put: [{ id, words }] }), [id, words] as const)

const shown = (page: Page) =>
  page.evaluate(() => [...keeper.get().notes.values()].map(({ id, words }) => `${id}:${words}`).sort())

const trouble = (page: Page) => page.evaluate(() => keeper.get().trouble)

describe('the store in Chromium', () => {
  it('keeps what a tab wrote for the next', async () => {
    const one = await tab()
    expect(await put(one, 'a', '再生醫學 𠮷')).toEqual({ kept: true, clashes: [] })
    await one.close()
    expect(await shown(await tab())).toEqual(['a:再生醫學 𠮷'])
  })

  it('tells other tabs, and two that write at the same time leave two notes', async () => {
    const [one, two] = [await tab(), await tab()]
    await put(one, 'a', 'old')
    await expect.poll(() => shown(two)).toEqual(['a:old'])
    // Both are made before either is written.
    await one.evaluate(() => {
      void navigator.locks.request('notes', () => new Promise<void>((free) => Object.assign(globalThis, { free })))
    })
    const both = Promise.all([put(one, 'a', 'mine'), put(two, 'a', 'yours')])
    await expect.poll(async () => [await shown(one), await shown(two)]).toEqual([['a:mine'], ['a:yours']])
    await one.evaluate(() => (globalThis as unknown as { free: () => void }).free())
    const outcomes = await both
    expect(outcomes.every(({ kept }) => kept)).toBe(true)
    await expect.poll(async () => (await shown(one)).length).toBe(2)
    await expect.poll(() => shown(two)).toEqual(await shown(one))
    expect((await shown(one)).map((note) => note.split(':')[1]).sort()).toEqual(['mine', 'yours'])
  })

  it('brings old notes up to a newer version, while the tab of the older one says so and loses nothing', async () => {
    const old = await tab()
    await put(old, 'a', 'one')
    const ahead = await tab(true)
    expect(await shown(ahead)).toEqual(['a:one (migrated)'])
    await expect.poll(() => trouble(old)).toBe('newer')
    expect((await put(old, 'b', 'two')).kept).toBe(false)
    expect(await shown(old)).toEqual(['a:one', 'b:two'])
    expect(await shown(ahead)).toEqual(['a:one (migrated)'])
    // An old version that is opened again does not touch them either.
    const again = await tab()
    expect(await trouble(again)).toBe('newer')
  })

  it('says that there is no room, keeps what could not be written, and writes it when there is', async () => {
    // Before the first write: Chromium remembers for a while how much room there was.
    const blank = await context.newPage()
    const session = await context.newCDPSession(blank)
    const origin = new URL(host.address).origin
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
    const page = await tab()
    await put(page, 'a', 'one')
    const large = 'x'.repeat(3_000_000)
    expect((await put(page, 'b', large)).kept).toBe(false)
    expect(await trouble(page)).toBe('full')
    expect((await shown(page)).length).toBe(2)
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await page.evaluate(() => keeper.retry())
    expect(await trouble(page)).toBeNull()
    await page.close()
    expect((await shown(await tab())).map((note) => note.length)).toEqual([5, 3_000_002])
  })

  it('closed and emptied by the browser, it still shows the notes and writes them again', async () => {
    const page = await tab()
    await put(page, 'a', 'one')
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', {
      origin: new URL(host.address).origin,
      storageTypes: 'indexeddb',
    })
    await expect.poll(() => trouble(page)).toBe('closed')
    expect(await shown(page)).toEqual(['a:one'])
    expect((await put(page, 'b', 'two')).kept).toBe(true)
    expect(await shown(await tab())).toEqual(['a:one', 'b:two'])
  })

  it('writes ten thousand notes in one go and leaves the page alive', async () => {
    const page = await tab()
    const { kept, longest } = await page.evaluate(async () => {
      let longest = 0
      let last = performance.now()
      const beat = setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 10)
      const notes = Array.from({ length: 10_000 }, (_, n) => ({ id: `n${n}`, words: `note ${n} `.repeat(20) }))
      const { kept } = await keeper.apply({ put: notes })
      clearInterval(beat)
      return { kept, longest }
    })
    expect(kept).toBe(true)
    console.log(`notes: 10,000 written, the page never stood still longer than ${longest.toFixed(0)} ms`)
    expect((await shown(await tab())).length).toBe(10_000)
  })

  it('works in memory where there is no database', async () => {
    const page = await context.newPage()
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
    await page.goto(host.address)
    await page.evaluate(() => Object.assign(globalThis, { keeper: bench.keeper('notes') }))
    expect((await put(page, 'a', 'one')).kept).toBe(false)
    expect(await trouble(page)).toBe('none')
    expect(await shown(page)).toEqual(['a:one'])
  })
})
