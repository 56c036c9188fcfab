import { describe, expect, it } from 'vitest'
import { site, visitor } from '../support/visit.ts'

/** What a reader does with a notice: light, lay out, select, look at repairs. */
const open = visitor()

describe('reading', () => {
  it('pointing at a sentence lights its counterpart, and only that', async () => {
    const page = await open('en/awkward/')
    await page.hover('[id="p2.1"]')
    await expect
      .poll(() => page.locator('[data-lit]').allTextContents())
      .toEqual([
        'The National Health Commission issued the plan, which guides local work on clinical specialties.',
        '國家衛健委發布臨床專科能力建設規劃，指導各地工作。',
      ])
    await page.mouse.move(0, 0)
    await expect.poll(() => page.locator('[data-lit]').count()).toBe(0)
  })

  it('touching a sentence does the same and holds it', async () => {
    const page = await open('en/awkward/', { hasTouch: true, viewport: { width: 360, height: 700 } })
    await page.locator('[id="p2.1"]').tap({ position: { x: 5, y: 8 } })
    await expect.poll(() => page.locator('.s[data-lit]').count()).toBe(2)
  })

  it('the layout stands in the address, is there before the first paint and survives reloading', async () => {
    const page = await open('en/awkward/#p5')
    await page.check('input[value="zh-Hant"]')
    expect(page.url()).toBe(`${site}en/awkward/?layout=zh-Hant#p5`)
    await expect.poll(() => page.locator('#p2 [data-side="en"]').isVisible()).toBe(false)
    await page.reload()
    await expect.poll(() => page.locator('#p2 [data-side="en"]').isVisible()).toBe(false)
    await page.waitForSelector('html[data-awake]')
    await expect.poll(() => page.locator('input[value="zh-Hant"]').isChecked()).toBe(true)
  })

  it('under 600 px pairs stack and stay adjacent', async () => {
    const page = await open('en/awkward/', { viewport: { width: 599, height: 900 } })
    const [en, zh] = await page
      .locator('#p2 .side')
      .evaluateAll((sides) => sides.map((side) => side.getBoundingClientRect()))
    expect(zh?.top).toBeGreaterThanOrEqual(en?.bottom ?? Infinity)
    expect(zh?.left).toBe(en?.left)
  })

  it('selecting and copying across rows takes one language only, without numbers or markers', async () => {
    // All in one window, so that the pointer does not drag the page along.
    const page = await open('en/awkward/', { viewport: { width: 1280, height: 1800 } })
    const from = await page.locator('[id="p2.1"]').boundingBox()
    const to = await page.locator('#p7 [lang="en"] .s').boundingBox()
    if (from === null || to === null) throw new Error('the sentences are not shown')
    await page.mouse.move(from.x + 1, from.y + 5)
    await page.mouse.down()
    await page.mouse.move(to.x + 40, to.y + 10, { steps: 8 })
    await page.mouse.move(to.x + to.width - 2, to.y + to.height - 4, { steps: 8 })
    await page.mouse.up()
    const selected = await page.evaluate(() => document.getSelection()?.toString() ?? '')
    expect(selected).toContain('across provinces.')
    expect(selected).toContain('Numbered, with a number of its own')
    expect(selected).not.toMatch(/\p{Script=Han}|p[0-9]|•|12\.|Nothing in/u)
  })

  it('chooses the theme before the first paint and keeps it', async () => {
    const page = await open('en/', { colorScheme: 'light' })
    const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await page.keyboard.press('s')
    await page.getByLabel('Dark', { exact: true }).check()
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    expect(dark).not.toBe(light)
    await page.goto(`${site}zh-Hant/awkward/`)
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark)
  })

  it('a term of the address is lit on both sides, and its link changes the address without leaving', async () => {
    const page = await open('en/awkward/?layout=stacked#p2')
    await page.locator('a[data-term="nhc"]').first().click()
    expect(page.url()).toBe(`${site}en/awkward/?layout=stacked&term=nhc#p2`)
    await expect
      .poll(() => page.locator('a[data-term][aria-current]').allTextContents())
      .toEqual(['National Health Commission', '國家衛健委'])
    await page.goBack()
    await expect.poll(() => page.locator('a[data-term][aria-current]').count()).toBe(0)
  })

  it('an address with a query is read like any other', async () => {
    const page = await open('en/awkward/?q=%E5%86%8D%E7%94%9F&x=1#p2')
    await page.check('input[value="stacked"]')
    expect(page.url()).toBe(`${site}en/awkward/?layout=stacked&q=%E5%86%8D%E7%94%9F&x=1#p2`)
  })
})

describe('repairs', () => {
  it('are fetched when asked for, and each opens by keyboard with its proof in words', async () => {
    const page = await open('en/awkward/')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await expect.poll(() => page.locator('.repair').count()).toBe(0)
    await page.check('input[value="marked"]')
    await page.locator('.repair').first().waitFor()
    expect(asked.map((url) => url.replace(/\?v=\w+$/, '')).filter((url) => url.endsWith('.json'))).toEqual([
      `${site}notices/awkward/corpus.json`,
    ])

    const run = page.locator('.repair', { hasText: '專科能力建設' })
    await run.focus()
    await page.keyboard.press('Enter')
    const details = page.getByRole('dialog')
    await expect.poll(() => details.textContent()).toContain('8CA3 BFC6 C4DC C1A6 BDA8 D44F')
    await expect.poll(() => details.textContent()).toContain('??颇芰ㄔO')
    await expect
      .poll(() => details.textContent())
      .toMatch(/some [\d,]+0 times as likely as all other readings together/)
    const box = await details.boundingBox()
    expect(box !== null && box.x >= 0 && box.x + box.width <= 1280).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => details.isVisible()).toBe(false)
    await expect.poll(() => page.locator(':focus').textContent()).toBe('專科能力建設')
  })

  it('open by touch, inside a narrow window', async () => {
    const page = await open('en/awkward/', { hasTouch: true, viewport: { width: 320, height: 600 } })
    await page.locator('label', { hasText: 'Repairs marked' }).tap()
    await page.locator('.repair', { hasText: '劃' }).tap()
    const box = await page.getByRole('dialog').boundingBox()
    expect(box !== null && box.x >= 0 && box.x + box.width <= 320).toBe(true)
  })
})
