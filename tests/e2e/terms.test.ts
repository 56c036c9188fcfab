import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { firstNotice } from '../support/content.ts'
import { phone, termsSite } from '../support/terms-site.ts'

const { open, root } = termsSite()
const notice = `en/${firstNotice}/`

describe('terms lit together', () => {
  it('in both columns of the bead that is pointed at, and inside longer terms', async () => {
    const page = await open(notice)
    await page.hover('#p5 [data-side="zh-Hant"] a[data-term="regenerative-medicine"]')
    await expect
      .poll(() => page.locator('a[data-lit]').allTextContents())
      .toEqual(['regenerative medicine', '再生醫學'])
    // Pointed at in Chinese, where it stands by itself, it is lit in English inside a longer term.
    await page.goto(`${root()}${notice}?term=clinical-specialty`)
    const lit = await page.locator('[data-inner="clinical-specialty"][data-current]').allTextContents()
    expect(lit.length).toBeGreaterThan(4)
  })

  it('without scripts, each leads to its term’s page, and from there to shorter ones and back to the text', async () => {
    const page = await open(notice, { javaScriptEnabled: false })
    await page.locator('#p2 [lang="en"] a.term').click()
    await page.waitForURL('**/en/terms/key-clinical-specialty/**')
    await expect.poll(() => page.locator('h1').textContent()).toContain('臨床重點專科')
    await page.locator('.inner-terms a').first().click()
    await page.waitForURL('**/en/terms/clinical-specialty/')
    await page.locator('.kwic .row-id').first().click()
    await page.waitForURL(new RegExp(`${notice}\\?term=clinical-specialty#p1\\.1$`))
  })
})

