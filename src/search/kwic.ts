import type { NoticeId, RowId } from '../corpus/ids.ts'
import { otherLang, type Lang } from '../corpus/lang.ts'
import type { Hit } from './answer.ts'
import type { SearchRow } from './shelf.ts'
import { unitsOf } from './units.ts'

/**
 * A concordance: each match as a node in its context, with the row's other side under it (KWIC, Luhn 1960).
 *
 * Units   `width` counts UTF-16 units of context on each side; white space is shown as single spaces, characters are
 *         never cut in two.
 */
export type KwicLine = {
  readonly notice: NoticeId
  readonly id: RowId
  readonly lang: Lang
  readonly left: string
  readonly node: string
  readonly right: string
  readonly counterpart: string
}

/** The lines of a hit, in the order of its matches. */
export function kwicLines(hit: Hit, row: SearchRow, width = 40): KwicLine[] {
  return hit.matches.map(({ lang, from, to }) => {
    const text = row.texts[lang]
    const start = from - row.from[lang]
    const end = to - row.from[lang]
    return {
      notice: hit.notice,
      id: hit.id,
      lang,
      left: spaced(text.slice(Math.max(0, start - width), start)).replace(/^[\udc00-\udfff]/, ''),
      node: spaced(text.slice(start, end)),
      right: spaced(text.slice(end, end + width)).replace(/[\ud800-\udbff]$/, ''),
      counterpart: spaced(row.texts[otherLang(lang)]).trim(),
    }
  })
}

/**
 * Sorted by what stands right of the node, from it outwards, or left of it, likewise; by folded units, so that
 * punctuation and script don't part what belongs together. Equal contexts keep their order.
 */
export function sortKwic<T extends KwicLine>(lines: readonly T[], by: 'left' | 'right'): T[] {
  return lines
    .map((line) => ({ line, keys: by === 'right' ? unitsOf(line.right).keys : unitsOf(line.left).keys.toReversed() }))
    .sort((a, b) => compare(a.keys, b.keys))
    .map(({ line }) => line)
}

/** Tab-separated, a line each, with a head line; tabs in the text were made spaces. */
export function formatKwic(lines: readonly KwicLine[]): string {
  const head = ['notice', 'id', 'lang', 'left', 'node', 'right', 'counterpart']
  const rows = lines.map((line) => [
    line.notice,
    line.id,
    line.lang,
    line.left,
    line.node,
    line.right,
    line.counterpart,
  ])
  return [head, ...rows].map((cells) => `${cells.join('\t')}\n`).join('')
}

function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ')
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  if (at < 0) return a.length - b.length
  const [one = '', other] = [a[at], b[at]]
  return other === undefined ? 1 : one < other ? -1 : 1
}
