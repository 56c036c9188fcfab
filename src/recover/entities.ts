import type { Edit } from '../corpus/edit.ts'
import { entityNames } from './entity-names.ts'
import { windows1252At } from './latin-bytes.ts'

/**
 * HTML entities left in text: numeric ones and those that HTML 4 has names for. `&amp;lt;` was escaped twice and is
 * undone at once. Numbers and `&nbsp` may lack their semicolon, as browsers allow, but not in an address. What would
 * be a control character or a line break stays.
 *
 * A text that shows an entity on purpose, as a manual of HTML does, is told by three signs: the entity is quoted, its
 * line speaks of escaping, or tags stand in the text as they are, which no text has that was escaped as a whole.
 */
export function findEntities(text: string): Edit[] {
  const edits: Edit[] = []
  const hasTags = tag.test(text)
  for (const found of text.matchAll(entity)) {
    const { closed, open } = found.groups ?? {}
    const is = characterOf(closed ?? open ?? '')
    if (is === null || (hasTags && markup.includes(is))) continue
    if (closed === undefined ? isInAddress(text, found.index) : isInCode(text, found)) continue
    if (isQuoted(text, found, is) || isAboutEscaping(text, found.index)) continue
    const at = { from: found.index, to: found.index + found[0].length }
    edits.push({ kind: 'entity', at, was: found[0], is })
  }
  return edits
}

const entity =
  /&(?:amp;)*(?:(?<closed>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}[0-9]{0,2});|(?<open>#[0-9]{3,7}|#[xX][0-9a-fA-F]{3,6}|nbsp)(?![0-9a-zA-Z;=_]))/gu

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

/** `x = &sum;` takes an address and ends a statement. */
function isInCode(text: string, found: RegExpMatchArray): boolean {
  const from = found.index ?? 0
  const isWord = /^&[a-z]/u.test(found[0])
  return (
    isWord &&
    /(?:[=(,]|\breturn)[ \t]*$/u.test(text.slice(Math.max(0, from - 16), from)) &&
    /^[ \t]*(?:$|[\n\r}/])/u.test(text.slice(from + found[0].length, from + found[0].length + 16))
  )
}

/** An ampersand parts the fields of an address. */
function isInAddress(text: string, at: number): boolean {
  return /[/?=][^\s\p{Script=Han}]*$/u.test(text.slice(Math.max(0, at - 200), at))
}

function isAboutEscaping(text: string, at: number): boolean {
  const from = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at)) + 1
  return aboutEscaping.test(/^[^\n\r]*/u.exec(text.slice(from))?.[0] ?? '')
}

const aboutEscaping = /\b(?:X?HTML|XML|SGML|entit(?:y|ies)|escap(?:e[ds]?|ing))\b|實體|实体|轉義|转义|跳脫|跳脱|逸出/iu

function characterOf(name: string): string | null {
  if (!name.startsWith('#')) return entityNames.get(name) ?? null
  const code = /^#[xX]/u.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  // What such numbers were meant as, and what browsers show: characters of windows-1252.
  if (code >= 0x80 && code < 0xa0) return windows1252At(code)
  const isText = code >= 0x20 && code <= 0x10ffff && code !== 0x7f && !(code >= 0xd800 && code < 0xe000)
  return isText && code !== 0x2028 && code !== 0x2029 ? String.fromCodePoint(code) : null
}
