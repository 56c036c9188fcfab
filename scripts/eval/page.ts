import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../commands/build.ts'
import { exit } from '../report.ts'
import { openBrowser } from './page/browser.ts'
import { audit } from './page/lighthouse.ts'
import { measureLong, measurePaint, type Figures } from './page/measure.ts'
import { serveSite, type Serving } from './page/serve.ts'
import { writeContent } from './page/site.ts'

/**
 * How quick is a notice's page on a phone? Prints tables, and last a line of JSON.
 *
 * Usage  page [TEXTS [RUNS]]: a folder of aligned texts, by default ../shared/gold, and loads of each page, 5.
 *
 * A notice of 60 rows beside the same HTML with no script at all and beside a plain page of its words; one of 10,000
 * rows beside plain HTML; Lighthouse. A phone is Chromium with a processor four times slower and Lighthouse's slow 4G.
 * Figures are medians, in milliseconds; the pages take turns, so that whatever else the machine does meets them alike.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [texts = '../shared/gold', runs = '5'] = argv
  if (!existsSync(texts)) {
    console.error(`No texts in ${texts}. Name a folder of aligned texts.`)
    return exit.badInput
  }
  const place = mkdtempSync(join(tmpdir(), 'duidu-page-'))
  let serving: Serving | null = null
  try {
    writeContent(texts, join(place, 'content'))
    const server = await serveSite(join(place, 'site'))
    serving = server
    const built = await build({ content: join(place, 'content'), out: join(place, 'site'), base: server.root })
    if (built !== exit.done) return built
    return await bench(server.root, Number(runs))
  } finally {
    serving?.close()
    rmSync(place, { recursive: true, force: true })
  }
}

async function bench(root: string, runs: number): Promise<number> {
  const figures: Record<string, Figures> = {}
  const browser = await openBrowser()
  try {
    const pages = {
      'the page': `${root}en/usual/`,
      'its HTML, no script': `${root}en/usual/?as=no-script`,
      'a plain page': `${root}en/usual/?as=plain`,
    }
    Object.assign(figures, await measurePaint(browser, pages, runs))
    table('60 rows on a phone', figures, Object.keys(pages))
    const long = {
      '10,000 rows': `${root}en/long/`,
      '10,000 rows, plain': `${root}en/long/?as=plain`,
    }
    Object.assign(figures, await measureLong(browser, long, Math.max(1, Math.ceil(runs / 2))))
    table('10,000 rows, processor four times slower', figures, Object.keys(long))
  } finally {
    await browser.close()
  }
  for (const [name, address] of [
    ['list', `${root}en/`],
    ['notice', `${root}zh-Hant/usual/`],
  ] as const)
    figures[`lighthouse: ${name}`] = await audit(address)
  table('Lighthouse', figures, ['lighthouse: list', 'lighthouse: notice'])
  console.log(JSON.stringify(figures))
  return exit.done
}

function table(title: string, figures: Readonly<Record<string, Figures>>, names: readonly string[]): void {
  const columns = Object.keys(figures[names[0] ?? ''] ?? {})
  console.log(`\n${title.padEnd(26)}${columns.map((column) => column.padStart(16)).join('')}`)
  for (const name of names)
    console.log(name.padEnd(26) + columns.map((column) => String(figures[name]?.[column] ?? '-').padStart(16)).join(''))
}
