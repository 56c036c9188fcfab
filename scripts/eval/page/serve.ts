import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

export type Serving = { readonly root: string; readonly close: () => void }

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
  '.png': 'image/png',
}

/** Serves a site as a good static host does, compressed; `?as=no-script` and `?as=plain` take from a page what they say. */
export async function serveSite(folder: string): Promise<Serving> {
  const ready = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '')
    const as = searchParams.get('as') ?? ''
    if (pathname.includes('..') || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    const key = `${file} ${as}`
    const body = ready.get(key) ?? compressed(variant(readFileSync(file), as))
    ready.set(key, body)
    response
      .writeHead(200, {
        'content-type': `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`,
        'content-encoding': 'br',
        'cache-control': pathname.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      })
      .end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    root: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function compressed(bytes: Uint8Array): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } })
}

function variant(bytes: Buffer, as: string): Uint8Array {
  if (as === '') return bytes
  const html = bytes.toString('utf8').replaceAll(/<script\b.*?<\/script>/gsu, '')
  if (as === 'no-script') return Buffer.from(html)
  // Its words alone, a paragraph to a sentence, with no style at all.
  const words = [...html.matchAll(/<span[^>]*\bdata-at="[^"]*"[^>]*>(.*?)<\/span>/gsu)].map(([, text = '']) => text)
  const ids = [...html.matchAll(/ id="(p\d+)"/gu)].map(([, id = '']) => id)
  const each = Math.max(1, Math.floor(words.length / Math.max(1, ids.length)))
  const paragraphs = words.map(
    (text, at) => `<p${at % each === 0 ? ` id="${ids[at / each] ?? `x${at}`}"` : ''}>${text}</p>`,
  )
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
  return Buffer.from(`${head}<title>Plain</title><main>${paragraphs.join('\n')}</main></html>`)
}
