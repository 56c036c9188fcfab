import { createHash } from 'node:crypto'
import { Feed } from 'feed'
import { otherLang } from '../../src/corpus/lang.ts'
import { firstLang, type Locale } from '../../src/corpus/locale.ts'
import type { Manifest } from '../../src/corpus/manifest.ts'
import { feedFile, rootFrom } from '../../src/corpus/site.ts'

/**
 * The newest notices as an Atom feed (RFC 4287), one a locale. Addresses are absolute where the site's own is known,
 * else relative to the feed, which RFC 4287 admits. An entry must say when it was updated; since a build reads no
 * clock, that is the day of publication, and a notice without one stands in no feed.
 */
export function atomFeed({ title, description, notices }: Manifest, locale: Locale, base: string | undefined): string {
  const lang = firstLang(locale)
  const file = feedFile(locale)
  const root = base ?? rootFrom(file)
  const dated = notices.flatMap((notice) =>
    notice.published === undefined ? [] : [{ notice, date: utcDate(notice.published) }],
  )
  const [newest] = dated
  const feed = new Feed({
    title: title[lang],
    ...(description === undefined ? {} : { description: description[lang] }),
    id: base === undefined ? urn(title.en, locale) : `${base}${locale}/`,
    link: `${root}${locale}/`,
    feedLinks: { atom: `${root}${file}` },
    // Nothing is in it yet: any fixed time will do.
    updated: newest?.date ?? new Date(0),
    author: { name: title[lang] },
    generator: 'Duidu',
  })
  for (const { notice, date } of dated.slice(0, entriesInFeed)) {
    const below = `${locale}/${notice.id}/`
    feed.addItem({
      id: base === undefined ? urn(title.en, below) : base + below,
      title: asHtml(notice.titles[lang].text),
      description: asHtml(notice.titles[otherLang(lang)].text),
      link: root + below,
      date,
      published: date,
    })
  }
  return `${feed.atom1()}\n`
}

/** The library says that titles are HTML, so they must be. */
function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Feeds are for what is new; the list and the sitemap have everything. */
const entriesInFeed = 100

/** A notice states local time and no zone; Atom wants one, and the day is right in all but the hours around midnight. */
function utcDate(published: string): Date {
  return new Date(published.length === 10 ? `${published}T00:00:00Z` : `${published}Z`)
}

/** A name that stays the same wherever the site stands, as a UUID made from a hash (RFC 9562, version 8). */
function urn(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
