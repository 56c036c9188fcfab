/**
 * The elements of an XML 1.0 document: names, attributes, text and children, with where each begins.
 *
 * Strict, so that half a file is never taken for a whole one, and closed, so that a file can name nothing outside
 * itself nor grow while it is read: no entity but XML's five and numbers is known, a document type may only point
 * outwards (it is not followed), and one that declares anything itself is refused. Comments and processing
 * instructions are left out; CDATA is text; line ends are `\n` (XML 1.0, 2.11).
 *
 * Units   `at` counts UTF-16 code units of the document from 0.
 * Errors  the first thing that is not well formed comes back with its place.
 */
export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Text and elements in order. */
  readonly content: readonly (string | XmlElement)[]
  /** The elements of `content`. */
  readonly children: readonly XmlElement[]
  readonly at: number
}

export type ParsedXml =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly at: number; readonly what: string }

type Open = {
  readonly name: string
  /** With its prefix; the closing tag must say the same. */
  readonly raw: string
  readonly attributes: ReadonlyMap<string, string>
  readonly content: (string | XmlElement)[]
  readonly children: XmlElement[]
  readonly at: number
}

/** Deeper than any file of segments or terms, and shallow enough for whoever walks down it. */
const deepest = 100

export function parseXml(source: string): ParsedXml {
  try {
    return { ok: true, root: parse(source) }
  } catch (error) {
    if (error instanceof NotWellFormed) return { ok: false, at: error.at, what: error.message }
    throw error
  }
}

/** All text inside an element, that of its children too. */
export function xmlText({ content }: XmlElement): string {
  return content.map((part) => (typeof part === 'string' ? part : xmlText(part))).join('')
}

class NotWellFormed extends Error {
  readonly at: number

  constructor(at: number, what: string) {
    super(what)
    this.at = at
  }
}

function parse(text: string): XmlElement {
  const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text)
  if (forbidden !== null) throw new NotWellFormed(forbidden.index, 'This character may not stand in XML')
  const start = text.startsWith('\ufeff') ? 1 : 0
  const top: Open = { name: '', raw: '', attributes: new Map(), content: [], children: [], at: 0 }
  const stack: Open[] = [top]
  for (let at = start; at < text.length;) {
    const open = stack[stack.length - 1] ?? top
    if (text[at] !== '<') {
      const to = text.indexOf('<', at)
      const end = to < 0 ? text.length : to
      const words = readText(text.slice(at, end), at)
      if (open !== top) open.content.push(words)
      else if (words.trim() !== '') throw new NotWellFormed(at, 'Text stands outside of the root element')
      at = end
    } else if (text.startsWith('<!--', at)) {
      const end = ending(text, '--', at + 4, 'This comment is not closed')
      if (text[end] !== '>') throw new NotWellFormed(end - 2, 'A comment holds “--”')
      at = end + 1
    } else if (text.startsWith('<?', at)) {
      // What looks like a declaration further down belongs to another document that was pasted in.
      if (/^<\?xml\s/iu.test(text.slice(at, at + 6)) && at > start)
        throw new NotWellFormed(at, 'An XML declaration stands only at the very beginning')
      at = ending(text, '?>', at, 'This processing instruction is not closed')
    } else if (text.startsWith('<![CDATA[', at) && open !== top) {
      const end = ending(text, ']]>', at, 'This CDATA section is not closed')
      open.content.push(newlines(text.slice(at + '<![CDATA['.length, end - ']]>'.length)))
      at = end
    } else if (text.startsWith('<!DOCTYPE', at) && open === top && top.children.length === 0) {
      at = doctypeEnd(text, at)
    } else if (text.startsWith('</', at)) {
      closing.lastIndex = at
      const [whole, raw] = closing.exec(text) ?? []
      if (whole === undefined || raw !== open.raw) throw new NotWellFormed(at, wrongClosing(open))
      stack.pop()
      append(stack[stack.length - 1] ?? top, open)
      at += whole.length
    } else {
      const { element, isEmpty, to } = readTag(text, at)
      if (open === top && top.children.length > 0) throw new NotWellFormed(at, 'There is a second root element')
      if (isEmpty) append(open, element)
      else if (stack.push(element) > deepest + 1)
        throw new NotWellFormed(at, `The elements are nested more than ${deepest} deep`)
      at = to
    }
  }
  const unclosed = stack[stack.length - 1]
  if (unclosed !== undefined && unclosed !== top)
    throw new NotWellFormed(unclosed.at, `<${unclosed.raw}> is not closed`)
  const [root] = top.children
  if (root === undefined) throw new NotWellFormed(0, 'There is no element')
  return root
}

