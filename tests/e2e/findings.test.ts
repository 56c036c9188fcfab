import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstNotice } from '../support/content.ts'
import { acceptedFinding, termsSite } from '../support/terms-site.ts'

const { open, built } = termsSite()
const notice = `en/${firstNotice}/`

describe('the panels of terms, findings and facts', () => {
  it('terms: chosen, a term is lit everywhere and stepped through', async () => {
    const page = await open(notice)
    await page.keyboard.press('t')
    await page.locator('.notice-terms li').first().waitFor()
    await page.locator('.panel input[type="search"]').fill('再生')
    await page.locator('.notice-terms button').click()
    await page.locator('.one-term .places').waitFor()
    await expect.poll(() => page.locator('.term-card').count()).toBe(0)
    await expect.poll(() => page.locator('a.term[aria-current]').count()).toBe(4)
    await page.getByRole('button', { name: 'Next place' }).click()
    await page.getByRole('button', { name: 'Next place' }).click()
    expect(page.url()).toMatch(/\?term=regenerative-medicine#p7\.2$/)
  })

  it('findings: each with place, texts and what was expected; accepted ones apart with their reason', async () => {
    const page = await open(notice)
    await page.keyboard.press('f')
    await page.locator('.findings').first().waitFor()
    const open7 = page.locator('.findings:not(.accepted) > li')
    const before = await open7.count()
    await expect.poll(() => page.locator('.findings.accepted > li').count()).toBe(1)
    await expect
      .poll(() => page.locator('.findings.accepted .reason').textContent())
      .toBe(`Accepted by the editor. Reason: ${acceptedFinding.reason}`)
    const manifest = JSON.parse(readFileSync(join(built(), 'manifest.json'), 'utf8')) as {
      notices: { id: string; findings: number }[]
    }
    expect(manifest.notices.find(({ id }) => id === firstNotice)?.findings).toBe(before)

    await open7.first().getByRole('link').click()
    expect(page.url()).toMatch(/#p\d+\.\d+$/)
    await open7.first().getByRole('button', { name: 'Accept …' }).click()
    await page.keyboard.type('It is the name of a project.')
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await expect.poll(() => open7.count()).toBe(before - 1)
    const file = JSON.parse(await page.locator('.accepted-file textarea').inputValue()) as {
      schema: string
      accepted: { key: string; reason: string }[]
    }
    expect(file.schema).toBe('duidu-findings')
    expect(file.accepted.map(({ reason }) => reason)).toEqual([acceptedFinding.reason, 'It is the name of a project.'])

    await page.reload()
    await page.keyboard.press('f')
    await page.locator('.findings.accepted > li').nth(1).waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect.poll(() => open7.count()).toBe(before)
  })

  it('findings: accepted, and taken back, without a pointer', async () => {
    const page = await open(notice)
    await page.keyboard.press('f')
    await page.locator('.findings').first().waitFor()
    const left = page.locator('.findings:not(.accepted) > li')
    const before = await left.count()
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
    for (let times = 0; times < 40 && (await focused()) !== 'Accept …'; times += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.accept textarea').waitFor()
    await page.keyboard.type('So it stood in the source.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => left.count()).toBe(before - 1)
    for (let times = 0; times < 60 && (await focused()) !== 'Take back'; times += 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => left.count()).toBe(before)
  })

  it('findings: kinds can be put aside', async () => {
    const page = await open(notice)
    await page.keyboard.press('f')
    const all = page.locator('.findings > li')
    await all.first().waitFor()
    const before = await all.count()
    await page.locator('.kinds label', { hasText: 'Wrong characters' }).click()
    await expect.poll(() => all.count()).toBeLessThan(before)
    await expect.poll(() => page.locator('.finding .kind', { hasText: 'Wrong characters' }).count()).toBe(0)
  })

  it('facts: what the notice states in numbers', async () => {
    const page = await open(notice)
    await page.keyboard.press('f')
    await page.locator('.panel label', { hasText: 'Figures' }).click()
    await expect
      .poll(() => page.locator('.fact-value').allTextContents())
      .toEqual(['at least 750', 'at least 5,000', 'at least 10,000'])
    expect(
      await page.locator('.facts a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['#p2.1', '#p3.1', '#p4.1'])
  })
})
