import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import { registerRoute, setDefaultHandler } from 'workbox-routing'
import { keepPage } from './keep.ts'
import type { SiteList } from './site-list.ts'

/**
 * The service worker: a site that was visited can be read without a connection, and is never half old, half new.
 *
 * The shell (assets, lists, manifest) is fetched when a version is installed. A notice is kept when it is visited: its
 * page in each locale with the corpus file of the same build, all or nothing. Search files are kept as they are used.
 * A new version is installed beside the one that serves the open pages, with what had been visited fetched anew; it
 * takes over when the reader says so, or when no page is open any more, and only then is the old one thrown away.
 */
declare const self: ServiceWorkerGlobalScope & { readonly duiduSite: SiteList }

const { version, shell, search } = self.duiduSite
const { scope } = self.registration
/** Names end in the scope, since several sites may share a host. */
const visited = `duidu-visited-${version} ${scope}`
const searched = `duidu-search ${scope}`

cleanupOutdatedCaches()
// Parameters of an address are the page's own business; it is the same file.
precacheAndRoute([...shell], { ignoreURLParametersMatching: [/.*/u], cleanURLs: false })

// Named by their content: what is kept stays right.
registerRoute(
  ({ url }) => search !== null && url.href.startsWith(scope + search),
  ({ request }) => keptOrFetched(request, searched),
)
registerRoute(
  ({ request }) => request.mode === 'navigate',
  async ({ request }) => {
    const kept = await caches.match(request, { cacheName: visited, ignoreSearch: true })
    if (kept !== undefined) return kept
    try {
      return await fetch(request)
    } catch {
      return Response.redirect(`${scope}offline.html`)
    }
  },
)
setDefaultHandler(async ({ request }) => {
  const kept = await caches.match(request, { cacheName: visited })
  return kept ?? fetch(request)
})

async function keptOrFetched(request: Request, cacheName: string): Promise<Response> {
  const kept = await caches.match(request, { cacheName })
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok) await (await caches.open(cacheName)).put(request, response.clone())
  return response
}

const assets = new Set(shell.map(({ url }) => new URL(url, scope).href))

self.addEventListener('install', (event) => event.waitUntil(keepWhatWasVisited()))

/** What an older version kept, as it is now; a page that is gone or can't be had is left out. */
async function keepWhatWasVisited(): Promise<void> {
  const now = await caches.open(visited)
  for (const name of await ours('duidu-visited-')) {
    if (name === visited) continue
    for (const { url } of await (await caches.open(name)).keys())
      if (url.endsWith('/')) await keepPage(url, now, assets).catch(() => undefined)
  }
}

self.addEventListener('activate', (event) => event.waitUntil(takeOver()))

async function takeOver(): Promise<void> {
  for (const name of await ours('duidu-visited-')) if (name !== visited) await caches.delete(name)
  const kept = await caches.open(searched)
  for (const request of await kept.keys())
    if (search === null || !request.url.startsWith(scope + search)) await kept.delete(request)
  // The pages of a first visit have no worker yet.
  await self.clients.claim()
}

async function ours(beginning: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(beginning) && name.endsWith(` ${scope}`))
}

self.addEventListener('message', (event) => {
  const data = event.data as { readonly type?: unknown; readonly pages?: unknown } | null
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting()
  if (data?.type === 'KEEP' && Array.isArray(data.pages)) event.waitUntil(keep(data.pages))
})

async function keep(pages: readonly unknown[]): Promise<void> {
  const cache = await caches.open(visited)
  for (const page of pages)
    if (typeof page === 'string' && page.startsWith(scope)) await keepPage(page, cache, assets).catch(() => undefined)
}
