import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { site, visitor } from '../support/visit.ts'

/** Do addresses lead where they say, with scripts and without? */
const open = visitor()

describe('links', () => {
  it.each([
    ['a row', 'en/awkward/#p9', '#p9'],
    ['a sentence', 'en/awkward/#p10.2', '[id="p10.2"]'],
    ['an old id', 'en/awkward/#p12', '[id="p12"]'],
    ['a row among ten thousand', 'en/long/#p7777', '#p7777'],
    ['a sentence whose side is not shown', 'en/long/?layout=zh-Hant#p7777.2', '#p7777 [lang="zh-Hant"] .s:last-child'],
    ['a range', 'en/long/#p300-p302', '#p300'],
  ])('lead to %s', async (_name, address, selector) => {
    const page = await open(address, { viewport: { width: 1280, height: 400 } })
    await expect.poll(() => isAtTop(page, selector)).toBe(true)
  })

  it('mark the row, the sentence on both sides, every row of a range', async () => {
    const page = await open('en/awkward/#p2')
    const marked = (selector: string) =>
      page.locator(selector).evaluate((row) => getComputedStyle(row).boxShadow !== 'none')
    await expect.poll(() => marked('#p2')).toBe(true)
    await expect.poll(() => marked('#p4')).toBe(false)
    await page.goto(`${site}en/awkward/#p2.2`)
    await expect.poll(() => page.locator('[data-target]').count()).toBe(3)
    await page.goto(`${site}en/awkward/#p4-p6`)
    await expect
      .poll(() => page.locator('.row[data-target]').evaluateAll((rows) => rows.map((row) => row.id)))
      .toEqual(['p4', 'p5', 'p6'])
  })

  it('to the other language keep the place and the looks', async () => {
    const page = await open('en/awkward/?layout=stacked#p4')
    await page.locator('nav a', { hasText: '繁體中文' }).click()
    await page.waitForURL(`${site}zh-Hant/awkward/?layout=stacked#p4`)
  })

  it('that name nothing say so and offer the nearest', async () => {
    const page = await open('zh-Hant/awkward/#p3000')
    await page.locator('.toast a').click()
    expect(page.url()).toBe(`${site}zh-Hant/awkward/#p11`)
    await expect.poll(() => page.locator('.toast p').count()).toBe(0)
  })

  it.each([
    ['zh-TW', 'zh-Hant/?x=1#p5'],
    ['en-AU', 'en/?x=1#p5'],
  ])('to the root go where the browser speaks %s', async (locale, expected) => {
    const page = await open('?x=1#p5', { locale })
    expect(page.url()).toBe(site + expected)
  })
})

describe('with scripts off', () => {
  const off = { javaScriptEnabled: false }

  it('the notice is whole and its links work', async () => {
    const page = await open('en/awkward/#p9', off)
    await expect.poll(() => page.locator('.row').count()).toBe(10)
    const top = await page.locator('#p9').boundingBox()
    expect(top !== null && top.y < 900).toBe(true)
    await page.getByText('What was left out').click()
    await expect.poll(() => page.getByText('網站欄目').isVisible()).toBe(true)
  })

  it('an old link leads to where its text went and says so', async () => {
    const page = await open('en/awkward/#p3', off)
    await expect.poll(() => page.getByText('The text that p3 named is now in p2.').isVisible()).toBe(true)
    await expect.poll(() => page.getByText('p12 named is gone').isVisible()).toBe(false)
  })

  it('the layout can be chosen, and nothing is offered that would do nothing', async () => {
    const page = await open('en/awkward/', off)
    await page.locator('input[value="en"]').check()
    await expect.poll(() => page.locator('#p2 [data-side="zh-Hant"]').isVisible()).toBe(false)
    expect(
      await page
        .locator('select, input[name="text"]')
        .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length),
    ).toBe(0)
  })

  it('the root offers each language', async () => {
    const page = await open('', off)
    await page.getByText('以繁體中文閱讀').click()
    await page.waitForURL(`${site}zh-Hant/`)
    await page.locator('.card a').first().click()
    await page.waitForURL(`${site}zh-Hant/awkward/`)
  })
})

/** Is the element at the top of the window, below the space kept there? */
async function isAtTop(page: Page, selector: string): Promise<boolean> {
  const top = await page.locator(selector).evaluate((element) => element.getBoundingClientRect().top)
  return top >= 0 && top < 100
}
