import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
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
  readonly protocol: string
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

/**
 * Speaks HTTP/2, as hosts of static sites do, for which browsers want a certificate: one is made for the run. Without
 * openssl it is HTTP/1.1, where a browser has six files of a host under way at most and the others wait a turn.
 */
export async function slowLine(folder: string): Promise<SlowLine> {
  let sent: Sent = { all: 0, data: 0 }
  let isSlow = false
  // When the line is free again, in milliseconds of the clock.
  let free = 0
  const bodies = new Map<string, Buffer>()
  const bodyOf = async (file: string): Promise<Buffer | null> => {
    const known = bodies.get(file)
    if (known !== undefined) return known
    const found = await readFile(file).catch(() => null)
    if (found === null) return null
    const body = compressed.test(file)
      ? brotliCompressSync(found, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : found
    bodies.set(file, body)
    return body
  }
  const respond = async (path: string, reply: Reply): Promise<void> => {
    const { pathname } = new URL(path, 'http://host')
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const body = await bodyOf(file)
    if (body === null) {
      reply(404, {}, Buffer.alloc(0))
      return
    }
    if (isSlow) {
      await sleep(slow4g.roundTrip)
      const begin = Math.max(free, performance.now())
      free = begin + body.length / slow4g.bytesPerMs
      await sleep(free - performance.now())
    }
    sent = { all: sent.all + body.length, data: sent.data + (isData.test(file) ? body.length : 0) }
    const type = types[extname(file)] ?? 'application/octet-stream'
    reply(200, { 'content-type': type, ...(compressed.test(file) ? { 'content-encoding': 'br' } : {}) }, body)
  }
  const pair = certificate()
  const server =
    pair === null
      ? createServer((request, response) => {
          void respond(request.url ?? '/', (status, head, body) => void response.writeHead(status, head).end(body))
        })
      : createSecureServer(pair, (request, response) => {
          void respond(request.url, (status, head, body) => void response.writeHead(status, head).end(body))
        })
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('the server has no port')
  return {
    address: `${pair === null ? 'http' : 'https'}://127.0.0.1:${at.port}/`,
    protocol: pair === null ? 'HTTP/1.1' : 'HTTP/2',
    takeBytes: () => {
      const bytes = sent
      sent = { all: 0, data: 0 }
      return bytes
    },
    slow: (is) => {
      isSlow = is
    },
    close: () => void server.close(),
  }
}

type Reply = (status: number, head: Readonly<Record<string, string>>, body: Buffer) => void

/** A certificate that nobody signed; `null` where there is no openssl, or HTTP/1.1 is asked for. */
function certificate(): { readonly key: Buffer; readonly cert: Buffer } | null {
  if (process.env.DUIDU_BENCH_HTTP === '1') return null
  const folder = mkdtempSync(join(tmpdir(), 'duidu-certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const asked = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=127.0.0.1'
  try {
    execFileSync('openssl', [...asked.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' })
    return { key: readFileSync(key), cert: readFileSync(cert) }
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
