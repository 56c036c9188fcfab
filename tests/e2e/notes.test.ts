import { describe, expect, it } from 'vitest'
import { keptNotes, markWords, painted, paintedNotes, selectWords } from '../support/notes.ts'
import { site, visitor } from '../support/visit.ts'

/** Notes as a reader makes, sees, changes and finds them. */
const open = visitor()

const english = '[id="p2.2"]'
const chinese = '#p2 [lang="zh-Hant"] [data-bead="p2.1"]'

describe('making a note', () => {
  it('marks selected words, and they are there again after reloading', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 21], 'Green')
    await expect.poll(() => painted(page, 'note-green-0')).toEqual(['Regenerative medicine'])
    await expect.poll(() => painted(page, 'note-beside')).toEqual(['重點支持再生醫學、', '精準醫療等關鍵技術領域。'])
    await page.reload()
    await expect.poll(() => painted(page, 'note-green-0')).toEqual(['Regenerative medicine'])
    await expect.poll(() => page.locator('#p2 .row-margin li').count()).toBe(1)
  })

  it('says that a note is saved only when the database has it', async () => {
    const page = await open('en/awkward/')
    await selectWords(page, chinese, 0, 5)
    await page.getByRole('button', { name: 'Note', exact: true }).click()
    await page.getByLabel('Note', { exact: true }).fill('一則筆記')
    await page.getByLabel('Tags, parted by commas').fill('政策，重要, 政策')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Note saved.').waitFor()
    await expect
      .poll(() => keptNotes(page))
      .toMatchObject([{ note: '一則筆記', tags: ['政策', '重要'], colour: 'yellow' }])
  })

  it('on words across rows, on either side', async () => {
    const page = await open('en/awkward/')
    await page.evaluate(() => {
      const words = (selector: string) => document.querySelector(selector)?.firstChild ?? document.body
      document.getSelection()?.setBaseAndExtent(words('[id="p4.1"]'), 5, words('[id="p6.1"]'), 11)
    })
    await page.getByRole('button', { name: 'Mark: Blue' }).click()
    await expect
      .poll(() => painted(page, 'note-blue-0'))
      .toEqual(['paragraph has no counterpart at all.', 'No less than'.slice(0, 11)])
  })

  it('on a whole row, by its button and by key', async () => {
    const page = await open('en/awkward/')
    await page.locator('#p4 .row-id').focus()
    await page.getByRole('button', { name: 'Annotate p4' }).click()
    await page.getByLabel('Note', { exact: true }).fill('by button')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Note saved.').waitFor()
    await page.locator('#p5 .row-id').focus()
    await page.keyboard.press('a')
    await page.getByLabel('Note', { exact: true }).fill('by key')
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(async () => (await keptNotes(page)).map(({ note }) => note).sort())
      .toEqual(['by button', 'by key'])
    await expect
      .poll(() => painted(page, 'note-yellow-0'))
      .toEqual(['This paragraph has no counterpart at all.', '這一段只有中文。', '英文本沒有收錄。'])
  })

  it('by keyboard alone: a caret, Space, the bar', async () => {
    const page = await open('en/awkward/')
    await page.locator('#p2 .row-id').focus()
    await page.keyboard.press('w')
    await page.getByRole('application', { name: 'Choose words by keyboard' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(() => page.locator('.caret-help [aria-live]').textContent())
      .toContain('Regenerative medicine and')
    await page.keyboard.press(' ')
    await page.keyboard.press('w')
    await page.keyboard.press('w')
    await expect.poll(() => page.locator('.caret-help [aria-live]').textContent()).toBe('Regenerative medicine')
    await page.keyboard.press(' ')
    await page.waitForSelector('.note-bar')
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Mark: Yellow')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => painted(page, 'note-green-0')).toEqual(['Regenerative medicine'])
    await expect.poll(() => page.locator(':focus').getAttribute('class')).toBe('row-id')
  })

  it('the caret crosses to the other language and leaves with Escape', async () => {
    const page = await open('en/awkward/')
    await page.locator('#p2 .row-id').focus()
    await page.keyboard.press('w')
    await page.getByRole('application').waitFor()
    await page.keyboard.press('x')
    await expect.poll(() => page.locator('.caret-help [aria-live]').getAttribute('lang')).toBe('zh-Hant')
    await expect.poll(() => page.locator('.caret-help [aria-live]').textContent()).toContain('國家衛健委')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.caret-help').count()).toBe(0)
    await expect.poll(() => page.locator(':focus').textContent()).toBe('p2')
  })

  it('copies, and writing that is not saved is not thrown away by a key', async () => {
    const page = await open('en/awkward/', { permissions: ['clipboard-read', 'clipboard-write'] })
    await selectWords(page, english, 0, 12)
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByText('Copied.').waitFor()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Regenerative')
    await selectWords(page, english, 0, 12)
    await page.getByRole('button', { name: 'Tag', exact: true }).click()
    await page.keyboard.type('draft')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByLabel('Tags, parted by commas').inputValue()).toBe('draft')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.note-editor').count()).toBe(0)
    await expect.poll(() => keptNotes(page)).toEqual([])
  })
})

