#!/usr/bin/env node
/**
 * The one way in. In a checkout it first brings the built tools up to date with the sources, which takes a few
 * seconds when something changed and milliseconds when nothing did; an installed package carries them ready built.
 */
import { existsSync } from 'node:fs'

const inCheckout = existsSync(new URL('../src/corpus/version.ts', import.meta.url))

if (inCheckout) {
  const { ensureTools } = await import('./build-tools.js')
  const command = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
  await ensureTools({ reader: command === 'build' || command === 'start' })
}

/** @type {{ main: (argv: readonly string[]) => Promise<number> }} */
const { main } = await import(new URL('../.build/cli/main.js', import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))
