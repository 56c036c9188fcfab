import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { openBrowser } from './browser.ts'

export type VisitOptions = BrowserContextOptions & {
  /** Files that the test keeps from coming, of which the browser then complains. */
  readonly failing?: RegExp
}

export type Visit = (address: string, options?: VisitOptions) => Promise<Page>

/** Address of the fixture site: a sub-folder of a static host. */
export const site = inject('site')

/**
 * One Chromium for a test file, one fresh profile for each visit. A visit waits until the page is awake.
 * `root` tells where the visited site stands, when it is another than the fixture site.
 * What is kept for reading offline has tests of its own (`e2e/offline.test.ts`). Whatever a page complains of, a policy it breaks or another host it asks fails the test that visited it.
 */
export function visitor(root: () => string = () => site): Visit {
  let browser: Browser
  let context: BrowserContext | undefined
  let complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser()
  })

  afterAll(() => browser.close())

  afterEach(async () => {
    await context?.close()
    expect(complaints).toEqual([])
  })

  return async (address, { failing, ...options } = {}) => {
    complaints = []
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', ...options })
    const page = await context.newPage()
    page.on('console', (message) => {
      // A test that keeps service workers away hears of it, and so is not told again.
      if (message.text().includes('Service Worker registration blocked')) return
      if (failing?.test(message.location().url) === true) return
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(root())) complaints.push(`asked for ${request.url()}`)
    })
    await page.goto(root() + address)
    if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-awake]')
    return page
  }
}
