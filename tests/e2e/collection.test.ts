import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { site, visitor } from '../support/visit.ts'

/** Can the list of notices be filtered and put in order, by keyboard and by address, and is it whole without scripts? */
const open = visitor()

const shown = (page: Page): Promise<string[]> =>
  page
    .locator('.cards > li:not([hidden]) h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

describe('the list of notices', () => {
  it('is put in order and filtered by keyboard; the address says how, in every language', async () => {
    const page = await open('en/')
    const all = await shown(page)
    expect(all).toHaveLength(3)
    await page.locator('#notice-sort').focus()
    await page.keyboard.type('Longest')
    await page.waitForURL(/\?sort=longest$/u)
    expect((await shown(page))[0]).toBe('long/')
    await page.locator('#notice-title').focus()
    await page.keyboard.type('临床')
    await expect.poll(() => shown(page)).toEqual(['awkward/'])
    await expect.poll(() => page.locator('#notice-shown').textContent()).toBe('1 notice shown')
    await page.getByRole('link', { name: '繁體中文' }).click()
    await page.waitForURL(/zh-Hant\/\?sort=longest&title=/u)
    await expect.poll(() => shown(page)).toEqual(['awkward/'])
    await expect.poll(() => page.locator('#notice-title').inputValue()).toBe('临床')
  })

  it('is whole without scripts, and offers nothing that would do nothing', async () => {
    const page = await open('en/?only=findings', { javaScriptEnabled: false })
    await expect.poll(() => shown(page)).toHaveLength(3)
    await expect.poll(() => page.locator('.notice-tools').isVisible()).toBe(false)
    expect(page.url()).toBe(`${site}en/?only=findings`)
  })
})
