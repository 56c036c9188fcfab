import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, it } from 'vitest'
import { visitor } from '../support/visit.ts'

/** Keys: what they do, that they keep out of the way, and that a reader can change them or turn them off. */
const open = visitor()

const focused = '(document.activeElement?.closest(".row")?.id ?? null)'

describe('keys', () => {
  it('go from row to row and from layout to layout, and keep out of typing and of other keys’ way', async () => {
    const page = await open('en/awkward/')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect.poll(() => page.evaluate(focused)).toBe('p1')
    await page.keyboard.press('v')
    expect(page.url()).toContain('layout=stacked')
    await page.keyboard.press('Control+j')
    await expect.poll(() => page.evaluate(focused)).toBe('p1')
    await page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('textarea'))
      box.focus()
    })
    await page.keyboard.type('jv?')
    await expect.poll(() => page.locator('body > textarea').inputValue()).toBe('jv?')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  })

  it('are listed, each can be given another, and one that is taken changes places', async () => {
    const page = await open('en/awkward/')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Next paragraph').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await dialog.getByRole('button', { name: 'Next paragraph' }).click()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => dialog.getByRole('status').textContent()).toContain('A letter')
    await page.keyboard.press('k')
    await expect.poll(() => dialog.getByRole('status').textContent()).toContain('“Previous paragraph” has j instead')
    await dialog.getByRole('button', { name: 'Next paragraph' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    await page.reload()
    await page.waitForSelector('html[data-awake]')
    await page.keyboard.press('k')
    await expect.poll(() => page.evaluate(focused)).toBe('p1')
  })

  it('can be turned off; the buttons still do everything', async () => {
    const page = await open('zh-Hant/awkward/')
    await page.keyboard.press('?')
    await page.getByText('啟用單鍵快速鍵').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('v')
    expect(page.url()).not.toContain('layout')
    await page.getByRole('button', { name: '設定' }).click()
    await page.getByRole('button', { name: '鍵盤快速鍵' }).click()
    await page.getByRole('dialog').waitFor()
    await page.getByText('啟用單鍵快速鍵').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('v')
    expect(page.url()).toContain('layout=stacked')
  })
})
