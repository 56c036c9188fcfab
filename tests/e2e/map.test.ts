import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { site, visitor } from '../support/visit.ts'

/** The map of the notice: drawn from the page, light at any length, a way to every row. */
const open = visitor()

describe('the map of a notice', () => {
  it('shows lengths, gaps and what is marked, in a few paths', async () => {
    const page = await open('en/awkward/?term=nhc')
    const slider = page.getByRole('slider', { name: 'Map of the notice' })
    const drawn = (name: string) => page.locator(`.map-${name}`).getAttribute('d')
    await expect.poll(() => drawn('terms')).toMatch(/^M/)
    expect((await drawn('en'))?.split('M').length).toBe(10)
    // p4 has no Chinese, p5 no English.
    expect((await drawn('gaps'))?.split('M').length).toBe(3)
    await slider.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('p2 · term')
    expect(page.url()).toBe(`${site}en/awkward/?term=nhc#p2`)
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe('p4 · English only')
    await page.locator('.row-id').first().focus()
    expect((await new AxeBuilder({ page }).include('.map').analyze()).violations).toEqual([])
  })

  it('leads to a row of ten thousand by a press, and Back leads back', async () => {
    const page = await open('en/long/#p9')
    const slider = page.getByRole('slider')
    await slider.waitFor()
    const box = await slider.boundingBox()
    if (box === null) throw new Error('no map')
    expect(box.height).toBeLessThanOrEqual(900)
    await expect.poll(() => page.locator('.map path').count()).toBeLessThan(10)
    await page.mouse.click(box.x + 10, box.y + box.height / 2)
    await expect.poll(() => page.url()).toMatch(/#p(4[5-9]|5[0-4])\d\d$/)
    const id = new URL(page.url()).hash
    await expect
      .poll(() => page.locator(id).evaluate((row) => Math.abs(row.getBoundingClientRect().top)))
      .toBeLessThan(99)
    await page.goBack()
    await expect.poll(() => page.url()).toMatch(/#p9$/)
  })

  it('takes no room on a phone, on paper, or without scripts', async () => {
    const page = await open('en/awkward/', { viewport: { width: 360, height: 700 } })
    await expect.poll(() => page.locator('.map').isVisible()).toBe(false)
    const still = await open('en/awkward/', { javaScriptEnabled: false })
    await expect.poll(() => still.locator('.map').isVisible()).toBe(false)
  })
})
