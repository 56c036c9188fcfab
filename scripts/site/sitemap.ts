import { locales } from '../../src/corpus/locale.ts'

/**
 * The pages of a site for search engines (sitemaps.org 0.9), each with its alternates in the other locales. A file may
 * hold 50,000 addresses; more of them are parted, with an index in `sitemap.xml`. All addresses must be absolute.
 *
 * `below` has each page's place below a locale's folder, the list of notices being the empty one.
 */
export function sitemapFiles(below: readonly string[], base: string): ReadonlyMap<string, string> {
  const urls = below.flatMap((place) => {
    const alternates = [...locales.map((locale) => alternate(locale, `${base}${locale}/${place}`))]
    if (place === '') alternates.push(alternate('x-default', base))
    return locales.map((locale) => `<url><loc>${escape(`${base}${locale}/${place}`)}</loc>${alternates.join('')}</url>`)
  })
  const parts = Array.from({ length: Math.max(1, Math.ceil(urls.length / urlsInFile)) }, (_, index) =>
    urlset(urls.slice(index * urlsInFile, (index + 1) * urlsInFile)),
  )
  const [only, another] = parts
  if (only !== undefined && another === undefined) return new Map([['sitemap.xml', only]])
  const names = parts.map((_, index) => `sitemap-${index + 1}.xml`)
  const index = names.map((name) => `<sitemap><loc>${escape(base + name)}</loc></sitemap>`)
  return new Map([
    ['sitemap.xml', `${declaration}<sitemapindex xmlns="${schema}">\n${index.join('\n')}\n</sitemapindex>\n`],
    ...names.map((name, at) => [name, parts[at] ?? ''] as const),
  ])
}

/** Where crawlers look for the sitemap; only a site at its host's root can say it. */
export function robots(base: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${base}sitemap.xml\n`
}

const urlsInFile = 50_000
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

function urlset(urls: readonly string[]): string {
  return `${declaration}<urlset xmlns="${schema}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

function alternate(hreflang: string, href: string): string {
  return `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escape(href)}"/>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
