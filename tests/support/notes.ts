import type { Page } from 'playwright-core'

/** Selects units `[from, to)` of an element's text, as a pointer would, and waits for the bar. */
export async function selectWords(page: Page, selector: string, from: number, to: number): Promise<void> {
  await page.locator(selector).evaluate(
    (element, [from, to]) => {
      const place = (wanted: number, end: boolean): [Node, number] => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let at = 0
        for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
          if (end ? wanted <= at + node.length : wanted < at + node.length) return [node, wanted - at]
          at += node.length
        }
        throw new Error(`no unit ${wanted}`)
      }
      document.getSelection()?.setBaseAndExtent(...place(from, false), ...place(to, true))
    },
    [from, to] as const,
  )
  await page.waitForSelector('.note-bar')
}

/** Marks words in a colour by the bar and waits until that is kept. */
export async function markWords(page: Page, selector: string, run: readonly [number, number], colour = 'Yellow') {
  await selectWords(page, selector, ...run)
  await page.getByRole('button', { name: `Mark: ${colour}` }).click()
  await page.getByText(`Marked: ${colour}.`).waitFor()
}

/** What is painted under a name: the words of each range. */
export function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name)
}

/** Everything that notes have painted in one of the colours, by name. */
export function paintedNotes(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name]) => /^note-.*-\d$/.test(name))
        .map(([name, set]) => [name, [...set].map(String)]),
    ),
  )
}

type KeptNote = { id: string; note: string; tags: string[]; colour: string }

/** The notes as the browser's database has them. */
export function keptNotes(page: Page): Promise<KeptNote[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('duidu.notes')
        opening.onerror = () => reject(new Error('no database'))
        opening.onsuccess = () => {
          const all = opening.result.transaction('notes').objectStore('notes').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve((all.result as { value: KeptNote }[]).map(({ value }) => value))
          }
        }
      }),
  )
}
