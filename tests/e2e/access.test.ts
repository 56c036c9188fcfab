import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visitor } from '../support/visit.ts'

/** Is the reader there for everyone: with other eyes, hands, windows? */
const open = visitor()

describe('for everyone', () => {
  // Colours do not change what else axe looks at, so only they are looked at twice.
  it.each(['en/', 'zh-Hant/', 'en/awkward/', 'zh-Hant/awkward/'])(
    'axe finds nothing on %s, light, dark and narrow',
    async (view) => {
      const page = await open(view, { reducedMotion: 'reduce', colorScheme: 'light' })
      expect(await violations(new AxeBuilder({ page }))).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([])
      await page.setViewportSize({ width: 320, height: 700 })
      expect(await violations(new AxeBuilder({ page }))).toEqual([])
      await expect.poll(() => sidewaysScroll(page)).toBeLessThanOrEqual(0)
    },
  )

  it.each(['en/awkward/?layout=stacked', 'zh-Hant/awkward/?layout=zh-Hant'])(
    'axe finds nothing on %s',
    async (view) => {
      const page = await open(view)
      expect(await violations(new AxeBuilder({ page }))).toEqual([])
    },
  )

  it('axe finds nothing with everything open: doubts, repairs, one of them, a target, what was left out', async () => {
    const page = await open('en/awkward/?term=nhc#p2.2')
    await page.check('#show-doubts')
    await page.getByText('What was left out').click()
    await page.check('input[value="marked"]')
    await page.locator('.repair', { hasText: '專科能力建設' }).click()
    await page.waitForSelector('[popover]:popover-open')
    expect(await violations(new AxeBuilder({ page }))).toEqual([])
  })

  it('letters twice as large do not scroll sideways', async () => {
    const page = await open('en/awkward/', { viewport: { width: 640, height: 900 } })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await expect.poll(() => sidewaysScroll(page)).toBeLessThanOrEqual(0)
  })

  it('every target is 24 px or stands in running text', async () => {
    const page = await open('en/awkward/', { viewport: { width: 320, height: 700 } })
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, select, summary, label:has(input)')]
        .filter((target) => !target.matches('.s a, .skip'))
        .filter((target) => target.getClientRects().length > 0)
        .filter((target) => {
          const { width, height } = target.getBoundingClientRect()
          return width < 24 || height < 24
        })
        .map((target) => target.outerHTML),
    )
    expect(small).toEqual([])
  })

  it('can be gone through by keyboard: past the header, into a row, from sentence to sentence and back', async () => {
    const page = await open('en/awkward/')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Skip to the text')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('main')
    await page.locator('#p2 .row-id').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('p2.2')
    await expect.poll(() => page.locator('[data-lit]').allTextContents()).toHaveLength(3)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator(':focus').textContent()).toBe('p2')
    await expect.poll(() => page.locator('[data-lit]').count()).toBe(0)
  })
})

describe('calm', () => {
  it.each(['en/awkward/?layout=stacked#p77', 'zh-Hant/', 'en/long/'])(
    'nothing shifts while %s loads and wakes up',
    async (address) => {
      const page = await open(address)
      await page.waitForTimeout(500)
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => {
              done(
                list
                  .getEntries()
                  .reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
              )
            }).observe({ type: 'layout-shift', buffered: true })
            setTimeout(() => done(0), 300)
          }),
      )
      // Sections that are laid out late may differ from the guess by parts of a pixel.
      expect(shift).toBeLessThan(0.001)
    },
  )
})

async function violations(axe: AxeBuilder): Promise<string[]> {
  const found = await axe.analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
