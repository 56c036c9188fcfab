import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
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
  /** Each query's longest task of the main thread; 0 where none took 50 ms. */
  readonly tasks: readonly number[]
}

export type ColdFigures = {
  readonly duidu: Cold
  readonly pagefind: Cold
  readonly pagefindBuildMs: number
  readonly protocol: string
}

/** How much slower than this machine the browser is made. */
const slowness = 4

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
    const duidu = await measured(browser, line, queries, 'en/', searchByReader)
    const pagefind = await measured(browser, line, queries, 'pagefind.html', searchByPagefind)
    line.close()
    return { duidu, pagefind, pagefindBuildMs, protocol: line.protocol }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(
  browser: Browser,
  line: SlowLine,
  queries: readonly BenchQuery[],
  place: string,
  ask: string,
): Promise<Cold> {
  const ms: number[] = []
  const bytes: number[] = []
  const data: number[] = []
  const longest: number[] = []
  for (const { query } of queries) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    line.slow(false)
    await page.goto(line.address + place, { waitUntil: 'networkidle' })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
    await page.evaluate(watchTasks)
    line.slow(true)
    line.takeBytes()
    ms.push(await page.evaluate<number>(`(${ask})(${JSON.stringify(query)})`))
    const sent = line.takeBytes()
    bytes.push(sent.all)
    data.push(sent.data)
    const tasks = await page.evaluate<readonly number[]>('tasks')
    longest.push(Math.max(0, ...tasks))
    await context.close()
  }
  return { ms, bytes, data, tasks: longest }
}

/** What runs in the page is text here: these scripts know no DOM. */
const watchTasks = `
  globalThis.tasks = []
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
`

/**
 * As a reader would: the key for search, the query, and ten rows, or fewer and that said. All of it happens in the page:
 * what a driver puts into it to look on would be the longest task of all.
 */
const searchByReader = `async (asked) => {
  const begun = performance.now()
  const until = async (isThere) => {
    while (!isThere()) await new Promise((drawn) => requestAnimationFrame(drawn))
  }
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }))
  await until(() => document.querySelector('dialog[open] .search-input') !== null)
  const input = document.querySelector('.search-input')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, asked)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  const all = '.search-count[data-settled] p'
  await until(() => document.querySelectorAll('a.search-option').length >= 10 || document.querySelector(all) !== null)
  await new Promise((drawn) => requestAnimationFrame(drawn))
  return performance.now() - begun
}`

/** Its own interface in a few lines: the first ten results with their excerpts. */
const searchByPagefind = `async (asked) => {
  const begun = performance.now()
  const { search } = await import(new URL('pagefind/pagefind.js', location.href).href)
  const { results } = await search(asked)
  const ten = await Promise.all(results.slice(0, 10).map((result) => result.data()))
  for (const { url, excerpt } of ten) {
    const item = document.createElement('li')
    item.innerHTML = '<a href="' + url + '">' + excerpt + '</a>'
    document.querySelector('ol').append(item)
  }
  await new Promise((drawn) => requestAnimationFrame(drawn))
  return performance.now() - begun
}`
