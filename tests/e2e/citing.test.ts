import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { rowTexts, type NamedRow } from '../../src/corpus/bead-text.ts'
import { recordEdition } from '../../src/corpus/editions.ts'
import { fingerprintOf } from '../../src/corpus/fingerprint.ts'
import { locales } from '../../src/corpus/locale.ts'
import { plainCorpus } from '../support/awkward.ts'
import { site, visitor } from '../support/visit.ts'

/** Sharing and citing: what stands in the clipboard afterwards, and what a link says when the words have changed. */
const open = visitor()
const corpus = plainCorpus()
const rows = rowTexts(corpus)
const first = rows[0]
if (first === undefined) throw new Error('the fixture has no rows')
const address = `en/${corpus.id}/`
const printed = (...named: readonly NamedRow[]): string => fingerprintOf(named.flatMap(({ beads }) => beads))

const allowed = { permissions: ['clipboard-read', 'clipboard-write'] }
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
const said = (page: Page, words: string | RegExp) => page.locator('.said p', { hasText: words }).waitFor()

describe('copying a link', () => {
  it('by key takes the row with the focus, and a fingerprint of its words', async () => {
    const page = await open(address, allowed)
    await page.locator(`#${first.id} > .row-id`).focus()
    await page.keyboard.press('l')
    await said(page, first.id)
    expect(await clipboard(page)).toBe(`${site}${address}?v=${printed(first)}#${first.id}`)
  })

  it('leads back without a word when nothing has changed', async () => {
    const page = await open(`${address}?v=${printed(first)}#${first.id}`)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.locator('.toast p').count()).toBe(0)
  })

  it('takes all rows from one to another, pressed with Shift', async () => {
    const page = await open('en/awkward/#p2', allowed)
    await page.locator('#p4 > .row-id').click({ modifiers: ['Shift'] })
    expect(page.url()).toBe(`${site}en/awkward/#p2-p4`)
    await page.keyboard.press('l')
    await said(page, 'p2-p4')
    expect(await clipboard(page)).toMatch(/\?v=[\w-]{8}#p2-p4$/)
  })

  it('shows the link when the clipboard is refused', async () => {
    const page = await open(address)
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.locator(`#${first.id} > .row-id`).focus()
    await page.keyboard.press('l')
    await expect.poll(() => page.locator('dialog textarea').inputValue()).toContain(`#${first.id}`)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  })
})

describe('the menu of a row', () => {
  it('is one Tab behind the row’s link, and gives the focus back', async () => {
    const page = await open(address)
    await page.locator(`#${first.id} > .row-id`).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.row-menu').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.row-menu') !== null)).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('row-tool')
  })

  it('opens by touch within a phone’s width', async () => {
    const page = await open('zh-Hans/awkward/', { viewport: { width: 320, height: 640 }, hasTouch: true })
    await page.locator('#p2 .s').first().tap()
    await page.locator('#p2 .row-tool').tap()
    const box = await page.locator('.row-menu').boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true)
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

describe('citing', () => {
  it.each([
    ['text', 'both', /^“.*」.*$/s],
    ['markdown', 'en', /^> .*\[.*\]\(<http/s],
    ['html', 'zh-Hant', /^<blockquote lang="zh-Hant"/],
    ['bibtex', 'both', /^@online\{/],
  ])('as %s in %s', async (format, languages, expected) => {
    const page = await open(address, allowed)
    await page.locator(`#${first.id} > .row-id`).focus()
    await page.keyboard.press('c')
    await page.locator(`dialog input[value="${format}"]`).check({ force: true })
    await page.locator(`dialog input[value="${languages}"][name="cited-languages"]`).check({ force: true })
    await expect.poll(() => page.locator('dialog textarea').inputValue()).toMatch(expected)
    await page.locator('dialog button', { hasText: 'Copy' }).click()
    await said(page, first.id)
    expect(await clipboard(page)).toMatch(expected)
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  })
})

describe('a link to words that have changed', () => {
  const before: NamedRow = { ...first, beads: first.beads.map((bead) => ({ ...bead, en: `Formerly. ${bead.en}` })) }
  const editions = recordEdition(recordEdition(null, [before, ...rows.slice(1)]), rows)
  const link = `${address}?v=${printed(before)}#${first.id}`

  async function openOld(known: boolean): Promise<Page> {
    const page = await open(address)
    await page.route('**/editions.json', (route) =>
      known ? route.fulfill({ json: editions }) : route.fulfill({ status: 200, json: {} }),
    )
    await page.goto('about:blank')
    await page.goto(site + link)
    return page
  }

  it('says so and shows the change in both languages', async () => {
    const page = await openOld(true)
    await page.locator('.toast button').first().click()
    await expect.poll(() => page.locator('.changes[lang="en"] del').first().innerText()).toContain('Formerly.')
    await expect.poll(() => page.locator('.changes[lang="zh-Hant"] :is(ins, del)').count()).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  it('says so when it is not known what they were', async () => {
    const page = await openOld(false)
    await page.locator('.toast p', { hasText: first.id }).waitFor()
    await expect.poll(() => page.locator('.toast button').count()).toBe(1)
  })

  it('says nothing more once the reader goes elsewhere', async () => {
    const page = await openOld(true)
    await page.locator('.toast button').last().click()
    await page.locator('.row-id').nth(1).click()
    await expect.poll(() => page.url()).not.toContain('v=')
  })
})

describe('access', () => {
  it.each(
    locales.flatMap((locale) => (['light', 'dark'] as const).map((colorScheme) => [locale, colorScheme] as const)),
  )('menu and citation in %s, %s', async (locale, colorScheme) => {
    const page = await open(`${locale}/${corpus.id}/`, { colorScheme })
    for (const key of ['.', 'c']) {
      await page.locator(`#${first.id} > .row-id`).focus()
      await page.keyboard.press(key)
      await page.locator('.row-menu, dialog').first().waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
})
