/**
 * Keeps a page with the corpus file that it was built with, or neither. A page of another version of the reader, which
 * would want assets that this version lacks, is left to the version that has them.
 * Rejects when something can't be fetched or the corpus file is of another build.
 */
export async function keepPage(url: string, cache: Cache, assets: ReadonlySet<string>): Promise<void> {
  if ((await cache.match(url)) !== undefined) return
  const page = await fetch(url, { cache: 'no-cache' })
  if (!page.ok || page.redirected) return
  const html = await page.clone().text()
  if (!assetsOf(html, url).every((asset) => assets.has(asset))) return
  for (const { href, integrity } of filesOf(html, url)) {
    if ((await cache.match(href)) !== undefined) continue
    const response = await fetch(href, { integrity })
    if (!response.ok) return
    await cache.put(href, response)
  }
  await cache.put(url, page)
}

function assetsOf(html: string, url: string): string[] {
  const found = html.matchAll(/<(?:script|link)[^>]*?(?:src|href)="([^"]*assets\/[^"]*)"/gu)
  return [...found].map(([, address = '']) => new URL(address, url).href)
}

/** The corpus file and the editor's annotations, from the facts that a page hands to its scripts (`page-data.ts`). */
function filesOf(html: string, url: string): { readonly href: string; readonly integrity: string }[] {
  const json = /<script type="application\/json" id="page">(.*?)<\/script>/su.exec(html)?.[1]
  if (json === undefined) return []
  const { corpus, integrity, annotations } = JSON.parse(json) as Readonly<Record<string, unknown>>
  const files = [
    { href: corpus, integrity },
    { href: annotations, integrity: '' },
  ]
  return files.flatMap(({ href, integrity: hash }) =>
    typeof href === 'string' && typeof hash === 'string' ? [{ href: new URL(href, url).href, integrity: hash }] : [],
  )
}
