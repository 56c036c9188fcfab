import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { duidu } from '../support/cli.ts'
import { smallContent } from '../support/content.ts'
import { host, type Host } from '../support/host.ts'

/** Is a visited site there without a connection, whole, and of one build? In a sub-folder, as on a shared host. */
const files = {
  ...smallContent,
  'notices/b-plan/notice.yaml': 'titles:\n  en: Another plan\n  zh-Hant: 另一計劃\n',
  'notices/b-plan/en.txt': 'The clinic opens in 2023.\n',
  'notices/b-plan/zh-Hant.txt': '診所於2023年啟用。\n',
}

let place: string
let server: Host
let root: string
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'duidu-offline-'))
  write(files)
  await build()
  server = await host(join(place, 'host'))
  root = `${server.root}sub/site/`
  context = await browser.newContext()
  page = await context.newPage()
})

afterEach(async () => {
  await context.close()
  server.close()
  rmSync(place, { recursive: true, force: true })
})

function write(content: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(content)) {
    mkdirSync(dirname(join(place, 'content', file)), { recursive: true })
    writeFileSync(join(place, 'content', file), text)
  }
}

async function build(): Promise<void> {
  const out = join(place, 'host/sub/site')
  const { code, err } = await duidu('build', '--content', join(place, 'content'), '--out', out)
  expect([code, err]).toEqual([0, ''])
}

/** The addresses below the root that the worker keeps of visited notices. */
function keptPages(): Promise<string[]> {
  return page.evaluate(async (from) => {
    const names = (await caches.keys()).filter((name) => name.startsWith('duidu-visited-'))
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return kept
      .flat()
      .map(({ url }) => url.slice(from.length).replace(/\?v=.*/u, ''))
      .sort()
  }, root)
}

const noticeFiles = ['en/a-plan/', 'notices/a-plan/corpus.json', 'zh-Hans/a-plan/', 'zh-Hant/a-plan/']

describe('a site that was visited', () => {
  it('can be searched offline once it was searched, and says what is missing where it was not', async () => {
    await page.goto(`${root}en/a-plan/`)
    await expect.poll(keptPages, { timeout: 20_000 }).toEqual(noticeFiles)
    const find = async (query: string): Promise<void> => {
      await page.waitForSelector('html[data-awake]')
      await page.keyboard.press('/')
      await page.locator('.search-input:focus').waitFor()
      await page.keyboard.type(query)
    }
    await context.setOffline(true)
    await find('clinic')
    await page.locator('.search-trouble', { hasText: 'You are offline' }).waitFor()
    expect(await page.getByText('Nothing found').count()).toBe(0)
    await context.setOffline(false)
    await page.locator('.search-trouble button').click()
    await page.locator('a.search-option').first().waitFor()
    await context.setOffline(true)
    await page.reload()
    await find('2023')
    await page.locator('a.search-option').first().waitFor()
  })

  it('can be read offline: the notice, in another language, with what its corpus file tells, and the list', async () => {
    await page.goto(`${root}en/a-plan/?layout=stacked#p2`)
    await expect.poll(keptPages, { timeout: 20_000 }).toEqual(noticeFiles)
    await context.setOffline(true)
    await page.reload()
    await page.waitForSelector('html[data-awake]')
    await expect.poll(() => page.locator('#p2').textContent()).toContain('750 beds')
    // Notes, findings and the like work from the corpus file.
    const rows = await page.evaluate(async () => {
      const data = JSON.parse(document.querySelector('#page')?.textContent ?? '') as Record<string, string>
      const response = await fetch(data.corpus ?? '', { integrity: data.integrity ?? 'none' })
      return ((await response.json()) as { rows: unknown[] }).rows.length
    })
    expect(rows).toBe(2)
    await page.getByRole('link', { name: '繁體中文' }).click()
    await page.waitForURL(/zh-Hant\/a-plan/u)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-Hant')
    await page.locator('.site-name').click()
    await page.waitForURL(`${root}zh-Hant/`)
    await expect.poll(() => page.locator('.card').count()).toBe(2)
    await page.goto(`${root}en/b-plan/`)
    await expect.poll(() => page.textContent('h1')).toContain('no connection')
    await page.goto(root)
    await page.waitForURL(`${root}en/`)
  })

  it('asks before it takes a new version, and until then is wholly the old one', async () => {
    await page.goto(`${root}en/a-plan/`)
    await expect.poll(keptPages, { timeout: 20_000 }).toEqual(noticeFiles)
    write({ 'notices/a-plan/en.txt': 'The hospital opens in 2021.\n\nIt has 800 beds.\n' })
    await build()
    await page.reload()
    await expect.poll(() => page.locator('#p2').textContent()).toContain('750 beds')
    const load = page.getByRole('button', { name: 'Load it' })
    await load.waitFor()
    // Asked, and not yet answered.
    await expect.poll(() => page.locator('#p2').textContent()).toContain('750 beds')
    const corpus = await page.evaluate(async () => {
      const data = JSON.parse(document.querySelector('#page')?.textContent ?? '') as Record<string, string>
      return (await fetch(data.corpus ?? '', { integrity: data.integrity ?? 'none' })).text()
    })
    expect(corpus).toContain('750 beds')
    await load.click()
    await page.waitForFunction(() => document.querySelector('#p2')?.textContent.includes('800 beds'))
    // What had been visited came along.
    await context.setOffline(true)
    await page.goto(`${root}zh-Hant/a-plan/`)
    await expect.poll(() => page.locator('#p2').textContent()).toContain('800 beds')
  })
})
