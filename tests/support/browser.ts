import { chromium, type Browser } from 'playwright-core'

export const browserPath = process.env.DUIDU_CHROMIUM ?? '/usr/bin/chromium'

/** Keeps quiet: no first run, no updates, no network of its own. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's Chromium with an empty profile. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, headless: true, args: browserArguments })
}
