import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'

/**
 * A static host at the end of a slow line. The line is drawn here and not in the browser, whose own throttle leaves a
 * worker's requests alone: every answer waits for a round trip and then shares the line's rate with the others.
 *
 * Source  Chromium's preset “slow 4G”: 562.5 ms a round trip, 1.44 Mbit/s.
 */
const slow4g = { roundTrip: 562.5, bytesPerMs: 1440 / 8 } as const

/** In all, and of that what belongs to a collection and not to the program that searches it. */
export type Sent = { readonly all: number; readonly data: number }

export type SlowLine = {
  readonly address: string
  /** Bytes sent since it was last asked, bodies alone. */
  readonly takeBytes: () => Sent
  readonly slow: (isSlow: boolean) => void
  readonly close: () => void
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Of an index of either kind: files that a second visit to another collection would fetch anew. */
const isData = /\.(?:bin|pf_meta|pf_index|pf_fragment|pf_filter)$|pagefind-entry\.json$/u

/** Pagefind compresses its own files; all others go out in brotli, as a host would send them. */
const compressed = /\.(?:html|js|css|json|bin|svg)$/u

export async function slowLine(folder: string): Promise<SlowLine> {
  let sent: Sent = { all: 0, data: 0 }
  let isSlow = false
  // When the line is free again, in milliseconds of the clock.
  let free = 0
  const server: Server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://host')
      const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
      const found = await readFile(file).catch(() => null)
      if (found === null) return response.writeHead(404).end()
      const packs = compressed.test(file)
      const body = packs ? brotliCompressSync(found, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }) : found
      if (isSlow) {
        await sleep(slow4g.roundTrip)
        const begin = Math.max(free, performance.now())
        free = begin + body.length / slow4g.bytesPerMs
        await sleep(free - performance.now())
      }
      sent = { all: sent.all + body.length, data: sent.data + (isData.test(file) ? body.length : 0) }
      return response
        .writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          ...(packs ? { 'content-encoding': 'br' } : {}),
        })
        .end(body)
    })()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the server has no port')
  return {
    address: `http://127.0.0.1:${at.port}/`,
    takeBytes: () => {
      const bytes = sent
      sent = { all: 0, data: 0 }
      return bytes
    },
    slow: (is) => {
      isSlow = is
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
