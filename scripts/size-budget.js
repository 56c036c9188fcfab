/**
 * Holds what a page of the reader loads to its budget, in bytes after brotli, by the client build's own manifest: what
 * the entry needs at once, and what wakes the page up when the browser is idle, one interface language of it.
 */
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { ensureTools } from './build-tools.js'

/**
 * React, react-dom, i18next and react-i18next weigh 76 kB by themselves; all else that reading needs may weigh 35 kB.
 * @type {Readonly<Record<string, number>>}
 */
const budgets = { js: 76_000 + 35_000, css: 12_000 }

await ensureTools({ reader: true })
const client = new URL('../.build/reader/client/', import.meta.url)
/** @type {Record<string, { file: string, imports?: string[], dynamicImports?: string[], css?: string[], isEntry?: boolean }>} */
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', client), 'utf8'))

/** @typedef {'at once' | 'on waking' | 'one of'} When `one of`: a page loads the catalogue of its own language alone */
/** @type {Map<string, When>} */
const files = new Map()
/** A chunk and all that it imports outright. @param {string} key @param {When} when */
function visit(key, when) {
  const chunk = manifest[key]
  if (chunk === undefined || files.has(chunk.file)) return
  files.set(chunk.file, when)
  for (const css of chunk.css ?? []) files.set(css, when)
  for (const inner of chunk.imports ?? []) visit(inner, when)
}
const entries = Object.entries(manifest).filter(([, chunk]) => chunk.isEntry === true)
for (const [key] of entries) visit(key, 'at once')
for (const [, chunk] of entries) for (const inner of chunk.dynamicImports ?? []) visit(inner, 'on waking')
for (const key of Object.keys(manifest)) if (/^src\/locales\/reader\//u.test(key)) visit(key, 'one of')

let failed = false
for (const [kind, budget] of Object.entries(budgets)) {
  let total = 0
  let largestCatalogue = 0
  for (const [file, when] of [...files].filter(([name]) => name.endsWith(`.${kind}`))) {
    const size = brotliCompressSync(readFileSync(new URL(file, client))).length
    if (when === 'one of') largestCatalogue = Math.max(largestCatalogue, size)
    else total += size
    process.stdout.write(`${String(size).padStart(8)}  ${when.padEnd(9)}  ${file}\n`)
  }
  total += largestCatalogue
  const over = total > budget
  failed ||= over
  process.stdout.write(`${String(total).padStart(8)}  ${kind} in all, budget ${budget}${over ? ': TOO LARGE' : ''}\n`)
}
process.exitCode = failed ? 1 : 0
