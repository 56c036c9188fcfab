import { otherLang } from '../../src/corpus/lang.ts'
import { firstLang, type Locale } from '../../src/corpus/locale.ts'
import type { Manifest, ManifestNotice } from '../../src/corpus/manifest.ts'
import { feedFile, rootFrom } from '../../src/corpus/site.ts'
import { sha256 } from '../tools.ts'

/**
 * The newest notices as an Atom feed (RFC 4287), one a locale. Addresses are absolute where the site's own is known,
 * else relative to the feed, which RFC 4287 admits. An entry must say when it was updated; since a build reads no
 * clock, that is the day of publication, and a notice without one stands in no feed.
 */
export function atomFeed({ title, description, notices }: Manifest, locale: Locale, base: string | undefined): string {
  const lang = firstLang(locale)
  const file = feedFile(locale)
  const root = base ?? rootFrom(file)
  const id = (below: string): string => (base === undefined ? urn(title.en, below) : base + below)
  const dated = notices.filter(isDated).slice(0, entriesInFeed)
  const updated = dated[0] === undefined ? beginning : instant(dated[0].published)
  const entries = dated.map(({ id: notice, titles, published }) => {
    const below = `${locale}/${notice}/`
    return [
      '  <entry>',
      `    <title xml:lang="${lang}">${escape(titles[lang].text)}</title>`,
      `    <id>${escape(id(below))}</id>`,
      `    <link href="${escape(root + below)}"/>`,
      `    <updated>${instant(published)}</updated>`,
      `    <published>${instant(published)}</published>`,
      `    <summary xml:lang="${otherLang(lang)}">${escape(titles[otherLang(lang)].text)}</summary>`,
      '  </entry>',
    ].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `  <title>${escape(title[lang])}</title>`,
    ...(description === undefined ? [] : [`  <subtitle>${escape(description[lang])}</subtitle>`]),
    `  <id>${escape(id(`${locale}/`))}</id>`,
    `  <link href="${escape(`${root}${locale}/`)}"/>`,
    `  <link rel="self" href="${escape(root + file)}"/>`,
    `  <author><name>${escape(title[lang])}</name></author>`,
    `  <updated>${updated}</updated>`,
    ...entries,
    '</feed>\n',
  ].join('\n')
}

/** Feeds are for what is new; the list and the sitemap have everything. */
const entriesInFeed = 100

/** When nothing is in it yet, any fixed time will do. */
const beginning = '1970-01-01T00:00:00Z'

function isDated(notice: ManifestNotice): notice is ManifestNotice & { readonly published: string } {
  return notice.published !== undefined
}

/** A notice states local time and no zone; Atom wants one, and the day is right in all but the hours around midnight. */
function instant(published: string): string {
  const [day = '', time = '00:00:00'] = published.split('T')
  return `${day}T${time.length === 5 ? `${time}:00` : time}Z`
}

/** A name that stays the same wherever the site stands, as a UUID made from a hash (RFC 9562, version 8). */
function urn(...parts: readonly string[]): string {
  const hex = sha256(parts.join('\n'))
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
}
