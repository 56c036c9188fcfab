import type { Browser } from 'playwright-core'
import { onPhone } from './browser.ts'
import { observe, rowIsShown, scroll, settled } from './in-page.ts'

export type Figures = Readonly<Record<string, number>>

/** What a page saw of itself, for as long as `observe` had been running. */
type Seen = { readonly fcp: number; readonly lcp: number; readonly tbt: number; readonly cls: number }

/** First and largest paint, total blocking time and layout shift of each page, medians over so many loads. */
export async function measurePaint(
  browser: Browser,
  pages: Readonly<Record<string, string>>,
  runs: number,
): Promise<Record<string, Figures>> {
  const seen = await inTurns(pages, runs, (address) =>
    onPhone(browser, { network: true }, async (page) => {
      await page.addInitScript(observe)
      await page.goto(address, { waitUntil: 'load' })
      // Long enough for all that wakes up when the page is idle.
      await page.waitForTimeout(6000)
      return page.evaluate<Seen>('duiduSeen()')
    }),
  )
  return figuresOf(seen)
}

/** How soon a long page stands still, how soon a deep link's row is there, and how it scrolls. */
export async function measureLong(
  browser: Browser,
  pages: Readonly<Record<string, string>>,
  runs: number,
): Promise<Record<string, Figures>> {
  const seen = await inTurns(pages, runs, (address) =>
    onPhone(browser, { network: false }, async (page) => {
      const opened = performance.now()
      await page.goto(address, { waitUntil: 'load' })
      await page.evaluate(settled)
      const settle = performance.now() - opened
      await page.goto('about:blank')
      const linked = performance.now()
      await page.goto(`${address}#p9000`, { waitUntil: 'load' })
      await page.waitForFunction(rowIsShown)
      const jump = performance.now() - linked
      await page.waitForTimeout(2000)
      const frames = await page.evaluate<number[]>(scroll)
      return { settle, jump, p50: quantile(frames, 0.5), p95: quantile(frames, 0.95) }
    }),
  )
  return figuresOf(seen)
}

async function inTurns<T>(
  pages: Readonly<Record<string, string>>,
  runs: number,
  visit: (address: string) => Promise<T>,
): Promise<Record<string, T[]>> {
  const seen: Record<string, T[]> = {}
  for (let run = 0; run < runs; run += 1)
    for (const [name, address] of Object.entries(pages)) seen[name] = [...(seen[name] ?? []), await visit(address)]
  return seen
}

function figuresOf(seen: Readonly<Record<string, readonly Figures[]>>): Record<string, Figures> {
  return Object.fromEntries(
    Object.entries(seen).map(([name, runs]) => {
      const keys = Object.keys(runs[0] ?? {})
      const of = (key: string): number =>
        quantile(
          runs.map((run) => run[key] ?? 0),
          0.5,
        )
      // Shifts are small fractions, everything else milliseconds.
      return [
        name,
        Object.fromEntries(keys.map((key) => [key, key === 'cls' ? round(of(key), 1e4) : round(of(key), 1)])),
      ]
    }),
  )
}

function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