describe('marks', () => {
  it('that overlap or touch are told apart', async () => {
    const page = await open('en/awkward/')
    await markWords(page, chinese, [0, 5])
    await markWords(page, chinese, [5, 9])
    await markWords(page, chinese, [3, 7])
    await markWords(page, english, [0, 12])
    await expect
      .poll(() => paintedNotes(page))
      .toEqual({
        'note-yellow-0': ['Regenerative', '國家衛健委'],
        'note-yellow-1': ['健委發布'],
        'note-yellow-2': ['發布臨床'],
      })
  })

  it('open where they are pressed, also from the other language', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 21])
    await page.locator('#p2 [lang="zh-Hant"] [data-bead="p2.2"]').first().click()
    const card = page.getByRole('dialog', { name: '1 note here' })
    await expect.poll(() => card.getByRole('article', { name: 'Yellow note, p2' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => card.count()).toBe(0)
  })

  it('are on the map of the notice and told by real buttons', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 21], 'Teal')
    const list = page.getByRole('list', { name: '1 note on p2' })
    await expect.poll(() => list.getByRole('button').textContent()).toBe('Teal Regenerative medicine')
    await list.getByRole('button').click()
    await expect.poll(() => page.getByRole('dialog', { name: '1 note here' }).isVisible()).toBe(true)
    await expect.poll(() => painted(page, 'note-active')).toContain('Regenerative medicine')
  })

  it('without the Highlight API are elements, and the text stays itself', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 21])
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Highlight'))
    await page.reload()
    await page.waitForSelector('mark[data-paint="note-yellow-0"]')
    await expect
      .poll(() => page.locator('mark[data-paint="note-yellow-0"]').allTextContents())
      .toEqual(['Regenerative medicine'])
    await expect
      .poll(() => page.locator(english).textContent())
      .toBe('Regenerative medicine and precision medicine receive support across provinces.')
  })
})

