import type { Edit } from '../corpus/edit.ts'

/**
 * HTML entities left in text: numeric ones, and the named ones that writing tools put into running text.
 * `&amp;lt;` was escaped twice and is undone at once. What would be a control character or a line break stays.
 *
 * A text that shows an entity on purpose, as a manual of HTML does, is told by three signs: the entity is quoted, its
 * line speaks of escaping, or tags stand in the text as they are, which no text has that was escaped as a whole.
 */
export function findEntities(text: string): Edit[] {
  const edits: Edit[] = []
  const hasTags = tag.test(text)
  for (const found of text.matchAll(entity)) {
    const is = characterOf(found[1] ?? '')
    if (is === null || (hasTags && markup.includes(is))) continue
    if (isQuoted(text, found, is) || isAboutEscaping(text, found.index)) continue
    const at = { from: found.index, to: found.index + found[0].length }
    edits.push({ kind: 'entity', at, was: found[0], is })
  }
  return edits
}

const entity = /&(?:amp;)*(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});/gu

/** What an escaping pass turns into entities. */
const markup = '<>&"\''
/** A tag as it is written, with a name and what may follow one. */
const tag = /<(?:\/[a-z][a-z0-9]*|[a-z][a-z0-9]*(?:\s[^<>\n]{0,200})?\/?|![a-z][^<>\n]{0,200}|!--)>?/iu

/** Quotes or code marks around it, or brackets, with at most a few other signs of code between. */
function isQuoted(text: string, found: RegExpMatchArray, is: string): boolean {
  const from = found.index ?? 0
  const to = from + found[0].length
  const before = /([`'"“‘「『《[(（])[^\s\p{L}]{0,3}$/u.exec(text.slice(Math.max(0, from - 4), from))?.[1]
  if (before === undefined) return false
  // Brackets around a space are a blank to be filled in.
  if (is.trim() === '' && '[(（'.includes(before)) return false
  const after = /^[^\s\p{L}]{0,3}?([`'"”’」』》\])）])/u.exec(text.slice(to, to + 4))?.[1]
  return after !== undefined && closing[before]?.includes(after) === true
}

const closing: Readonly<Record<string, string>> = {
  '`': "`'",
  "'": "'",
  '"': '"',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '[': ']',
  '(': ')',
  '（': '）',
}

function isAboutEscaping(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at) + 1
  const to = text.indexOf('\n', at)
  return aboutEscaping.test(text.slice(from, to < 0 ? text.length : to))
}

const aboutEscaping = /\b(?:X?HTML|XML|SGML|entit(?:y|ies)|escap(?:e[ds]?|ing))\b|實體|实体|轉義|转义|跳脫|跳脱|逸出/iu

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
