import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { browserArguments, browserPath } from '../support/browser.ts'
import { serveStore } from '../support/notes-store-host.ts'
import type { StoreBench } from '../support/notes-store-entry.ts'

/**
 * Kills a browser with SIGKILL while it writes notes, again and again on one profile, and asks the next one whether
 * everything is there whose saving had been confirmed. Only what the page has told this process counts as confirmed.
 */
const kills = 20

declare const bench: StoreBench

let host: Awaited<ReturnType<typeof serveStore>>
let profile: string

beforeAll(async () => {
  host = await serveStore()
})

afterAll(() => host.close())

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'duidu-kill-'))
})

afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

type Killable = { readonly page: Page; readonly browser: Browser; readonly process: ChildProcess }

/** A Chromium of our own in a process group of its own, which leaves no child behind when it is killed. */
async function start(): Promise<Killable> {
  const portFile = join(profile, 'DevToolsActivePort')
  await rm(portFile, { force: true })
  const child = spawn(
    browserPath,
    [...browserArguments, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: 'ignore' },
  )
  const port = await expect
    .poll(async () => (await readFile(portFile, 'utf8').catch(() => '')).split('\n')[0] ?? '', { timeout: 20_000 })
    .toMatch(/^\d+$/)
    .then(async () => (await readFile(portFile, 'utf8')).split('\n')[0])
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const context = browser.contexts()[0] ?? (await browser.newContext())
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(host.address)
  return { page, browser, process: child }
}

async function kill({ process: child, browser }: Killable): Promise<void> {
  const gone = new Promise((exited) => child.once('exit', exited))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  await gone
  await browser.close().catch(() => undefined)
}

describe('a browser killed while it writes', () => {
  it('has lost nothing that was confirmed', { timeout: 180_000 }, async () => {
    const confirmed = new Map<string, string>()
    const started = performance.now()
    let unconfirmed = 0
    for (let round = 0; round <= kills; round += 1) {
      const running = await start()
      const there = await running.page.evaluate(async () => {
        const keeper = bench.keeper('kill')
        await keeper.retry()
        return [...keeper.get().notes.values()].map(({ id, words }): [string, string] => [id, words])
      })
      const found = new Map(there)
      const lost = [...confirmed].filter(([id, words]) => {
        const kept = found.get(id)
        // A note that was being changed when the browser was killed may have become the next of its versions.
        return kept === undefined || Number(kept) < Number(words)
      })
      expect(lost, `after ${round} kills`).toEqual([])
      unconfirmed = there.length - confirmed.size
      if (round === kills) {
        await kill(running)
        break
      }
      await running.page.exposeFunction('confirm', (notes: readonly (readonly [string, string])[]) => {
        for (const [id, words] of notes) confirmed.set(id, words)
      })
      // New notes, and changes of one that is there, until the kill.
      await running.page.evaluate((round) => {
        const keeper = bench.keeper('kill')
        const tell = (globalThis as unknown as { confirm: (notes: [string, string][]) => Promise<void> }).confirm
        const write = async (): Promise<void> => {
          await keeper.retry()
          const last = Number(keeper.get().notes.get('changed')?.words ?? 0)
          for (let n = 1; ; n += 1) {
            const put = [
              { id: `${round}-${n}`, words: '1' },
              { id: 'changed', words: String(last + n) },
            ]
            const { kept } = await keeper.apply({ put })
            if (kept) await tell(put.map(({ id, words }) => [id, words]))
          }
        }
        void write()
      }, round)
      const before = confirmed.size
      await expect.poll(() => confirmed.size, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before)
      // A different moment of the writing each time.
      await new Promise((done) => setTimeout(done, 40 + ((round * 37) % 260)))
      await kill(running)
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(
      `notes and SIGKILL: ${kills} kills, ${confirmed.size} notes confirmed, 0 of them lost; ` +
        `${unconfirmed} more were there without a confirmation; ${seconds} s`,
    )
    expect(confirmed.size).toBeGreaterThanOrEqual(kills)
  })

  // What a kill in the middle of a record leaves; the browser writes behind it, and the time after that finds the file
  // corrupt and throws the database away.
  for (const [what, logs] of [
    ['the database', join('Default', 'IndexedDB')],
    ['its copy', join('Default', 'WebStorage')],
  ] as const)
    it(`keeps every note when a kill has torn the files of ${what}`, async () => {
      const write = async (session: number): Promise<number> => {
        const running = await start()
        const before = await running.page.evaluate(async (session) => {
          const keeper = bench.keeper('torn')
          await keeper.retry()
          const before = keeper.get().notes.size
          for (let n = 0; n < 5; n += 1)
            await keeper.apply({ put: [{ id: `${session}-${n}`, words: 'w'.repeat(200) }] })
          return before
        }, session)
        await kill(running)
        return before
      }
      const before = [await write(0), await write(1)]
      const torn = await newestLog(join(profile, logs))
      await truncate(torn, (await stat(torn)).size - 20)
      for (const session of [2, 3, 4]) before.push(await write(session))
      expect(before).toEqual([0, 5, 10, 15, 20])
    })

  it('brings every note back where the browser was killed after it made a new database and before it was filled', async () => {
    const running = await start()
    await running.page.evaluate(async () => {
      const keeper = bench.keeper('anew')
      for (let n = 0; n < 5; n += 1) await keeper.apply({ put: [{ id: `note-${n}`, words: 'kept' }] })
    })
    await running.page.reload()
    // What such a kill leaves: a database that is there, and empty.
    await running.page.evaluate(
      () =>
        new Promise<void>((emptied) => {
          indexedDB.open('anew').addEventListener('success', ({ target }) => {
            const { result } = target as IDBOpenDBRequest
            const emptying = result.transaction('notes', 'readwrite')
            emptying.objectStore('notes').clear()
            emptying.addEventListener('complete', () => {
              result.close()
              emptied()
            })
          })
        }),
    )
    const sizes = await running.page.evaluate(async () => {
      const sizes: number[] = []
      for (const name of ['anew', 'anew']) {
        const keeper = bench.keeper(name)
        await keeper.apply({ put: [{ id: `later-${sizes.length}`, words: 'new' }] })
        sizes.push(keeper.get().notes.size)
      }
      return sizes
    })
    await kill(running)
    expect(sizes).toEqual([6, 7])
  })
})

/** The log of the LevelDB folder in which notes stand. */
async function newestLog(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true })
  const logs = files.filter((file) => /indexeddb\.leveldb.*\d+\.log$/.test(file)).toSorted()
  return join(folder, logs.at(-1) ?? '')
}
