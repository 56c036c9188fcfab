import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { locales } from '../../src/corpus/locale.ts'
import { firstNotice } from '../support/content.ts'
import { phone, termsSite } from '../support/terms-site.ts'

const { open, root } = termsSite()

/** Every view of terms, findings and facts, in every interface language. */
describe.each(locales)('in %s', (locale) => {
  it.each([
    ['wide and light', { colorScheme: 'light' as const }],
    ['on a phone and dark', { ...phone, colorScheme: 'dark' as const }],
  ])(
    'axe finds nothing in any view, %s',
    async (_name, options) => {
      const page = await open(`${locale}/terms/`, options)
      const found: string[] = []
      const look = async (view: string, part = 'body'): Promise<void> => {
        const { violations } = await new AxeBuilder({ page }).include(part).analyze()
        found.push(...violations.map(({ id, nodes }) => `${view}: ${id} ${nodes[0]?.html ?? ''}`))
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (sideways > 0) found.push(`${view}: scrolls sideways by ${sideways}`)
      }
      await look('list')
      await page.goto(`${root()}${locale}/terms/clinical-specialty/`)
      await look('term')
      await page.goto(`${root()}${locale}/${firstNotice}/?term=key-clinical-specialty#p2`)
      await page.locator('.term-card .places').waitFor()
      await look('card', '.term-card')
      await page.keyboard.press('t')
      await page.locator('.one-term .places').waitFor()
      await look('one term', '.panel')
      await page.locator('.one-term button').first().click()
      await page.locator('.notice-terms').waitFor()
      await look('terms', '.panel')
      await page.keyboard.press('f')
      await page.locator('.findings').first().waitFor()
      await page.locator('.finding button').first().click()
      await page.locator('.accept textarea').fill('好')
      await page.locator('.accept button').first().click()
      await page.locator('.accepted-file').waitFor()
      await look('findings', '.panel')
      await page.locator('.panel .options label').nth(1).click()
      await page.locator('.facts').waitFor()
      await look('facts', '.panel')
      expect(found).toEqual([])
    },
    240_000,
  )
})
