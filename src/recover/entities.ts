import type { Edit } from '../corpus/edit.ts'

/**
 * HTML entities left in text: numeric ones, and the named ones that writing tools put into running text.
 * `&amp;lt;` was escaped twice and is undone at once. What would be a control character or a line break stays.
 */
export function findEntities(text: string): Edit[] {
  const edits: Edit[] = []
  for (const found of text.matchAll(entity)) {
    const is = characterOf(found[1] ?? '')
    if (is === null) continue
    const at = { from: found.index, to: found.index + found[0].length }
    edits.push({ kind: 'entity', at, was: found[0], is })
  }
  return edits
}

const entity = /&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/gu

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  micro: 'µ',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  yen: '¥',
  pound: '£',
  euro: '€',
  permil: '‰',
}

function characterOf(name: string): string | null {
  if (!name.startsWith('#')) return named[name] ?? null
  const code = /^#[xX]/u.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  const isText =
    code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000)
  return isText && code !== 0x2028 && code !== 0x2029 ? String.fromCodePoint(code) : null
}
