import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { keptNotes, markWords, painted, selectWords } from '../support/notes.ts'
import { site, visitor } from '../support/visit.ts'

/** What a reader sees when the browser cannot keep notes: clear words, the notes still there, a way to save them. */
const open = visitor()

const english = '[id="p2.2"]'
const words = 'Regenerative medicine'
const origin = new URL(site).origin

/** Marks words while the database is out of reach: nothing says that they are saved, and they stay on the page. */
async function markInVain(page: Page): Promise<void> {
  await selectWords(page, english, 0, words.length)
  await page.getByRole('button', { name: 'Mark: Teal' }).click()
  await page.getByText('Not saved yet. The note stays here; see the notes panel.').waitFor()
}

/** The panel's words for the trouble; the notes can be exported from there, and what is exported is all of them. */
async function troubleIn(page: Page): Promise<{ said: string | null; exported: number; painted: string[] }> {
  await page.keyboard.press('m')
  const alert = page.locator('.notes-panel .notes-trouble[role="alert"]')
  await alert.waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    alert.getByRole('button', { name: 'Export all notes' }).click(),
  ])
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { total: number }
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  return {
    said: await alert.locator('p').first().textContent(),
    exported: file.total,
    painted: await painted(page, 'note-teal-0'),
  }
}

async function tryAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('.notes-trouble').waitFor({ state: 'detached' })
}

/** From the next load on, the page's scripts find this done. */
async function reloadWith(page: Page, script: (name: string) => void, name: string): Promise<void> {
  await page.addInitScript(script, name)
  await page.reload()
  await page.waitForSelector('html[data-awake]')
}

type Mended = { readonly mend: () => void }

/** Until `mend()` is called the database takes nothing more, for the reason that a browser would give by this name. */
function refuseWrites(name: string): void {
  const { prototype } = IDBObjectStore
  const known = Object.getOwnPropertyDescriptor(prototype, 'put') ?? {}
  Object.assign(globalThis, { mend: () => Object.defineProperty(prototype, 'put', known) })
  prototype.put = () => {
    throw new DOMException('refused', name)
  }
}

describe('notes that cannot be kept', () => {
  it('without a database at all, as in some private windows', async () => {
    const page = await open('en/awkward/')
    const refuse = (name: string): void => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', name)
      }
    }
    await reloadWith(page, refuse, 'SecurityError')
    await markInVain(page)
    expect(await troubleIn(page)).toEqual({
      said: 'This browser or window keeps no notes. They last until the page is closed; export what you want to keep.',
      exported: 1,
      painted: [words],
    })
  })

  it('with no room left: written as soon as there is', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, words.length], 'Teal')
    await reloadWith(page, refuseWrites, 'QuotaExceededError')
    await expect.poll(() => painted(page, 'note-teal-0')).toEqual([words])
    await selectWords(page, '[id="p2.1"]', 0, 3)
    await page.getByRole('button', { name: 'Mark: Yellow' }).click()
    await page.getByText('Not saved yet.').waitFor()
    expect(await troubleIn(page)).toMatchObject({
      said: 'There is no room left for notes in this browser. Export them, make room, then try again.',
      exported: 2,
    })
    expect((await keptNotes(page)).length).toBe(1)
    await page.evaluate(() => (globalThis as unknown as Mended).mend())
    await tryAgain(page)
    expect((await keptNotes(page)).length).toBe(2)
  })

  it('when the browser fails to write', async () => {
    const page = await open('en/awkward/')
    await reloadWith(page, refuseWrites, 'UnknownError')
    await markInVain(page)
    expect(await troubleIn(page)).toMatchObject({ said: 'The browser could not write the notes.', exported: 1 })
    await page.evaluate(() => (globalThis as unknown as Mended).mend())
    await tryAgain(page)
    expect((await keptNotes(page)).length).toBe(1)
  })

  it('closed under one’s feet: shown still, and saved again on request', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, words.length], 'Teal')
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    expect(await troubleIn(page)).toEqual({
      said: 'The browser has closed the notes’ database. What you see is still here; it can be saved again or exported.',
      exported: 1,
      painted: [words],
    })
    await tryAgain(page)
    expect((await keptNotes(page)).length).toBe(1)
  })

  it('opened by a newer version: the page says to reload, and overwrites nothing', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, words.length], 'Teal')
    const newer = await page.context().newPage()
    await newer.goto(`${site}manifest.json`)
    await newer.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const opening = indexedDB.open('duidu.notes', 99)
          opening.onsuccess = () => {
            opening.result.close()
            done()
          }
          opening.onerror = () => fail(new Error('not opened'))
        }),
    )
    expect(await troubleIn(page)).toEqual({
      said: 'A newer version of this site has opened the notes. Reload this page to go on.',
      exported: 1,
      painted: [words],
    })
  })

  it('blocked by another tab: said after a while, and written when the way is free', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, words.length], 'Teal')
    await page.goto(`${site}manifest.json`)
    const holder = await page.context().newPage()
    await holder.goto(`${site}manifest.json`)
    await holder.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('duidu.notes')
          opening.onsuccess = () => {
            // It lets nobody else change the version, as a tab that hangs would.
            Object.assign(globalThis, { held: opening.result })
            indexedDB.open('duidu.notes', opening.result.version + 1).onupgradeneeded = () => undefined
            done()
          }
        }),
    )
    await page.goto(`${site}en/awkward/`)
    await page.waitForSelector('html[data-awake]')
    await selectWords(page, '[id="p2.1"]', 0, 3)
    await page.getByRole('button', { name: 'Mark: Yellow' }).click()
    await page.getByText('Not saved yet.').waitFor()
    await page.keyboard.press('m')
    await page.getByText('The notes’ database does not answer. Another tab of this site may hold it open').waitFor()
    await holder.close()
    await page.locator('.notes-trouble').waitFor({ state: 'detached' })
    await expect.poll(async () => (await keptNotes(page)).length).toBe(2)
  })
})
