import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBeads } from '../search/collection.ts'

/** Rows of a notice of usual length, and of a very long one. */
const lengths = { usual: 60, long: 10_000 } as const

/** A collection of two notices from aligned texts, to be built as any other. Beyond the texts there are, they repeat. */
export function writeContent(texts: string, folder: string): void {
  const beads = readBeads(texts)
  put(folder, 'collection.yaml', 'title:\n  en: Measured\n  zh-Hant: 測量\n')
  for (const [name, rows] of Object.entries(lengths)) {
    const lines = Array.from({ length: rows }, (_, at) => {
      const bead = beads[at % beads.length]
      return `${clean(bead?.en)}\t${clean(bead?.['zh-Hant'])}\n`
    })
    put(folder, `notices/${name}/aligned.tsv`, lines.join(''))
    put(
      folder,
      `notices/${name}/notice.yaml`,
      `titles:\n  en: A ${name} notice\n  zh-Hant: 通知\npublished: 2024-05-01\n`,
    )
  }
}

function clean(text = ''): string {
  return text.replaceAll(/[\t\n\\]/gu, ' ')
}

function put(folder: string, file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
}
