import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { visitor } from '../support/visit.ts'

/** What is pressed on a slow line, before the program that answers it is there: nothing is lost, and nothing surprises. */
const open = visitor()

const focusedRow = '(document.activeElement?.closest(".row")?.id ?? null)'

/** Keeps files from coming until the returned function lets them. */
async function hold(page: Page, files: string): Promise<() => void> {
  let letGo = (): void => undefined
  const held = new Promise<void>((go) => (letGo = go))
  await page.route(files, async (route) => {
    await held
    await route.continue()
  })
  return () => letGo()
}

/** Lets files fail until the returned function lets them come. */
async function refuse(page: Page, files: string): Promise<() => void> {
  let refused = true
  await page.route(files, (route) => (refused ? route.abort() : route.continue()))
  return () => (refused = false)
}

/** Selects the first letters of a row's English side. */
function select(page: Page, row: string): Promise<void> {
  return page.evaluate((id) => {
    const node = document.querySelector(`#${id} [data-side=en] [data-at]`)?.firstChild ?? null
    document.getSelection()?.setBaseAndExtent(node ?? document, 0, node ?? document, 3)
  }, row)
}

/** What is typed into another box stays there, and nothing opens when the page wakes up. */
async function writesElsewhere(page: Page, wake: () => Promise<void>): Promise<void> {
  await page.locator('#notice-title').click()
  await page.keyboard.type('plain')
  await wake()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('dialog').count()).toBe(0)
  expect(await page.locator('#notice-title').inputValue()).toBe('plain')
}

/** A page that is drawn and does not wake up until the returned function lets it. */
async function asleep(address: string): Promise<{ page: Page; wake: () => Promise<void> }> {
  const page = await open(address)
  const letGo = await hold(page, '**/assets/wake-*.js')
  await page.reload()
  return {
    page,
    wake: async () => {
      letGo()
      await page.waitForSelector('html[data-awake]')
    },
  }
}

describe('before the page is awake', () => {
  it.each([{}, { viewport: { width: 320, height: 640 } }])('a press on a button is kept, once (%o)', async (size) => {
    const { page, wake } = await asleep('zh-Hant/awkward/')
    if (size.viewport !== undefined) await page.setViewportSize(size.viewport)
    await page.locator('[data-panel=settings]').click()
    await page.locator('[data-panel=notes]').click()
    await page.locator('[data-panel=notes]').click()
    await wake()
    await page.locator('.panel').getByRole('heading', { name: '筆記', exact: true }).waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('panel-title')
  })

  it('the button for search is one, and what is typed behind it goes into the box', async () => {
    const { page, wake } = await asleep('en/awkward/')
    await page.locator('[data-tool=search]').click()
    await page.keyboard.type('so most')
    await wake()
    await page.locator('.search-input:focus').waitFor()
    await expect.poll(() => page.locator('.search-input').inputValue()).toBe('so most')
    expect(await page.locator('.panel').count()).toBe(0)
  })

  it('the keys that go from row to row and from layout to layout work already', async () => {
    const { page, wake } = await asleep('en/awkward/')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(focusedRow)).toBe('p2')
    await page.keyboard.press('v')
    await page.keyboard.press('v')
    expect(page.url()).toContain('layout=en')
    await wake()
    await expect.poll(() => page.locator('[name=layout][value=en]').isChecked()).toBe(true)
  })

  it('a choice of how the text is shown is kept', async () => {
    const { page, wake } = await asleep('en/awkward/')
    await page.locator('label:has([name=text][value=marked])').click()
    await wake()
    await page.locator('.repair').first().waitFor()
    expect(await page.locator('[name=text][value=marked]').isChecked()).toBe(true)
  })

  it('Escape, and writing into another box, take back what was asked for', async () => {
    const { page, wake } = await asleep('en/')
    await page.keyboard.press('/')
    await page.keyboard.type('one')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await writesElsewhere(page, wake)
  })

  it('writing into another box right behind the key for search goes into that box', async () => {
    const { page, wake } = await asleep('en/')
    await page.keyboard.press('/')
    await writesElsewhere(page, wake)
  })

  it('a program that did not come is fetched by the next press', async () => {
    const page = await open('en/awkward/', { failing: /\/assets\/wake-/ })
    let refused = 0
    await page.route('**/assets/wake-*.js', (route) => ((refused += 1) === 1 ? route.abort() : route.continue()))
    await page.reload()
    await expect.poll(() => refused).toBe(1)
    await page.locator('[data-panel=notes]').click()
    await page.locator('.panel').getByRole('heading', { name: 'Notes', exact: true }).waitFor()
  })
})

describe('while a part of the program is on its way', () => {
  it('what is typed behind the button for search is kept, and Enter opens the first hit', async () => {
    const page = await open('en/plain/')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const letGo = await hold(page, '**/assets/start-*.js')
    // Pointed at, search is on its way before it is asked for.
    await page.locator('[data-tool=search]').hover()
    await page.locator('[data-tool=search]').click()
    await page.locator('#p2 > .row-id').focus()
    await page.keyboard.type('paragraph 3')
    await page.keyboard.press('Enter')
    expect(page.url()).not.toContain('#')
    letGo()
    await page.waitForURL(/q=paragraph\+3.*#p3$/)
  })

  it('Escape takes back what was asked for', async () => {
    const page = await open('en/awkward/')
    const letGo = await hold(page, '**/assets/start-*.js')
    for (const key of ['?', 'c', '/']) {
      await page.keyboard.press(key)
      await page.keyboard.press('Escape')
    }
    letGo()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('dialog').count()).toBe(0)
    // The keys are the page’s again, and what was taken back can be asked for once more.
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Next paragraph').waitFor()
  })
})

