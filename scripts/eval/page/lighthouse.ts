import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { executablePath, quiet } from './browser.ts'
import type { Figures } from './measure.ts'

type Report = { readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number | null }>> } }

/** Lighthouse's four scores, of 100, for a phone on a simulated slow 4G. */
export async function audit(address: string): Promise<Figures> {
  // Bundled programs leave it where it lies; its types want more of a browser than there is here.
  const program = 'lighthouse'
  const { default: lighthouse } = (await import(/* @vite-ignore */ program)) as {
    readonly default: (address: string, flags: object) => Promise<Report | undefined>
  }
  const profile = mkdtempSync(join(tmpdir(), 'duidu-lighthouse-'))
  const browser = spawn(executablePath, [
    ...quiet,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ])
  try {
    const port = await new Promise<number>((found, reject) => {
      let said = ''
      browser.stderr.on('data', (part) => {
        said += String(part)
        const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/u.exec(said)?.[1]
        if (port !== undefined) found(Number(port))
      })
      browser.on('exit', () => reject(new Error(said)))
    })
    const result = await lighthouse(address, { port, output: 'json', logLevel: 'error' })
    return Object.fromEntries(
      Object.entries(result?.lhr.categories ?? {}).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    )
  } finally {
    const ended = once(browser, 'exit')
    browser.kill()
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
