import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { annotationId, type Annotation } from '../../src/annotations/annotation.ts'
import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import { plainCorpus } from '../support/awkward.ts'
import { noteOn } from '../support/editorial.ts'
import { keptNotes, painted, paintedNotes } from '../support/notes.ts'
import { site, visitor } from '../support/visit.ts'

/** Notes that meet those that are here already, that another program made, or that leave as a report. */
const open = visitor()

const words = 'says one thing'

function noteWith(number: number, change: Partial<Annotation>): Annotation {
  const note = noteOn(plainCorpus(), 'en', words, 1)
  return { ...note, id: annotationId(`00000000-0000-4000-9000-${String(number).padStart(12, '0')}`), ...change }
}

/** Opens the panel where it is not yet, and gives it a file to read. */
async function choose(page: Page, content: unknown): Promise<void> {
  const panel = page.locator('.notes-panel')
  if ((await panel.count()) === 0) await page.keyboard.press('m')
  const input = panel.getByLabel('File with notes')
  if (!(await input.isVisible())) await panel.getByText('Import', { exact: true }).click()
  await input.setInputFiles({
    name: 'n.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  })
  await panel.getByRole('heading', { name: 'What the file would bring' }).waitFor()
}

const notes = async (page: Page): Promise<string[]> => (await keptNotes(page)).map(({ note }) => note).sort()

describe('notes that meet others of the same id', () => {
  const early = '2026-01-01T00:00:00.000Z'
  const later = '2026-02-01T00:00:00.000Z'
  const mine = [
    noteWith(1, { note: 'mine, older', modified: early }),
    noteWith(2, { note: 'mine, newer', modified: later }),
    noteWith(3, { note: 'mine, at the same time', modified: early }),
    noteWith(4, { note: 'the same' }),
  ]
  const theirs = [
    noteWith(1, { note: 'theirs, newer', modified: later }),
    noteWith(2, { note: 'theirs, older', modified: early }),
    noteWith(3, { note: 'theirs, at the same time', modified: early }),
    noteWith(4, { note: 'the same' }),
    noteWith(5, { note: 'new' }),
  ]
  const kept = ['mine, at the same time', 'mine, newer', 'mine, older', 'the same']

  const begin = async (): Promise<Page> => {
    const page = await open('en/plain/')
    await choose(page, formatCollection(mine))
    await page.getByRole('button', { name: 'Take in 4 notes' }).click()
    await expect.poll(() => notes(page)).toEqual(kept)
    await choose(page, formatCollection(theirs))
    return page
  }

  it('says what differs and replaces nothing unasked', async () => {
    const page = await begin()
    const plan = page.locator('.import-plan')
    expect(await plan.locator('> ul > li').allTextContents()).toEqual(['1 new', '1 the same as mine'])
    expect(await plan.locator('legend').allTextContents()).toEqual([
      '1 newer in the file than mine',
      '1 older in the file than mine',
      '1 changed here and there at the same time',
    ])
    const newer = plan.getByRole('group', { name: '1 newer in the file than mine' })
    expect(await newer.locator('.import-example').textContent()).toMatch(/mine, older.*theirs, newer/su)
    for (const group of await plan.getByRole('group').all()) await group.getByLabel('Keep mine').check()
    await plan.getByRole('button', { name: 'Take in 1 note' }).click()
    await expect.poll(() => notes(page)).toEqual([...kept.slice(0, 3), 'new', 'the same'])
  })

  it('replaces, or keeps both, where that is asked for; and all of it can be undone', async () => {
    const page = await begin()
    const plan = page.locator('.import-plan')
    await plan
      .getByRole('group', { name: /newer in the file/u })
      .getByLabel('Replace mine')
      .check()
    await plan
      .getByRole('group', { name: /older in the file/u })
      .getByLabel('Keep mine')
      .check()
    await plan
      .getByRole('group', { name: /at the same time/u })
      .getByLabel('Keep both')
      .check()
    await plan.getByRole('button', { name: 'Take in 3 notes' }).click()
    await expect
      .poll(() => notes(page))
      .toEqual([
        'mine, at the same time',
        'mine, newer',
        'new',
        'the same',
        'theirs, at the same time',
        'theirs, newer',
      ])
    await page.locator('.notes-panel').getByRole('button', { name: 'Undo', exact: true }).click()
    await expect.poll(() => notes(page)).toEqual(kept)
  })
})

it('takes in what Hypothesis sends out: by its words, and what has no place is listed for the hand', async () => {
  const page = await open('en/awkward/')
  const row = (id: string, exact: string, suffix: string, text: string) => ({
    id,
    uri: 'https://example.org/notice.html',
    user: 'acct:reader@example.org',
    created: '2026-01-01T00:00:00+00:00',
    updated: '2026-01-01T00:00:00+00:00',
    text,
    tags: ['from afar'],
    target: [
      {
        source: 'https://example.org/notice.html',
        selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix }],
      },
    ],
  })
  await choose(page, {
    total: 3,
    rows: [
      row('a', 'Regenerative medicine and precision medicine', ' receive support across provinces', '**found**'),
      row('b', '<img src=x onerror=alert(1)> this text never had', '<script>', 'homeless'),
      { ...row('c', words, '', 'bad'), created: 'yesterday' },
    ],
  })
  const plan = page.locator('.import-plan')
  expect(await plan.locator('> ul > li').allTextContents()).toEqual([
    '2 new',
    '2 from another program, placed by their words',
    '1 whose words are not found; it can be placed by hand',
  ])
  await expect.poll(() => plan.locator('.import-faults').innerText()).toContain('rows.2.created')
  await plan.getByRole('button', { name: 'Take in 2 notes' }).click()
  await expect
    .poll(async () => Object.values(await paintedNotes(page)).flat())
    .toContain('Regenerative medicine and precision medicine')
  const panel = page.locator('.notes-panel')
  await expect.poll(() => panel.locator('.note-card strong').allTextContents()).toEqual(['found'])
  await panel.locator('.notes-lost').getByRole('button').click()
  await expect.poll(() => panel.locator('.note-card .note-text').allTextContents()).toEqual(['homeless'])
  // What it was on is shown as the text that it is.
  expect(await panel.locator('.note-card').innerText()).toContain('<img src=x onerror=alert(1)> this text never had')
  expect(await panel.locator('.note-card img').count()).toBe(0)
})

