import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visitor } from '../support/visit.ts'

/** What is pressed on a slow line, before the program that answers it is there: nothing is lost, and nothing surprises. */
const open = visitor()

const focusedRow = '(document.activeElement?.closest(".row")?.id ?? null)'

/** Keeps files from coming until the returned function lets them. */
async function hold(page: Page, files: string): Promise<() => void> {
  let letGo = (): void => undefined
  const held = new Promise<void>((go) => (letGo = go))
  await page.route(files, async (route) => {
    await held
    await route.continue()
  })
  return () => letGo()
}

/** A page that is drawn and does not wake up until the returned function lets it. */
async function asleep(address: string): Promise<{ page: Page; wake: () => Promise<void> }> {
  const page = await open(address)
  const letGo = await hold(page, '**/assets/wake-*.js')
  await page.reload()
  return {
    page,
    wake: async () => {
      letGo()
      await page.waitForSelector('html[data-awake]')
    },
  }
}

describe('before the page is awake', () => {
  it.each([{}, { viewport: { width: 320, height: 640 } }])('a press on a button is kept, once (%o)', async (size) => {
    const { page, wake } = await asleep('zh-Hant/awkward/')
    if (size.viewport !== undefined) await page.setViewportSize(size.viewport)
    await page.locator('[data-panel=settings]').click()
    await page.locator('[data-panel=notes]').click()
    await page.locator('[data-panel=notes]').click()
    await wake()
    await page.locator('.panel').getByRole('heading', { name: '筆記', exact: true }).waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('panel-title')
  })

  it('the button for search is one, and what is typed behind it goes into the box', async () => {
    const { page, wake } = await asleep('en/awkward/')
    await page.locator('[data-tool=search]').click()
    await page.keyboard.type('so most')
    await wake()
    await page.locator('.search-input:focus').waitFor()
    await expect.poll(() => page.locator('.search-input').inputValue()).toBe('so most')
    expect(await page.locator('.panel').count()).toBe(0)
  })

  it('the keys that go from row to row and from layout to layout work already', async () => {
    const { page, wake } = await asleep('en/awkward/')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(focusedRow)).toBe('p2')
    await page.keyboard.press('v')
    await page.keyboard.press('v')
    expect(page.url()).toContain('layout=en')
    await wake()
    await expect.poll(() => page.locator('[name=layout][value=en]').isChecked()).toBe(true)
  })

  it('a choice of how the text is shown is kept', async () => {
    const { page, wake } = await asleep('en/awkward/')
    await page.locator('label:has([name=text][value=marked])').click()
    await wake()
    await page.locator('.repair').first().waitFor()
    expect(await page.locator('[name=text][value=marked]').isChecked()).toBe(true)
  })

  it('Escape, and writing into another box, take back what was asked for', async () => {
    const { page, wake } = await asleep('en/')
    await page.keyboard.press('/')
    await page.keyboard.type('one')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.locator('#notice-title').click()
    await page.keyboard.type('plain')
    await wake()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('dialog').count()).toBe(0)
    expect(await page.locator('#notice-title').inputValue()).toBe('plain')
  })

  it('a program that did not come is fetched by the next press', async () => {
    const page = await open('en/awkward/', { failing: /\/assets\/wake-/ })
    let refused = 0
    await page.route('**/assets/wake-*.js', (route) => ((refused += 1) === 1 ? route.abort() : route.continue()))
    await page.reload()
    await expect.poll(() => refused).toBe(1)
    await page.locator('[data-panel=notes]').click()
    await page.locator('.panel').getByRole('heading', { name: 'Notes', exact: true }).waitFor()
  })
})

describe('while a part of the program is on its way', () => {
  it('what is typed behind the button for search is kept, and Enter opens the first hit', async () => {
    const page = await open('en/plain/')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const letGo = await hold(page, '**/assets/start-*.js')
    // Pointed at, search is on its way before it is asked for.
    await page.locator('[data-tool=search]').hover()
    await page.locator('[data-tool=search]').click()
    await page.locator('#p2 > .row-id').focus()
    await page.keyboard.type('paragraph 3')
    await page.keyboard.press('Enter')
    expect(page.url()).not.toContain('#')
    letGo()
    await page.waitForURL(/q=paragraph\+3.*#p3$/)
  })

  it('Escape takes back what was asked for', async () => {
    const page = await open('en/awkward/')
    const letGo = await hold(page, '**/assets/start-*.js')
    for (const key of ['?', 'c', '/']) {
      await page.keyboard.press(key)
      await page.keyboard.press('Escape')
    }
    letGo()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('dialog').count()).toBe(0)
    // The keys are the page’s again, and what was taken back can be asked for once more.
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Next paragraph').waitFor()
  })
})
