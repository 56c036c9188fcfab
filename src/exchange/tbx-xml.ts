/**
 * The elements of an XML document, as much as reading a TBX file needs: names, attributes, children, text.
 *
 * No entity but XML's five and numbers is known, and a document type is skipped unread, so that a file can name nothing
 * outside itself. Comments and processing instructions are left out; CDATA is text.
 * Errors  a document that is not well formed gives `null`.
 */
export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All text inside, that of children too. */
  readonly text: string
}

type Open = { name: string; raw: string; attributes: Map<string, string>; children: XmlElement[]; text: string }

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy

export function parseXml(source: string): XmlElement | null {
  const text = source.replace(/^\ufeff/u, '')
  const stack: Open[] = [{ name: '', raw: '', attributes: new Map(), children: [], text: '' }]
  token.lastIndex = 0
  for (let at = 0; at < text.length; at = token.lastIndex) {
    const match = token.exec(text)
    const open = stack.at(-1)
    if (match === null || open === undefined) return null
    const [whole, cdata, closing, opening, attributes = '', empty] = match
    if (cdata !== undefined) open.text += cdata
    else if (opening !== undefined) {
      const element = {
        name: local(opening),
        raw: opening,
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      }
      if (empty === '/') open.children.push(closed(element))
      else stack.push(element)
    } else if (closing !== undefined) {
      const parent = stack.at(-2)
      if (parent === undefined || open.raw !== closing) return null
      stack.pop()
      parent.children.push(closed(open))
      parent.text += open.text
    } else if (!whole.startsWith('<')) open.text += unescaped(whole)
  }
  const [root] = stack
  return stack.length === 1 && root?.children.length === 1 && root.text.trim() === (root.children[0]?.text ?? '').trim()
    ? (root.children[0] ?? null)
    : null
}

function closed({ name, attributes, children, text }: Open): XmlElement {
  return { name, attributes, children, text }
}

function readAttributes(source: string): Map<string, string> {
  return new Map(
    [...source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, name = '', one, other]) => [
      name,
      unescaped(one ?? other ?? ''),
    ]),
  )
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}
