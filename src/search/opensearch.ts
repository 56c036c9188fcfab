import type { Locale } from '../corpus/locale.ts'

/**
 * A description by which a browser can add the site’s search to its own (OpenSearch 1.1). It speaks of whole addresses
 * only, so that it takes a site that knows where it stands: `base` is the site’s root, ending in a slash.
 */
export function formatOpenSearch(site: {
  readonly title: string
  readonly base: string
  readonly locale: Locale
}): string {
  const { title, base, locale } = site
  const own = base + openSearchFile(locale)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escaped(firstOf(title, longestShortName))}</ShortName>`,
    `  <LongName>${escaped(firstOf(title, longestLongName))}</LongName>`,
    `  <Description>${escaped(title)}</Description>`,
    `  <Url type="text/html" template="${escaped(`${base}${locale}/`)}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escaped(own)}"/>`,
    `  <Language>${locale}</Language>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    '  <OutputEncoding>UTF-8</OutputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}

/** Below the site’s root. */
export function openSearchFile(locale: Locale): string {
  return `${locale}/opensearch.xml`
}

/** The standard’s own limits, in characters. */
const longestShortName = 16
const longestLongName = 48

function firstOf(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/** What a browser fills in stands in braces, so that braces of the text’s own are left out. */
function escaped(text: string): string {
  return text.replace(/[{}]/gu, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
