import { existsSync, readFileSync } from 'node:fs'
import type { GoldBead, GoldDocument } from './gold.ts'

/**
 * A text written as its beads, one a line: `English | its next segment = 中文 | 下一句`. A side may be empty.
 * No file, no document.
 */
export function readFiction(path: string): GoldDocument[] {
  if (!existsSync(path)) return []
  const en: string[] = []
  const zh: string[] = []
  const gold: GoldBead[] = []
  const enter = (side: string[], cell: string): number[] =>
    cell
      .split('|')
      .map((segment) => segment.trim())
      .filter((segment) => segment !== '')
      .map((segment) => side.push(segment) - 1)
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const [one = '', other = ''] = line.split(/(?:^|\s)=(?:\s|$)/u)
    gold.push({ en: enter(en, one), zh: enter(zh, other) })
  }
  return [{ set: 'fiction', name: path, en, zh, gold, groups: null }]
}