describe('what is meant', () => {
  it('by a row’s button is that row, wherever the pointer goes until the menu is there', async () => {
    const page = await open('en/plain/')
    const letGo = await hold(page, '**/assets/start-*.js')
    await page.locator('#p1').hover()
    await page.locator('#p1 .row-tool').click()
    await page.locator('#p2').hover()
    await page.locator('#p3').hover()
    letGo()
    await expect.poll(() => page.locator('.row-menu-id').textContent()).toBe('p1')
    await page.keyboard.press('Escape')
    await page.locator('#p2').hover()
    await page.locator('#p2 .row-tool').waitFor()
  })

  it('by two quick presses on the button for search is one', async () => {
    const page = await open('en/plain/')
    await page.keyboard.press('/')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('[data-tool=search]').dblclick()
    await page.locator('.search-input:focus').waitFor()
    expect(await page.locator('dialog.search').count()).toBe(1)
    // A press beside the dialog closes it as ever.
    await page.mouse.click(5, 5)
    await expect.poll(() => page.locator('dialog.search').count()).toBe(0)
  })

  it('by a step to the next hit is not done for who went to another row while it was looked for', async () => {
    const page = await open('en/')
    const letGo = await hold(page, '**/search/**')
    await page.goto(new URL('plain/?q=one+thing', page.url()).href)
    await page.waitForSelector('.hit-bar')
    await page.keyboard.press('n')
    await page.locator('#p3 > .row-id').click()
    letGo()
    await page.locator('.hit-bar').getByText(/ of /).waitFor()
    expect(page.url()).toMatch(/#p3$/)
  })
})

describe('the key for a note, while notes are on their way', () => {
  it('keeps what is typed behind it for the note', async () => {
    const page = await open('en/awkward/')
    const letGo = await hold(page, '**/assets/start-*.js')
    await page.keyboard.press('a')
    await page.keyboard.type('last words')
    letGo()
    const editor = page.locator('.note-editor')
    await expect.poll(() => editor.locator('textarea').inputValue()).toBe('last words')
    await page.keyboard.type(', and more')
    await expect.poll(() => editor.locator('textarea').inputValue()).toBe('last words, and more')
    expect(await page.locator('.panel, .caret-help').count()).toBe(0)
    // Asked for again while it is open, it has the keys again.
    await page.locator('#p1 > .row-id').focus()
    await page.keyboard.press('a')
    await page.keyboard.type('!')
    await expect.poll(() => editor.locator('textarea').inputValue()).toBe('last words, and more!')
  })

  it('is about the words that are selected', async () => {
    const page = await open('en/awkward/')
    const letGo = await hold(page, '**/notices/awkward/corpus.json*')
    await select(page, 'p2')
    await page.keyboard.press('a')
    letGo()
    await page.locator('.note-bar button:focus').waitFor()
    expect(await page.locator('.note-editor').count()).toBe(0)
    await page.keyboard.press('Escape')
    // Nor does it wait until they rest.
    await select(page, 'p4')
    await page.keyboard.press('a')
    await page.locator('.note-bar button:focus').waitFor()
    expect(await page.locator('.note-editor').count()).toBe(0)
  })
})

describe('a part that failed once', () => {
  it('comes with its stylesheet when it is asked for again', async () => {
    const page = await open('en/awkward/', { failing: /\.css$/ })
    const letCome = await refuse(page, '**/assets/*.css')
    await page.keyboard.press('?')
    await page.getByText('This part could not be loaded').waitFor()
    letCome()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    const empty = (): number =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].filter(
        ({ sheet }) => (sheet?.cssRules.length ?? 0) === 0,
      ).length
    await expect.poll(() => page.evaluate(empty)).toBe(0)
  })

  it('is a panel that has the focus while it is tried again, so that Escape closes it', async () => {
    const page = await open('en/awkward/', { failing: /\/assets\/Panel-/ })
    const letCome = await refuse(page, '**/assets/Panel-*.js')
    await page.keyboard.press('o')
    const again = page.locator('.panel [role=alert] button')
    await again.waitFor()
    letCome()
    await again.click()
    await page.locator('.panel a').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.panel').count()).toBe(0)
  })

  it('is notes, which come when words are selected', async () => {
    const page = await open('en/awkward/', { failing: /\/assets\/start-/ })
    await page.evaluate(() => localStorage.setItem('duidu.notes', '{"has":true}'))
    const letCome = await refuse(page, '**/assets/start-*.js')
    await page.reload()
    await page.getByText('This part could not be loaded').waitFor()
    letCome()
    await select(page, 'p2')
    await page.locator('.note-bar').waitFor()
  })

  it('is the notice’s file, for which the key for a note asks again', async () => {
    const page = await open('en/awkward/', { failing: /corpus\.json/ })
    const letCome = await refuse(page, '**/notices/awkward/corpus.json*')
    await page.keyboard.press('a')
    await page.getByText('This part could not be loaded').waitFor()
    letCome()
    await page.keyboard.press('a')
    await page.locator('.note-editor').waitFor()
  })
})
