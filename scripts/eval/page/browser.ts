import type { Browser, CDPSession, Page } from 'playwright-core'

export const executablePath = process.env.DUIDU_CHROMIUM ?? '/usr/bin/chromium'

/** Quiet: no first run, no updates, no network of its own. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Loaded where it lies when it is wanted: these programs are bundled, and a browser's driver is too large for that. */
export async function openBrowser(): Promise<Browser> {
  const driver = 'playwright-core'
  const { chromium } = (await import(/* @vite-ignore */ driver)) as typeof import('playwright-core')
  return chromium.launch({ executablePath, headless: true, args: quiet })
}

/** Lighthouse's slow 4G: 150 ms and 1.6 Mbit/s, as they come out at the level of requests. */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 }

export type PhoneOptions = { readonly network: boolean }

/** A page with an empty cache on a slow processor, and where wanted a slow network. */
export async function onPhone<T>(
  browser: Browser,
  { network }: PhoneOptions,
  visit: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    if (network) {
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', slow4G)
    }
    return await visit(page, session)
  } finally {
    await context.close()
  }
}
