import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { Corpus } from '../../../src/corpus/notice.ts'
import type { BeadText } from './collection.ts'
import { writePagefind, writeReader } from './cold-sites.ts'
import type { BenchQuery } from './queries.ts'
import { slowLine, type SlowLine } from './slow-line.ts'

/**
 * The first query of a visit, in Chromium at a quarter of the processor's speed and on slow 4G: from the moment when
 * search is asked for, nothing of it fetched yet, to ten rendered results. Both sides' pages stand there already.
 *
 * Units  milliseconds; bytes after brotli, or Pagefind's own compression, bodies alone.
 */
export type Cold = {
  readonly ms: readonly number[]
  readonly bytes: readonly number[]
  /** Of these bytes, the collection's own; the rest is program, which a host sends once for all of its queries. */
  readonly data: readonly number[]
  /** The longest task of the main thread meanwhile. */
  readonly longest: number
}

export type ColdFigures = { readonly duidu: Cold; readonly pagefind: Cold; readonly pagefindBuildMs: number }

/** How much slower than this machine the browser is made. */
const slowness = 4

/** Long enough for the slowest peer on the slowest line. */
const patience = 120_000

export async function coldFigures(
  corpora: readonly Corpus[],
  texts: readonly BeadText[],
  queries: readonly BenchQuery[],
): Promise<ColdFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-bench-'))
  // Not bundled: it looks for files beside itself.
  const library: unknown = await import(pathToFileURL(resolve('node_modules/playwright-core/index.mjs')).href)
  const { chromium } = library as typeof import('playwright-core')
  const browser = await chromium.launch({
    executablePath: process.env.DUIDU_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
  try {
    await writeReader(folder, resolve('.build/reader'), corpora)
    const pagefindBuildMs = await writePagefind(folder, resolve('node_modules'), texts)
    const line = await slowLine(folder)
    const duidu = await measured(browser, line, queries, 'en/', askReader)
    const pagefind = await measured(browser, line, queries, 'pagefind.html', askPagefind)
    line.close()
    return { duidu, pagefind, pagefindBuildMs }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Ask = (page: Page, query: string) => Promise<void>

async function measured(
  browser: Browser,
  line: SlowLine,
  queries: readonly BenchQuery[],
  place: string,
  ask: Ask,
): Promise<Cold> {
  const ms: number[] = []
  const bytes: number[] = []
  const data: number[] = []
  let longest = 0
  for (const { query } of queries) {
    const context = await browser.newContext()
    const page = await context.newPage()
    line.slow(false)
    await page.goto(line.address + place, { waitUntil: 'networkidle' })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    await page.evaluate(watchTasks)
    line.slow(true)
    line.takeBytes()
    const begun = performance.now()
    await ask(page, query)
    ms.push(performance.now() - begun)
    const sent = line.takeBytes()
    bytes.push(sent.all)
    data.push(sent.data)
    const tasks = await page.evaluate<readonly number[]>('tasks')
    longest = Math.max(longest, ...tasks)
    await context.close()
  }
  return { ms, bytes, data, longest }
}

/** As a reader would: the key for search, the query, and what comes. */
async function askReader(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/')
  await page.locator('.search-input').waitFor({ timeout: patience })
  await page.locator('.search-input').fill(query)
  const ten = page.locator('a.search-option').nth(9)
  // Fewer than ten, or none, and said so.
  const all = page.locator('.search-count[data-settled] p').first()
  await ten.or(all).first().waitFor({ timeout: patience, state: 'attached' })
}

/** Its own interface in a few lines: the first ten results with their excerpts. */
async function askPagefind(page: Page, query: string): Promise<void> {
  await page.evaluate(`(${searchByPagefind})(${JSON.stringify(query)})`)
}

/** What runs in the page is text here: these scripts know no DOM. */
const watchTasks = `
  globalThis.tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
`

const searchByPagefind = `async (asked) => {
  const { search } = await import(new URL('pagefind/pagefind.js', location.href).href)
  const { results } = await search(asked)
  const ten = await Promise.all(results.slice(0, 10).map((result) => result.data()))
  for (const { url, excerpt } of ten) {
    const item = document.createElement('li')
    item.innerHTML = '<a href="' + url + '">' + excerpt + '</a>'
    document.querySelector('ol').append(item)
  }
  await new Promise((drawn) => requestAnimationFrame(drawn))
}`
