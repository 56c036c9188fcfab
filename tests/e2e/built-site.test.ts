import { join } from 'node:path'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../src/corpus/locale.ts'
import { duidu } from '../support/cli.ts'
import { firstNotice } from '../support/content.ts'
import { serveFolder, type StaticHost } from '../support/static-host.ts'
import { visitor } from '../support/visit.ts'

/** The site that `duidu build` makes of this project's own content, on a static host. */
let folder: string
let host: StaticHost
let root = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duidu-built-'))
  const { code, err } = await duidu('build', '--frozen', '--out', join(folder, 'site'))
  expect([code, err]).toEqual([0, ''])
  host = await serveFolder(folder)
  root = `${host.address}site/`
}, 120_000)

afterAll(() => {
  host.close()
  rmSync(folder, { recursive: true, force: true })
})

const open = visitor(() => root)

const browserLanguages = { en: 'en-GB', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' } as const

describe('the built site', () => {
  it.each(locales.flatMap((locale) => [`${locale}/`, `${locale}/${firstNotice}/`]))(
    'axe finds nothing on %s',
    async (view) => {
      const page = await open(view)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    },
  )

  it.each(locales)('is reached from the root in the browser’s language: %s', async (locale) => {
    const page = await open('', { locale: browserLanguages[locale] })
    expect(page.url()).toBe(`${root}${locale}/`)
    await page.locator(`a[href*="${firstNotice}"]`).first().click()
    await page.waitForURL(`${root}${locale}/${firstNotice}/`)
    await expect.poll(() => page.locator('[id^="p"]:is(article, section, div, li)').count()).toBeGreaterThanOrEqual(9)
  })

  it('a link to a row scrolls to it and marks it, with scripts and without', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open(`en/${firstNotice}/#p7`, { javaScriptEnabled })
      const row = page.locator('#p7')
      const box = await row.boundingBox()
      expect(box?.y).toBeLessThan(900)
      expect(box?.y).toBeGreaterThanOrEqual(0)
      await expect.poll(() => row.textContent()).toContain('再生醫學')
      const [marked, plain] = await Promise.all(
        ['#p7', '#p6'].map((id) => page.locator(id).evaluate((element) => getComputedStyle(element).backgroundColor)),
      )
      expect(marked).not.toBe(plain)
      await page.context().close()
    }
  })

  it('shows the pages it came from as text and links to no other host', async () => {
    const page = await open(`en/${firstNotice}/`)
    const hosts = await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).host))
    expect(new Set(hosts)).toEqual(new Set([new URL(root).host]))
    await expect.poll(() => page.locator('body').textContent()).toContain('/en/xinwenzixun/289.html')
  })
})
