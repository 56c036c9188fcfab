import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { site, visitor } from '../support/visit.ts'

/** How a page looks: layouts, what a link carries of it, and what stays on the device. */
const open = visitor()

const rect = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect())

const chinese = '#p2 [data-side="zh-Hant"]'
const english = '#p2 [data-side="en"]'

describe('on the narrowest screen', () => {
  it.each(['en', 'zh-Hant', 'zh-Hans'])('the word of every tool stands on one line, in %s', async (locale) => {
    const page = await open(`${locale}/awkward/`, { viewport: { width: 320, height: 640 } })
    await page.locator('.tool').last().waitFor()
    const heights = await page.locator('.tool').evaluateAll((tools) =>
      tools.map((tool) => {
        const range = document.createRange()
        range.selectNodeContents(tool)
        return [...range.getClientRects()].at(-1)!.bottom - tool.querySelector('.icon')!.getBoundingClientRect().bottom
      }),
    )
    expect(new Set(heights.map(Math.round)).size).toBe(1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  it('long words in the cells of a table are parted by syllables', async () => {
    const page = await open('en/awkward/', { viewport: { width: 320, height: 640 } })
    const cell = page.locator('[data-side="en"] td').first()
    expect(await cell.evaluate((element) => getComputedStyle(element).hyphens)).toBe('auto')
  })
})

describe('layouts', () => {
  it.each([true, false])('either language comes first, left or above, scripts on: %s', async (javaScriptEnabled) => {
    const page = await open('en/awkward/', { javaScriptEnabled })
    await page.check('#chinese-first')
    expect((await rect(page, chinese)).right).toBeLessThanOrEqual((await rect(page, english)).left)
    // Level by their first lines, whose letters differ in size.
    expect(Math.abs((await rect(page, chinese)).top - (await rect(page, english)).top)).toBeLessThan(12)
    await page.check('input[name="layout"][value="stacked"]')
    expect((await rect(page, chinese)).bottom).toBeLessThanOrEqual((await rect(page, english)).top)
    await page.setViewportSize({ width: 320, height: 800 })
    await page.check('input[name="layout"][value="columns"]')
    expect((await rect(page, chinese)).bottom).toBeLessThanOrEqual((await rect(page, english)).top)
    if (javaScriptEnabled) expect(page.url()).toBe(`${site}en/awkward/?first=zh-Hant`)
  })

  it('one language shows the other on a tap, by its button and by its key, in place', async () => {
    const page = await open('en/awkward/?layout=tap', { hasTouch: true })
    await expect.poll(() => page.locator(chinese).isVisible()).toBe(false)
    await page.locator('[id="p2.1"]').tap({ position: { x: 5, y: 8 } })
    await expect.poll(() => page.locator(chinese).isVisible()).toBe(true)
    expect((await rect(page, english)).bottom).toBeLessThanOrEqual((await rect(page, chinese)).top)
    const button = page.locator('#p2 .reveal')
    await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true')
    await button.press('Enter')
    await expect.poll(() => page.locator(chinese).isVisible()).toBe(false)
    await page.locator('#p2 .row-id').focus()
    await page.keyboard.press('r')
    await expect.poll(() => page.locator(chinese).isVisible()).toBe(true)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#p8 [data-side="zh-Hant"]').isVisible()).toBe(true)
  })

  it('a bead without counterpart shows its gap on the other side, and doubts say how sure, when asked', async () => {
    const page = await open('en/awkward/')
    await expect.poll(() => page.locator('#p4 .gap').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.doubt').first().isVisible()).toBe(false)
    await page.check('#show-doubts')
    expect(page.url()).toBe(`${site}en/awkward/?doubts=shown`)
    await expect.poll(() => page.locator('.doubt').first().textContent()).toMatch(/\d+% sure/)
    await page.reload()
    await expect.poll(() => page.locator('.doubt').first().isVisible()).toBe(true)
  })

  it('what stands in another order in the Chinese says so, a paragraph and sentences, with scripts off as well', async () => {
    const page = await open('en/awkward/', { javaScriptEnabled: false })
    await expect
      .poll(() => page.locator('#p9 .notes').innerText())
      .toBe('The Chinese text has this paragraph in another place.')
    await expect
      .poll(() => page.locator('#p10 .notes').innerText())
      .toContain('The Chinese text has these sentences in another order: p10.3')
  })

  it('the text that is shown stands in the address too', async () => {
    const page = await open('en/awkward/?text=received')
    await page.locator('.repair').first().waitFor()
    await expect.poll(() => page.locator(chinese).textContent()).toContain('發(fā)布')
    await expect.poll(() => page.locator('input[value="received"]').isChecked()).toBe(true)
    await page.check('input[value="recovered"]')
    expect(page.url()).toBe(`${site}en/awkward/`)
    await expect.poll(() => page.locator('.repair').count()).toBe(0)
  })
})

describe('settings', () => {
  const choose = async (page: Page, ...labels: readonly string[]): Promise<void> => {
    await page.keyboard.press('s')
    for (const label of labels) await page.locator('.settings').getByLabel(label, { exact: true }).click()
  }
  const style = (page: Page, selector: string, name: string): Promise<string> =>
    page.locator(selector).evaluate((element, of) => getComputedStyle(element).getPropertyValue(of), name)

  it('change the page at once, last, and hold before the first paint without moving anything', async () => {
    const page = await open('en/awkward/')
    const before = Number.parseFloat(await style(page, chinese, 'font-size'))
    await choose(page, 'Larger', 'Short', 'Dark', 'Hong Kong', 'Space between Chinese and Latin letters')
    await choose(page)
    await page.goto('about:blank')
    await page.goto(`${site}en/awkward/`)
    expect(Number.parseFloat(await style(page, chinese, 'font-size')) / before).toBeCloseTo(1.35, 1)
    await expect.poll(() => style(page, chinese, 'font-family')).toMatch(/HK/)
    await expect.poll(() => style(page, chinese, 'text-autospace')).toBe('no-autospace')
    await expect.poll(() => style(page, 'html', 'color-scheme')).toBe('dark')
    await page.waitForSelector('html[data-awake]')
    await page.waitForTimeout(300)
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => done(list.getEntries().length)).observe({
            type: 'layout-shift',
            buffered: true,
          })
          setTimeout(() => done(0), 300)
        }),
    )
    expect(shifts).toBe(0)
  })

  it('Simplified is for the eye alone: every mark, id and place stays, and repairs go on', async () => {
    const page = await open('en/awkward/?script=Hans#p2.2')
    await page.locator(`${chinese}[lang="zh-Hans"]`).waitFor()
    await expect
      .poll(() => page.locator(chinese).textContent())
      .toBe('国家卫健委发布临床专科能力建设规划，指导各地工作。重点支持再生医学、精准医疗等关键技术领域。')
    await expect.poll(() => page.locator(`${chinese} a[data-term="nhc"]`).textContent()).toBe('国家卫健委')
    await expect.poll(() => page.locator('[data-target]').count()).toBe(3)
    await page.check('input[value="marked"]')
    await page.locator('.repair', { hasText: '专科能力建设' }).waitFor()
    await page.check('input[value="recovered"]')
    await choose(page, 'As received')
    expect(page.url()).toBe(`${site}en/awkward/#p2.2`)
    await expect.poll(() => page.locator(`${chinese}[lang="zh-Hant"]`).textContent()).toContain('國家衛健委發布')
  })

  it('whoever reads Simplified need not ask for it again', async () => {
    const page = await open('zh-Hans/awkward/')
    await choose(page, '简体')
    await page.goto(`${site}en/plain/`)
    await page.waitForURL(`${site}en/plain/?script=Hans`)
    await expect.poll(() => page.locator('#p1 [data-side="zh-Hant"]').textContent()).toContain('第1段说一件事')
  })

  it('pinyin stands above the characters and nowhere in the text', async () => {
    const page = await open('en/awkward/')
    const text = await page.locator(chinese).textContent()
    await choose(page, 'Pinyin above the characters')
    await page.locator(`${chinese} ruby`).first().waitFor()
    await expect.poll(() => page.locator(`${chinese} rt`).first().getAttribute('data-reading')).toBe('guó')
    await expect.poll(() => page.locator(chinese).textContent()).toBe(text)
    await expect.poll(() => page.locator(chinese).evaluate((side) => (side as HTMLElement).innerText)).toBe(text)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page.locator('.settings').getByLabel('Pinyin above the characters').click()
    await expect.poll(() => page.locator('ruby').count()).toBe(0)
  })
})
