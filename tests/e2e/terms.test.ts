import { createServer, type Server } from 'node:http'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locales } from '../../src/corpus/locale.ts'
import { versions } from '../../src/corpus/version.ts'
import { duidu } from '../support/cli.ts'
import { firstNotice, ownContent } from '../support/content.ts'
import { visitor } from '../support/visit.ts'

/** The site of this project's own content with a second notice beside it, one finding of the first accepted. */
let folder: string
let server: Server
let root = ''

const accepted = { key: 'variant 并/並', reason: '兩岸用字習慣不同。' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duidu-terms-'))
  const content = join(folder, 'content')
  cpSync(ownContent, content, { recursive: true })
  const second = join(content, 'notices/second')
  mkdirSync(second)
  writeFileSync(join(second, 'notice.yaml'), 'titles:\n  en: A second notice\n  zh-Hant: 第二則通知\n')
  writeFileSync(join(second, 'en.txt'), 'Regenerative medicine is new.\n\nIt helps patients.\n')
  writeFileSync(join(second, 'zh-Hant.txt'), '再生醫學是新事物。\n\n它幫助病人。\n')
  writeFileSync(
    join(content, 'notices', firstNotice, 'findings.json'),
    JSON.stringify({ ...versions.findings, accepted: [accepted] }),
  )
  const { code, err } = await duidu('build', '--content', content, '--out', join(folder, 'site'))
  expect([code, err]).toEqual([0, ''])
  server = createServer(sirv(folder, { dev: true }))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  root = `http://127.0.0.1:${address.port}/site/`
}, 120_000)

afterAll(() => {
  server.close()
  server.closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

const open = visitor(() => root)
const notice = `en/${firstNotice}/`
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }

describe('terms lit together', () => {
  it('in both columns of the bead that is pointed at, and inside longer terms', async () => {
    const page = await open(notice)
    await page.hover('#p5 [data-side="zh-Hant"] a[data-term="regenerative-medicine"]')
    await expect
      .poll(() => page.locator('a[data-lit]').allTextContents())
      .toEqual(['regenerative medicine', '再生醫學'])
    // Pointed at in Chinese, where it stands by itself, it is lit in English inside a longer term.
    await page.goto(`${root}${notice}?term=clinical-specialty`)
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
    await page.waitForURL(`${root}en/second/?term=regenerative-medicine`)
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
    await page.goto(`${root}en/second/?term=nothing-like-it`)
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

describe('panels', () => {
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
      .toBe(`Accepted by the editor. Reason: ${accepted.reason}`)
    const manifest = JSON.parse(readFileSync(join(folder, 'site/manifest.json'), 'utf8')) as {
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
    expect(file.accepted.map(({ reason }) => reason)).toEqual([accepted.reason, 'It is the name of a project.'])

    await page.reload()
    await page.keyboard.press('f')
    await page.locator('.findings.accepted > li').nth(1).waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await expect.poll(() => open7.count()).toBe(before)
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
      await page.goto(`${root}${locale}/terms/clinical-specialty/`)
      await look('term')
      await page.goto(`${root}${locale}/${firstNotice}/?term=key-clinical-specialty#p2`)
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
