import { inflateSync } from 'node:zlib'

/**
 * The text of each page of a PDF as Chromium writes it (PDF 1.4, every object on its own, streams deflated), in the
 * order in which it is drawn and without the white space that only its placing makes.
 * Source: ISO 32000-1, 9.10 (from character codes to Unicode).
 */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(bytes).toString('latin1'))
  const fonts = new Map<string, Font>()
  const fontOf = (id: string): Font => {
    const known = fonts.get(id) ?? readFont(objects, id)
    fonts.set(id, known)
    return known
  }
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/u.test(object))
    .map((page) => {
      const names = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [name, id]))
      const drawn = streamOf(objects.get(/\/Contents (\d+) 0 R/u.exec(page)?.[1] ?? '') ?? '')
      let font: Font | null = null
      let text = ''
      for (const [, name, codes = ''] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/gu))
        if (name !== undefined) font = fontOf(names.get(name) ?? '')
        else text += font === null ? '' : decoded(codes, font)
      return text
    })
}

type Font = { readonly bytes: 1 | 2; readonly unicode: ReadonlyMap<number, string> }

function objectsOf(pdf: string): Map<string, string> {
  return new Map([...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gsu)].map(([, id = '', body = '']) => [id, body]))
}

function streamOf(object: string): string {
  const from = object.indexOf('stream\n')
  if (from < 0) return ''
  const data = Buffer.from(object.slice(from + 'stream\n'.length), 'latin1')
  return (object.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1')
}

function readFont(objects: ReadonlyMap<string, string>, id: string): Font {
  const font = objects.get(id) ?? ''
  const cmap = streamOf(objects.get(/\/ToUnicode (\d+) 0 R/u.exec(font)?.[1] ?? '') ?? '')
  const map = cmap.slice(cmap.indexOf('endcodespacerange'))
  const unicode = new Map<number, string>()
  for (const [, from = '', to, is = ''] of map.matchAll(/<([0-9A-F]+)> (?:<([0-9A-F]+)> )?<([0-9A-F]+)>\n/gu)) {
    const [first, last] = [from, to ?? from].map((code) => Number.parseInt(code, 16)) as [number, number]
    const name = Buffer.from(is, 'hex').swap16().toString('utf16le')
    for (let code = first; code <= last; code += 1) unicode.set(code, following(name, code - first))
  }
  return { bytes: font.includes('/Type0') ? 2 : 1, unicode }
}

/** The `by`th name behind one: ranges count on in their last unit. */
function following(name: string, by: number): string {
  return name.slice(0, -1) + String.fromCharCode(name.charCodeAt(name.length - 1) + by)
}

function decoded(codes: string, { bytes, unicode }: Font): string {
  return (codes.match(new RegExp(`.{${2 * bytes}}`, 'gu')) ?? [])
    .map((code) => unicode.get(Number.parseInt(code, 16)) ?? '')
    .join('')
}
