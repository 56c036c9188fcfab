import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visitor } from '../support/visit.ts'

/** Whoever reads, however: every language, theme and layout, with what stands over the text open as well. */
const open = visitor()

async function violations(page: Page, ...rules: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const found = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Han characters that would be read out as English. An option can hold no element that says otherwise. */
const hanElsewhere = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement
      if (!/\p{Script=Han}/u.test(node.textContent ?? '') || element?.closest('script, style, option') != null) continue
      if (!/^zh\b/u.test(element?.closest('[lang]')?.getAttribute('lang') ?? '')) found.push(element?.outerHTML ?? '')
    }
    return found
  })

const looks = ['columns', 'stacked', 'en', 'zh-Hant', 'tap']

describe.each(['en', 'zh-Hant', 'zh-Hans'])('in %s', (locale) => {
  it.each(looks)('axe finds nothing in the layout %s, light and dark', async (layout) => {
    const page = await open(`${locale}/awkward/?layout=${layout}#p2`, { reducedMotion: 'reduce' })
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    // Colours do not change what else axe looks at.
    expect(await violations(page, 'color-contrast')).toEqual([])
    expect(await hanElsewhere(page)).toEqual([])
  })

  it('axe finds nothing in any panel, in search and in the list of keys', async () => {
    const page = await open(`${locale}/awkward/`, { reducedMotion: 'reduce', colorScheme: 'dark' })
    for (const tool of await page.locator('.tools button[aria-expanded]').all()) {
      await tool.click()
      await page.locator('.panel .panel-body > :not([role="status"])').first().waitFor()
      const name = await tool.textContent()
      expect([name, ...(await violations(page)), ...(await hanElsewhere(page))]).toEqual([name])
      await page.keyboard.press('Escape')
      await page.locator('.panel').waitFor({ state: 'detached' })
    }
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type('醫')
    await page.locator('.search-option mark').first().waitFor()
    expect([...(await violations(page)), ...(await hanElsewhere(page))]).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.search').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.locator('dialog[open]').waitFor()
    expect([...(await violations(page)), ...(await hanElsewhere(page))]).toEqual([])
  })
})

describe('focus', () => {
  it.each([
    [320, 640, 'en/awkward/'],
    [320, 640, 'zh-Hant/awkward/?q=paragraph#p4'],
    [1280, 720, 'en/awkward/'],
    [1280, 720, 'en/awkward/?q=paragraph#p4'],
    [820, 1000, 'en/awkward/', 'panel'],
  ])('is never wholly behind a bar or panel at %i × %i on %s', async (width, height, address, panel?: string) => {
    const page = await open(address, { viewport: { width, height }, reducedMotion: 'reduce' })
    if (panel !== undefined) {
      await page.locator('.tools button[aria-expanded]').first().click()
      await page.locator('.panel').waitFor()
      await page.locator('#p1 .row-id').focus()
    }
    const hidden: string[] = []
    for (let step = 0; step < 90; step += 1) {
      await page.keyboard.press('Tab')
      const behind = await page.evaluate(() => {
        const focused = document.activeElement
        if (focused === null || focused === document.body) return null
        const seen = [...focused.getClientRects()].some(({ left, right, top, bottom }) =>
          [0.1, 0.5, 0.9].some((share) => {
            const at = document.elementFromPoint((left + right) / 2, top + (bottom - top) * share)
            return at !== null && (focused.contains(at) || at.contains(focused))
          }),
        )
        return seen ? null : focused.outerHTML
      })
      if (behind !== null) hidden.push(behind)
    }
    expect(hidden).toEqual([])
  })
})

describe('with colours of the reader’s own', () => {
  it('what is lit, marked or chosen is told by a line', async () => {
    const page = await open('en/awkward/?term=nhc#p2', { forcedColors: 'active' })
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property)
    expect(await style('#p2', 'outline-style')).toBe('solid')
    expect(await style('.rows a[aria-current]', 'text-decoration-line')).toContain('underline')
    await page.locator('[id="p2.1"]').first().hover()
    expect(await style('.s[data-lit]', 'text-decoration-style')).toBe('double')
  })
})

describe('the browser’s own ways', () => {
  it('text in a far row can be found in the page, and is brought into view', async () => {
    const page = await open('en/long/')
    const found = await page.evaluate(() => {
      const find = (globalThis as unknown as { find: (text: string) => boolean }).find.bind(globalThis)
      return find('Paragraph 8000 says')
    })
    expect(found).toBe(true)
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { top, bottom } = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? {
            top: -1,
            bottom: -1,
          }
          return top >= 0 && bottom <= innerHeight
        }),
      )
      .toBe(true)
  })

  it('a link to a piece of text leads there', async () => {
    const page = await open('en/long/#:~:text=Paragraph%207000%20says')
    await expect
      .poll(() =>
        page
          .locator('#p7000')
          .evaluate((row) => row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().top < innerHeight),
      )
      .toBe(true)
  })

  it('the system’s share sheet gets the row’s link and title, where there is one', async () => {
    const page = await open('en/awkward/')
    await page.evaluate(() => {
      Object.assign(navigator, {
        share: (data: ShareData) => {
          Object.assign(globalThis, { shared: data })
          return Promise.resolve()
        },
      })
    })
    await page.locator('#p2 .row-id').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.row-menu').getByText('Share…').click()
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { shared?: ShareData }).shared))
      .toEqual({ title: await page.title(), url: expect.stringMatching(/\/en\/awkward\/\?v=[\w-]+#p2$/u) })
  })
})
