import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { watch } from 'chokidar'
import sirv from 'sirv'
import { exit } from '../report.ts'
import { build, type BuildOptions } from './build.ts'

export type StartOptions = Pick<BuildOptions, 'content' | 'out'> & { readonly port: number; readonly host: string }

/** Builds, serves and prints the address; when content changes, builds again and tells open pages to reload. */
export async function start(options: StartOptions): Promise<number> {
  const code = await build(options)
  if (code !== exit.done) return code
  const listeners = new Set<ServerResponse>()
  const server = createServer(handler(options.out, listeners))
  // A reader looks longer at a page than Node would keep its connection by default.
  server.keepAliveTimeout = 60_000
  const port = await listen(server, options.port, options.host)
  process.stdout.write(`http://${options.host}:${port}/\n`)

  let building = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(options.content, {
    ignoreInitial: true,
    ignored: (path) => /(?:^|\/)\.[^/]|\/(?:ids|editions)\.json$/u.test(path.slice(options.content.length)),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      building = building.then(async () => {
        // A fault was printed by the build; the pages that stand stay as they are.
        if ((await build({ ...options, record: false })) === exit.done)
          for (const listener of listeners) listener.write('data: changed\n\n')
      })
    }, settle)
  })
  await new Promise<void>((resolve) => server.on('close', resolve))
  await watcher.close()
  return exit.done
}

/** Milliseconds without a further change before a build starts: editors write a file in several steps. */
const settle = 150

const reloadPath = '/_duidu/changes'
const scriptPath = '/_duidu/reload.js'

/**
 * A file of its own, so that the pages' policy against inline scripts holds here as well. Whoever edits wants the new
 * page without being asked, so what was kept for reading offline is thrown away first.
 */
const reloadScript = `new EventSource('${reloadPath}').onmessage = async () => {
  const workers = await navigator.serviceWorker?.getRegistrations() ?? []
  for (const worker of workers) await worker.unregister()
  if (workers.length > 0) for (const name of await caches.keys()) await caches.delete(name)
  location.reload()
}
`

function handler(out: string, listeners: Set<ServerResponse>) {
  // `dev` looks at the disk for each request: the folder is replaced by every build.
  const files = sirv(out, { dev: true, etag: true })
  return (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path === reloadPath) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
    } else if (path === scriptPath) response.writeHead(200, { 'content-type': 'text/javascript' }).end(reloadScript)
    else if (!/\.[a-z0-9]+$/u.test(path) || path.endsWith('.html')) void page(out, path, response)
    else files(request, response, () => void page(out, path, response))
  }
}

/** A page with the reload script added; only ever in the answer, never in the file. */
async function page(out: string, path: string, response: ServerResponse): Promise<void> {
  const names = path.endsWith('.html') ? [path] : [join(path, 'index.html')]
  for (const [name, status] of [...names.map((name) => [name, 200] as const), ['404.html', 404] as const]) {
    try {
      const inSite = decodeURIComponent(name)
      // An escaped `../` must not lead out of the site.
      if (inSite.split(/[\\/]/u).includes('..')) continue
      const html = await readFile(join(out, inSite), 'utf8')
      // A folder without its slash would break relative links.
      if (status === 200 && !path.endsWith('/') && !path.endsWith('.html')) {
        response.writeHead(301, { location: `${path}/` }).end()
        return
      }
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      response.end(html.replace('</head>', `<script src="${scriptPath}" defer></script></head>`))
      return
    } catch {
      // Not there: try the next name.
    }
  }
  response.writeHead(404).end()
}

/** Listens on the port or the next free one. Port 0 lets the system choose. */
async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let at = port; at < Math.min(port + 20, 65536); at += 1) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(true) : reject(error),
      )
      server.listen(at, host, () => resolve(false))
    })
    server.removeAllListeners('error')
    if (!taken) {
      const address = server.address()
      return address !== null && typeof address === 'object' ? address.port : at
    }
  }
  throw new Error(`No port from ${port} to ${port + 19} is free. Name another with --port.`)
}