const name = '[\\p{L}_:][\\p{L}\\p{N}\\p{M}_:.\\u00b7-]*'
const opening = new RegExp(`<(${name})`, 'uy')
const closing = new RegExp(`</(${name})\\s*>`, 'uy')
const attribute = new RegExp(`\\s+(${name})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy')
const tagEnd = /\s*(\/?)>/uy
const doctype = /<!DOCTYPE\s+[^\s>[]+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(?:"[^"]*"|'[^']*'))?\s*(>|\[)/uy

function readTag(text: string, at: number): { element: Open; isEmpty: boolean; to: number } {
  opening.lastIndex = at
  const raw = opening.exec(text)?.[1]
  if (raw === undefined) throw new NotWellFormed(at, 'This “<” begins no tag')
  const attributes = new Map<string, string>()
  let to = at + 1 + raw.length
  for (;;) {
    attribute.lastIndex = to
    const found = attribute.exec(text)
    if (found === null) break
    const [whole, key = '', double, single] = found
    const place = to + whole.indexOf(key)
    if (attributes.has(key)) throw new NotWellFormed(place, `The attribute ${key} stands twice in <${raw}>`)
    attributes.set(key, readText(double ?? single ?? '', place).replaceAll(/[\t\n]/gu, ' '))
    to += whole.length
  }
  tagEnd.lastIndex = to
  const end = tagEnd.exec(text)
  if (end === null) throw new NotWellFormed(to, `The tag <${raw}> is malformed here`)
  const element = { name: raw.slice(raw.indexOf(':') + 1), raw, attributes, content: [], children: [], at }
  return { element, isEmpty: end[1] === '/', to: to + end[0].length }
}

function append(parent: Open, { name: local, attributes, content, children, at }: Open): void {
  const element: XmlElement = { name: local, attributes, content, children, at }
  parent.content.push(element)
  parent.children.push(element)
}

function wrongClosing({ raw }: Open): string {
  return raw === '' ? 'This closing tag closes nothing' : `</${raw}> is missing before this closing tag`
}

function doctypeEnd(text: string, at: number): number {
  doctype.lastIndex = at
  const [whole, end] = doctype.exec(text) ?? []
  if (whole === undefined) throw new NotWellFormed(at, 'This document type is malformed')
  if (end === '[') throw new NotWellFormed(at, 'This document type has declarations of its own, which are not read')
  return at + whole.length
}

function ending(text: string, mark: string, from: number, otherwise: string): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new NotWellFormed(from, otherwise)
  return at + mark.length
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function readText(text: string, at: number): string {
  const plain = newlines(text)
  if (!text.includes('&')) return plain
  return plain.replace(
    /&(?:#x([0-9a-f]+);|#([0-9]+);|([a-z]+);)?/giu,
    (whole, hex?: string, decimal?: string, word = '') => {
      const known = named[String(word)]
      if (known !== undefined) return known
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      // Tab, line feed, return; and neither surrogates nor what lies beyond Unicode.
      const isCharacter = point === 9 || point === 10 || point === 13 || (point >= 0x20 && point < 0xd800)
      if (isCharacter || (point >= 0xe000 && point <= 0x10ffff && point !== 0xfffe && point !== 0xffff))
        return String.fromCodePoint(point)
      throw new NotWellFormed(at + Math.max(0, text.indexOf(whole)), `“${whole}” is no entity that XML itself knows`)
    },
  )
}

function newlines(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/gu, '\n') : text
}
