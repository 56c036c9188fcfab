import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { pdfPages } from '../support/pdf.ts'
import { site, visitor } from '../support/visit.ts'

/** What comes out of the printer, read from the pages themselves. */
const open = visitor()

/** Each page's text. Fonts draw radicals and ligatures under names of their own, which compatibility forms undo. */
async function printed(page: Page): Promise<string[]> {
  return pdfPages(await page.pdf({ preferCSSPageSize: true })).map((text) => text.normalize('NFKC'))
}

const bothLanguages = ['which guides local work', '指導各地工作', 'no counterpart at all', '這一段只有中文']

describe('on paper', () => {
  it.each(['en/awkward/', 'zh-Hant/awkward/?layout=tap&first=zh-Hant', 'zh-Hans/awkward/?layout=stacked'])(
    '%s is a document in both languages, with every row’s id, and the address in the foot of every page',
    async (address) => {
      const page = await open(address)
      const pages = await printed(page)
      expect(pages.length).toBeGreaterThan(1)
      const foot = site + address.replace(/\?.*/u, '')
      for (const [at, text] of pages.entries()) {
        expect(text).toContain(foot)
        expect(text).toContain(`${at + 1} / ${pages.length}`)
      }
      const whole = pages.join('').replaceAll(/\s/gu, '')
      for (const words of bothLanguages) expect(whole).toContain(words.replaceAll(' ', ''))
      for (const id of await page.locator('.row').evaluateAll((rows) => rows.map((row) => row.id)))
        expect(whole).toContain(id)
    },
  )

  it('a notice of ten thousand rows is whole: what was not laid out on screen is on paper', async () => {
    const page = await open('en/long/')
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#p9999 .s').first().isVisible()).toBe(true)
    const visibility = page.locator('.rows-section').last()
    await expect
      .poll(() => visibility.evaluate((section) => getComputedStyle(section).contentVisibility))
      .toBe('visible')
  })

  it('nothing is left of the controls, of a panel, or of a dark theme', async () => {
    const page = await open('en/awkward/?layout=tap')
    await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'))
    await page.keyboard.press('s')
    await page.locator('.settings').waitFor()
    await page.locator('#p2 .row-id').focus()
    await page.emulateMedia({ media: 'print' })
    const controls = '.tools, .panel, .controls, .map, .row-tool, .reveal, .locales, .toast, .skip'
    await expect
      .poll(() =>
        page.locator(controls).evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length),
      )
      .toBe(0)
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body)
      return { backgroundColor, color, scheme: getComputedStyle(document.documentElement).colorScheme }
    })
    expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)', scheme: 'light' })
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).marginInlineEnd)).toBe('0px')
  })
})
