import { otherLang } from '../../corpus/lang.ts'
import { firstLang, locales, type Locale } from '../../corpus/locale.ts'
import type { ManifestNotice } from '../../corpus/manifest.ts'
import { feedFile, previewSize, type PageFrame } from '../../corpus/site.ts'
import { openSearchFile } from '../../search/opensearch.ts'
import type { HeadLink, HeadMeta } from './document.ts'

/**
 * What a page's head says to programs: search engines, feed readers, and those that show a link's preview.
 * Sources: RFC 6596 (canonical), the Open Graph protocol, schema.org.
 */
type LocaleFrame = PageFrame & { readonly locale: Locale }

/** The canonical address is absolute or not there; the same page in other languages may be named relative to this one. */
export function pageLinks({ base, root, locale, manifest }: LocaleFrame, below: string): HeadLink[] {
  return [
    ...(base === undefined ? [] : [{ rel: 'canonical', href: `${base}${locale}/${below}` } as const]),
    ...languageLinks({ base, root }, below),
    { rel: 'alternate', href: root + feedFile(locale), type: 'application/atom+xml' },
    ...(base === undefined ? [] : [searchLink(root, locale, manifest.title[firstLang(locale)])]),
  ]
}

/** By which a browser can add this search to its own. The file speaks of whole addresses, so it takes a base. */
function searchLink(root: string, locale: Locale, title: string): HeadLink {
  return { rel: 'search', href: root + openSearchFile(locale), type: 'application/opensearchdescription+xml', title }
}

export function languageLinks(
  { base, root }: { readonly base?: string | undefined; root: string },
  below: string,
): HeadLink[] {
  const place = base ?? root
  return [
    ...locales.map((hreflang): HeadLink => ({ rel: 'alternate', href: `${place}${hreflang}/${below}`, hreflang })),
    ...(below === '' ? [{ rel: 'alternate', href: place, hreflang: 'x-default' } as const] : []),
  ]
}

export type Preview = {
  readonly kind: 'article' | 'website'
  readonly title: string
  readonly description?: string | undefined
  /** The picture's place below the site's root, and what it shows. */
  readonly picture?: { readonly href: string; readonly alt: string } | undefined
}

/** How chat programs show a link to the page. Without a base the picture's address is relative: some take it even so. */
export function previewMetas(
  frame: LocaleFrame,
  below: string,
  { kind, title, description, picture }: Preview,
): HeadMeta[] {
  const { base, root, locale, manifest } = frame
  const place = base ?? root
  return [
    ['og:type', kind],
    ['og:site_name', manifest.title[firstLang(locale)]],
    ['og:title', title],
    ['og:description', description],
    ['og:url', base === undefined ? undefined : `${base}${locale}/${below}`],
    ['og:locale', openGraphLocales[locale]],
    ...locales
      .filter((other) => other !== locale)
      .map((other) => ['og:locale:alternate', openGraphLocales[other]] as const),
    ...(picture === undefined
      ? []
      : ([
          ['og:image', place + picture.href],
          ['og:image:type', 'image/png'],
          ['og:image:width', String(previewSize.width)],
          ['og:image:height', String(previewSize.height)],
          ['og:image:alt', picture.alt],
        ] as const)),
    ['twitter:card', picture === undefined ? 'summary' : 'summary_large_image'],
  ].flatMap(([name, content]) => (name === undefined || content === undefined ? [] : [{ name, content }]))
}

const openGraphLocales: Readonly<Record<Locale, string>> = { en: 'en_GB', 'zh-Hant': 'zh_TW', 'zh-Hans': 'zh_CN' }

/** A notice in schema.org's words: one work in two languages, part of the collection. */
export function noticeData(frame: LocaleFrame, { id, titles, published, corpus, preview }: ManifestNotice): object {
  const { base, root, locale, manifest } = frame
  const place = base ?? root
  const lang = firstLang(locale)
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: titles[lang].text,
    alternativeHeadline: titles[otherLang(lang)].text,
    inLanguage: ['en', 'zh-Hant'],
    datePublished: published,
    url: `${place}${locale}/${id}/`,
    image: preview === undefined ? undefined : place + preview,
    isPartOf: { '@type': 'Collection', name: manifest.title[lang], url: `${place}${locale}/` },
    encoding: { '@type': 'MediaObject', encodingFormat: 'application/json', contentUrl: place + corpus.href },
  }
}

export function collectionData({ base, root, locale, manifest }: LocaleFrame): object {
  const place = base ?? root
  const lang = firstLang(locale)
  return {
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    name: manifest.title[lang],
    description: manifest.description?.[lang],
    inLanguage: locale,
    url: `${place}${locale}/`,
    hasPart: manifest.notices.slice(0, listedParts).map(({ id, titles, published }) => ({
      '@type': 'Article',
      headline: titles[lang].text,
      datePublished: published,
      url: `${place}${locale}/${id}/`,
    })),
  }
}

/** The newest; the sitemap has all. */
const listedParts = 50