describe('the card', () => {
  const card = (page: Page) => page.locator('.term-card')

  it('opens for a pointer that rests, stays while the pointer is on it, closes on Escape and leaves no trace', async () => {
    const page = await open(notice)
    const address = page.url()
    const term = page.locator('#p5 [lang="en"] a[data-term="regenerative-medicine"]')
    await term.hover()
    await card(page).waitFor()
    await card(page).locator('.dispersion').waitFor()
    const box = await card(page).boundingBox()
    if (box === null) throw new Error('no card')
    await page.mouse.move(box.x + 40, box.y + 60, { steps: 4 })
    await page.waitForTimeout(700)
    await expect.poll(() => card(page).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => card(page).count()).toBe(0)
    expect(page.url()).toBe(address)
  })

  it('closes when the pointer leaves', async () => {
    const page = await open(notice)
    await page.locator('#p5 [lang="en"] a[data-term="regenerative-medicine"]').hover()
    await card(page).waitFor()
    await page.mouse.move(2, 2)
    await card(page).waitFor({ state: 'detached' })
  })

  it('says what the entry says, how often and where, and which other notices use it', async () => {
    const page = await open(`${notice}?term=regenerative-medicine`)
    await card(page).locator('.other-notices').waitFor()
    const text = (await card(page).textContent()) ?? ''
    for (const words of ['regenerative medicine', '再生醫學', 'stem cells', '幹細胞', 'English: 2', 'Chinese: 2'])
      expect(text).toContain(words)
    await expect.poll(() => card(page).locator('.places a').allTextContents()).toEqual(['p5.2', 'p7.2'])
    expect(
      await card(page)
        .locator('.ticks')
        .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')?.split('M').length)),
    ).toEqual([3, 3])
    await card(page).locator('.other-notices a').click()
    await page.waitForURL(`${root()}en/second/?term=regenerative-medicine`)
    await card(page).locator('.places').waitFor()
  })

  it('works by keyboard alone: Enter opens it with the focus in it, its links step, Escape gives the focus back', async () => {
    const page = await open(notice)
    const term = page.locator('#p5 [lang="en"] a[data-term="regenerative-medicine"]')
    await term.focus()
    await page.keyboard.press('Enter')
    await card(page).locator('.places').waitFor()
    expect(page.url()).toContain('?term=regenerative-medicine')
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe('term-card-title')
    await card(page).locator('.places a').nth(1).focus()
    await page.keyboard.press('Enter')
    expect(page.url()).toMatch(/\?term=regenerative-medicine#p7\.2$/)
    await expect.poll(() => card(page).locator('.places [aria-current]').textContent()).toBe('p7.2')
    await page.keyboard.press('p')
    expect(page.url()).toMatch(/#p5\.2$/)
    await page.keyboard.press('Escape')
    await expect.poll(() => card(page).count()).toBe(0)
    expect(page.url()).not.toContain('term=')
    await expect.poll(() => page.locator(':focus').getAttribute('data-term')).toBe('regenerative-medicine')
  })

  it('on a phone is a sheet at the bottom that a touch opens, with targets for fingers', async () => {
    const page = await open(notice, phone)
    await page.locator('#p2 [lang="en"] a.term').tap()
    await card(page).locator('.places').waitFor()
    const box = await card(page).boundingBox()
    expect([box?.x, box?.width]).toEqual([0, 320])
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(560)
    const small = await card(page)
      .locator('a, button')
      .evaluateAll(
        (all) =>
          all.map((one) => one.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24).length,
      )
    expect(small).toBe(0)
    await card(page).locator('[data-term="clinical-specialty"]').tap()
    await expect.poll(() => card(page).locator('h2').textContent()).toContain('臨床專科')
    await card(page).getByRole('button', { name: 'Close' }).tap()
    await expect.poll(() => card(page).count()).toBe(0)
  })

  it('draws where a term stands in the reader’s own colours, where these are forced', async () => {
    const page = await open(notice, { forcedColors: 'active', colorScheme: 'dark' })
    await page.hover('#p5 a[data-term="regenerative-medicine"]')
    await page.locator('.term-card .ticks').first().waitFor()
    const [ticks, text] = await page
      .locator('.term-card .ticks')
      .first()
      .evaluate((path) => [getComputedStyle(path).stroke, getComputedStyle(document.body).color])
    expect(ticks).toBe(text)
  })

  it('on a phone meets the tools below it, so that no line of the text shows between', async () => {
    const page = await open(notice, phone)
    await page.locator('#p5 a[data-term="regenerative-medicine"]').first().tap()
    const sheet = await page.locator('.term-card').boundingBox()
    const tools = await page.locator('.tools').boundingBox()
    expect(sheet === null || tools === null ? Number.NaN : tools.y - (sheet.y + sheet.height)).toBeLessThanOrEqual(0)
  })

  it('put away by a press beside it, comes back when its term is pressed again', async () => {
    const page = await open(`${notice}?term=regenerative-medicine`)
    await card(page).waitFor()
    await page
      .locator('#p1 [lang="en"] .s')
      .first()
      .click({ position: { x: 3, y: 6 } })
    await expect.poll(() => card(page).count()).toBe(0)
    await expect.poll(() => page.locator('a.term[aria-current]').count()).toBe(4)
    await page.locator('#p5 [lang="en"] a[data-term="regenerative-medicine"]').click()
    await card(page).waitFor()
    expect(page.url()).toContain('term=regenerative-medicine')
  })

  it('says so when the notice or the collection lacks the term', async () => {
    const page = await open('en/second/?term=mdt')
    await card(page).getByText('This term does not stand in this notice.').waitFor()
    await expect.poll(() => card(page).textContent()).toContain('多學科診療')
    await page.goto(`${root()}en/second/?term=nothing-like-it`)
    await card(page).getByText('This collection has no term “nothing-like-it”.').waitFor()
  })
})

describe('the list of terms', () => {
  const shown = (page: Page) =>
    page
      .locator('.term-list li')
      .evaluateAll((items) =>
        items
          .filter((item) => item.getClientRects().length > 0)
          .map((item) => item.querySelector('a')?.textContent ?? ''),
      )

  it('is filtered in either language and script, and sorted by what each side counts', async () => {
    const page = await open('en/terms/')
    await expect.poll(() => page.locator('.term-list li').count()).toBe(63)
    await page.fill('#term-filter', '再生医学')
    await expect.poll(() => shown(page)).toEqual(['regenerative medicine 再生醫學'])
    await page.fill('#term-filter', 'clinical SPECIALTY key')
    await expect.poll(() => shown(page)).toEqual(['key clinical specialty 臨床重點專科'])
    await page.fill('#term-filter', '')
    await page.selectOption('#term-sort', 'en')
    await expect.poll(async () => (await shown(page))[0]).toBe('clinical specialty 臨床專科')
    await page.selectOption('#term-sort', 'letter')
    await expect.poll(async () => (await shown(page))[0]).toBe('14th Five-Year Plan 十四五')
    await expect.poll(() => page.locator('#term-shown').textContent()).toBe('63 terms shown')
  })

  it('and each term’s concordance are whole without scripts', async () => {
    const page = await open('zh-Hant/terms/', { javaScriptEnabled: false })
    await expect.poll(() => page.locator('.term-list li').count()).toBe(63)
    await expect.poll(() => page.locator('#term-filter').isVisible()).toBe(false)
    await page.locator('.term-list a', { hasText: '再生醫學' }).click()
    await page.waitForURL('**/zh-Hant/terms/regenerative-medicine/')
    await expect.poll(() => page.locator('.kwic li').count()).toBe(3)
    const [english, chinese] = await page.locator('.kwic li').first().locator('.nodes b').allTextContents()
    expect(new Set([english, chinese])).toEqual(new Set(['再生醫學', 'regenerative medicine']))
  })
})