describe('changing notes', () => {
  it('edits, deletes with undo, undoes and redoes by key', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 21])
    await page.keyboard.press('m')
    const panel = page.locator('.notes-panel')
    await panel.getByRole('button', { name: 'Edit' }).click()
    await page.getByLabel('Note', { exact: true }).fill('first')
    await page.getByRole('radio', { name: 'Pink' }).check({ force: true })
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => painted(page, 'note-pink-0')).toEqual(['Regenerative medicine'])
    await panel.getByRole('button', { name: 'Delete' }).click()
    await expect.poll(() => keptNotes(page)).toEqual([])
    await page.getByRole('group', { name: 'Deleted notes' }).getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => keptNotes(page)).toMatchObject([{ note: 'first', colour: 'pink' }])
    await page.locator('h1').click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => keptNotes(page)).toMatchObject([{ note: '', colour: 'yellow' }])
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => keptNotes(page)).toMatchObject([{ note: 'first', colour: 'pink' }])
  })

  it('two tabs are in step', async () => {
    const page = await open('en/awkward/')
    const other = await page.context().newPage()
    await other.goto(`${site}en/awkward/`)
    await other.waitForSelector('html[data-awake]')
    await other.keyboard.press('m')
    await other.getByText('0 notes', { exact: true }).waitFor()
    await markWords(page, english, [0, 21])
    await other.getByText('1 note', { exact: true }).waitFor()
    await expect.poll(() => painted(other, 'note-yellow-0')).toEqual(['Regenerative medicine'])
  })
})

describe('finding notes', () => {
  it('filters by words, tag, colour, language and notice, from any page', async () => {
    const page = await open('en/awkward/')
    await markWords(page, english, [0, 21], 'Green')
    await selectWords(page, chinese, 0, 5)
    await page.getByRole('button', { name: 'Note', exact: true }).click()
    await page.getByLabel('Note', { exact: true }).fill('See the plan')
    await page.getByLabel('Tags, parted by commas').fill('policy')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Note saved.').waitFor()
    await page.goto(`${site}en/`)
    await page.waitForSelector('html[data-awake]')
    await page.keyboard.press('m')
    const panel = page.locator('.notes-panel')
    const cards = panel.locator('.note-card blockquote')
    await panel.getByText('2 notes', { exact: true }).waitFor()
    await panel.getByLabel('Words in notes').fill('国家')
    await expect.poll(() => cards.allTextContents()).toEqual(['國家衛健委'])
    await panel.getByLabel('Words in notes').fill('')
    await panel.getByText('Filter and sort').click()
    await panel.getByLabel('Colour').selectOption('green')
    await expect.poll(() => cards.allTextContents()).toEqual(['Regenerative medicine'])
    await panel.getByLabel('Colour').selectOption('')
    await panel.getByLabel('Tag', { exact: true }).selectOption('policy')
    await expect.poll(() => cards.allTextContents()).toEqual(['國家衛健委'])
    await panel.getByRole('link', { name: 'Open its notice' }).click()
    await page.waitForURL(/awkward\/\?note=[0-9a-f-]{36}#p2$/)
    await expect.poll(() => painted(page, 'note-active')).toContain('國家衛健委')
  })

  it('a note whose words are gone is listed, and placed by hand', async () => {
    const page = await open('en/awkward/')
    await markWords(page, '[id="p4.1"]', [0, 14])
    // As if the text had been another when the note was made.
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('duidu.notes')
          opening.onsuccess = () => {
            const tx = opening.result.transaction('notes', 'readwrite')
            const all = tx.objectStore('notes').getAll()
            all.onsuccess = () => {
              const [kept] = all.result
              kept.value.target.version = 'old'
              kept.value.target.quote.exact = 'Words that nobody finds any more'
              tx.objectStore('notes').put(kept)
            }
            tx.oncomplete = () => {
              opening.result.close()
              done()
            }
          }
        }),
    )
    await page.reload()
    await page.waitForSelector('html[data-awake]')
    await page.keyboard.press('m')
    await page.getByText('1 note has lost its place').waitFor()
    await expect.poll(() => paintedNotes(page)).toEqual({})
    await page.getByRole('button', { name: 'Show them' }).click()
    await expect
      .poll(() => page.locator('.notes-panel .note-card blockquote').textContent())
      .toBe('Words that nobody finds any more')
    await page.getByRole('button', { name: 'Place it by hand' }).click()
    await selectWords(page, '[id="p4.1"]', 5, 14)
    await page.getByRole('button', { name: 'Place the note here' }).click()
    await expect.poll(() => painted(page, 'note-yellow-0')).toEqual(['paragraph'])
  })
})
