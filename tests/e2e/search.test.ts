import { AxeBuilder } from '@axe-core/playwright'
import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { site, visitor } from '../support/visit.ts'

/** Does search answer as one types, on every page, by keyboard alone, on a small screen, and say what is wrong? */
const open = visitor()

describe('the search dialog', () => {
  it('goes by keyboard alone from / to a row with its words lit, through its hits, and back', async () => {
    const page = await open('en/plain/')
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type('再生医学')
    await expect.poll(() => page.locator('.search [role=status]').textContent()).toBe('1 row')
    await expect
      .poll(() => page.locator('.search-option mark').allTextContents())
      .toEqual(['Regenerative medicine', '再生醫學'])
    await expect.poll(() => page.locator('.search-reason').allTextContents()).toEqual(['Other script or form'])
    expect(page.url()).toBe(`${site}en/plain/?q=${encodeURIComponent('再生医学')}`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site}en/awkward/?q=${encodeURIComponent('再生医学')}#p2`)
    await page.locator('.hit-bar', { hasText: '1 of 1' }).waitFor()
    await expect.poll(() => lit(page)).toEqual(['Regenerative medicine', '再生醫學'])
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    // What was asked is there and chosen, so that typing begins anew.
    await page.keyboard.type('which or 精準')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
  })

  it('steps through hits by n and p, within a notice and across notices', async () => {
    const page = await open('en/awkward/?q=paragraph#p4')
    await page.locator('.hit-bar', { hasText: /of 10,004|in this notice/ }).waitFor()
    await page.keyboard.press('n')
    await page.waitForURL(/\/en\/(?:plain|long)\/\?q=paragraph#p/)
    await page.locator('.hit-bar').waitFor()
    await page.keyboard.press('p')
    await page.waitForURL(/\/en\/awkward\/\?q=paragraph#p4/)
    await page.locator('.hit-bar button', { hasText: '' }).last().click()
    expect(page.url()).toBe(`${site}en/awkward/#p4`)
    await expect.poll(() => lit(page)).toEqual([])
  })

  it('shows lines in context, sorts and saves them', async () => {
    const page = await open('en/?q=no+less')
    await page.locator('.search-option').first().waitFor()
    await page.locator('.search input[value=lines]').check()
    await page.locator('.search-line mark', { hasText: 'No less' }).waitFor()
    await expect.poll(() => page.locator('.search-counterpart').textContent()).toContain('不少於750個項目')
    await page.locator('.search input[value=right]').check()
    const coming = page.waitForEvent('download')
    await page.locator('.search-views > button').click()
    expect((await coming).suggestedFilename()).toBe('duidu-lines.tsv')
  })

  it('keeps its tools clear of thousands of lines, and says that it reads them all to save them', async () => {
    const page = await open('en/?q=paragraph')
    await page.locator('.search-option').first().waitFor()
    await page.locator('.search input[value=lines]').check()
    await page.locator('.search-line').nth(20).waitFor()
    const save = await page.locator('.search-views > button').boundingBox()
    const body = await page.locator('.search-body').boundingBox()
    expect((save?.y ?? Infinity) + (save?.height ?? 0)).toBeLessThanOrEqual(body?.y ?? 0)
    // All rows must come before they are saved, and that much is said.
    let release: () => void = () => undefined
    const held = new Promise<void>((letGo) => (release = letGo))
    await page.route('**/search/**/*.bin', async (route) => {
      await held
      await route.continue()
    })
    const coming = page.waitForEvent('download')
    await page.locator('.search-views > button').click()
    await page.locator('.search-views > button[aria-disabled=true]', { hasText: 'Reading all lines' }).waitFor()
    release()
    expect((await coming).suggestedFilename()).toBe('duidu-lines.tsv')
    await page.locator('.search-views > button', { hasText: 'Save lines' }).waitFor()
  })

  it('teaches by example, narrows, keeps what was asked on this device and forgets it', async () => {
    const page = await open('zh-Hant/terms/')
    await page.keyboard.press('/')
    await page.locator('.search-suggestion').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('a.search-option').first().waitFor()
    await page.locator('.search-input').fill('paragraph')
    await page.locator('.search-filters summary').click()
    await page.locator('.search-field select').first().selectOption('plain')
    await expect.poll(() => page.locator('.search [role=status]').textContent()).toBe('3 段')
    await expect.poll(() => page.locator('.search-input').inputValue()).toBe('notice:plain paragraph')
    await page.locator('.search-option').first().click()
    await page.waitForURL(/\/zh-Hant\/plain\/\?q=notice/)
    await page.locator('.hit-bar button').first().click()
    await page.locator('.search-input').fill('')
    await page.locator('.search-suggestion', { hasText: 'notice:plain paragraph' }).waitFor()
    await page.locator('.search-body > button').click()
    await expect.poll(() => page.locator('.search-suggestion', { hasText: 'notice:plain paragraph' }).count()).toBe(0)
  })

  it.each<[string, string, (route: Route) => Promise<void>]>([
    ['another file stands in its place', 'damaged', (route) => route.fulfill({ status: 200, body: 'another file' })],
    ['the line is down', 'could not be reached', (route) => route.abort()],
    ['the host has no such file', 'not on the site', (route) => route.fulfill({ status: 404, body: 'no' })],
  ])('says so and tries again when %s, and never says that nothing was found', async (_name, words, answer) => {
    const page = await open('en/', { failing: /\/search\/.*\/k\d+\.bin$/ })
    await page.route('**/search/**/k*.bin', answer)
    // What is typed while search is on its way is not lost, and does nothing else.
    await page.keyboard.press('/')
    await page.keyboard.type('paragraph')
    await page.locator('.search-trouble', { hasText: words }).waitFor()
    await expect.poll(() => page.getByText('Nothing found').count()).toBe(0)
    // What is asked once more when the keys rest has to fail too, or it would be answered without a press.
    await page.locator('.search-count[data-settled]').waitFor({ state: 'attached' })
    await page.unroute('**/search/**/k*.bin')
    await page.locator('.search-trouble button').click()
    await page.locator('a.search-option').first().waitFor()
  })

  it('keeps what is typed behind the key for search while the page itself is not awake yet', async () => {
    const page = await open('en/')
    await page.route('**/assets/wake-*.js', async (route) => {
      await new Promise((later) => setTimeout(later, 700))
      await route.continue()
    })
    await page.reload()
    // All of these but d are keys of the page, and each would ask for something else.
    await page.keyboard.press('/')
    await page.keyboard.type('not words')
    await page.locator('.search-input:focus').waitFor()
    await expect.poll(() => page.locator('.search-input').inputValue()).toBe('not words')
    expect(await page.locator('.panel').count()).toBe(0)
    // With the focus outside of its box, the key leads back into it, and letters are text again.
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    await page.keyboard.press('/')
    await page.keyboard.type(' on')
    await expect.poll(() => page.locator('.search-input').inputValue()).toBe('not words on')
  })

  it('says that it searches while an answer takes its time and another stands there still', async () => {
    const page = await open('en/')
    await page.keyboard.press('/')
    await page.keyboard.type('paragraph')
    await page.locator('a.search-option').first().waitFor()
    await page.locator('.search-count[data-settled]').waitFor({ state: 'attached' })
    expect(await page.locator('.search-wait').count()).toBe(0)
    let come = (): void => undefined
    const coming = new Promise<void>((resolve) => (come = resolve))
    await page.route('**/search/**/*.bin', async (route) => {
      await coming
      await route.continue()
    })
    await page.locator('.search-input').fill('再生')
    await page.locator('.search-wait', { hasText: 'Searching…' }).waitFor()
    const fading = () => page.locator('.search-body').evaluate((body) => getComputedStyle(body).opacity)
    await expect.poll(fading).toBe('0.5')
    come()
    await page.locator('.search-option mark', { hasText: '再生' }).first().waitFor()
    await page.locator('.search-wait').waitFor({ state: 'detached' })
    await expect.poll(fading).toBe('1')
  })

  it('says so when a part of its program does not come, and has it by trying again', async () => {
    const page = await open('en/', { failing: /\/assets\/spelling-/ })
    let refused = 0
    await page.route('**/assets/spelling-*.js', (route) => {
      refused += 1
      return route.abort()
    })
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.locator('.search-input').fill('paragrpah')
    await page.locator('.search-trouble', { hasText: 'could not be reached' }).waitFor()
    // Asked while typing, and once more when the keys rest.
    await expect.poll(() => refused).toBe(2)
    await page.unroute('**/assets/spelling-*.js')
    await page.locator('.search-trouble button').click()
    await page.locator('.search-count', { hasText: '“paragraph”' }).waitFor()
  })

  it('tells a malformed query from one that finds nothing', async () => {
    const page = await open('en/')
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.locator('.search-input').fill('lang:fr bed')
    await page.locator('.search-count', { hasText: 'names no language' }).waitFor()
    await page.locator('.search-input').fill('xylophone')
    await page.locator('.search-count', { hasText: 'Nothing found' }).waitFor()
  })

  it('opens again with what was asked chosen, so that typing begins anew', async () => {
    const page = await open('en/')
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type('paragraph')
    await page.locator('a.search-option').first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type('750')
    await expect.poll(() => page.locator('.search-input').inputValue()).toBe('750')
  })

  it('opens again for a key right behind the one that closed it, and closes once more', async () => {
    const page = await open('en/plain/')
    await page.locator('[data-tool=search]').focus()
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    for (let time = 0; time < 5; time += 1) {
      // Both keys wait in the browser before the page hears of the first.
      await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('/')])
      // What closing has put off must have come to pass before one looks.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
      await page.locator('dialog.search[open] .search-input:focus').waitFor({ timeout: 10_000 })
    }
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog.search').count()).toBe(0)
    await page.locator('[data-tool=search]:focus').waitFor()
  })

  it('axe finds nothing in it, wide and at 320 px, and nothing scrolls sideways', async () => {
    const page = await open('zh-Hant/?q=paragraph', { reducedMotion: 'reduce', colorScheme: 'dark' })
    await page.locator('a.search-option').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    await page.locator('.search-filters summary').click()
    await page.locator('.search input[value=lines]').check()
    await page.locator('.search-line').first().waitFor()
    expect(await violations(page)).toEqual([])
    const sideways = await page.evaluate(() => {
      const body = document.querySelector('.search-body')
      return [document.documentElement, body].map((one) => (one === null ? -1 : one.scrollWidth - one.clientWidth))
    })
    expect(sideways.filter((by) => by > 0)).toEqual([])
  })

  it('costs a page that nobody searches nothing', async () => {
    const page = await open('en/plain/')
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    await page.reload({ waitUntil: 'networkidle' })
    expect(fetched.filter((name) => /\/search\/|worker/.test(name))).toEqual([])
    await page.locator('[data-tool=search]').hover()
    await expect.poll(() => fetched.some((name) => name.endsWith('manifest.bin'))).toBe(true)
  })
})

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** The words under the highlights of hits. */
function lit(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get('hit') ?? [])].map(String))
}