describe('a report', () => {
  const citation = '“A plain notice” / 「一則普通通知」, 2020-02-29, p1'

  it.each([
    ['Report (Markdown)', 'md', ['> says one thing\n\n> 第1段說一件事。\n\nLook at **this** <b>and</b> that']],
    [
      'Report (HTML)',
      'html',
      ['<blockquote lang="zh-Hant"><p>第1段說一件事。</p>', '<strong>this</strong> &lt;b&gt;and&lt;/b&gt; that'],
    ],
    ['Table (TSV)', 'tsv', ['\tsays one thing\t第1段說一件事。\tLook at **this** <b>and</b> that\tcheck\t']],
  ])('%s quotes both languages with citation and link', async (name, ending, wanted) => {
    const page = await open('en/plain/')
    const note = noteWith(1, { note: 'Look at **this** <b>and</b> that', tags: ['check'] })
    await choose(page, formatCollection([note]))
    await page.getByRole('button', { name: 'Take in 1 note' }).click()
    await expect.poll(() => painted(page, 'note-teal-0')).toContain(words)
    const panel = page.locator('.notes-panel')
    await panel.getByText('Export, share, print').click()
    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name }).click()])
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`, 'u'))
    const text = await readFile(await download.path(), 'utf8')
    for (const part of [...wanted, citation, `${site}en/plain/?note=${note.id.slice('urn:uuid:'.length)}#p1`])
      expect(text).toContain(part)
  })
})
