import type { Locale } from '../../corpus/locale.ts'
import type { PageFrame } from '../../corpus/site.ts'
import type { PageData } from '../state/page-data.ts'

/** What stands around a page's body. Addresses are relative to the page unless they begin with a scheme. */
export type DocumentParts = {
  readonly frame: PageFrame
  readonly locale: Locale
  readonly title: string
  readonly description?: string
  readonly links: readonly HeadLink[]
  readonly metas?: readonly HeadMeta[]
  /** In schema.org's words: JSON-LD, a block of data that no browser runs. */
  readonly linkedData?: object
  readonly data: PageData
  readonly body: string
}

export type HeadLink = {
  readonly rel: 'canonical' | 'alternate' | 'search'
  readonly href: string
  readonly hreflang?: string
  readonly type?: string
  readonly title?: string
}

/** A `property` of Open Graph, or a `name` of another vocabulary. */
export type HeadMeta = { readonly name: string; readonly content: string }

/**
 * Fills the built template. Assets in it are addressed from the root (`./assets/…`); a page further down
 * finds them through its own way to the root.
 * Throws when the template is not the one the reader was built with.
 */
export function fillTemplate(parts: DocumentParts): string {
  const { frame, locale, title, description, links, metas = [], linkedData, data, body } = parts
  // For the foot of every printed page (`print.css`); where the site does not know its address, the browser tells it.
  const address = links.find(({ rel }) => rel === 'canonical')?.href
  const head = [
    `<title>${escape(title)}</title>`,
    description === undefined ? null : `<meta name="description" content="${escape(description)}">`,
    ...links.map(formatLink),
    ...metas.map(formatMeta),
    linkedData === undefined ? null : `<script type="application/ld+json">${inScript(linkedData)}</script>`,
  ].filter((line) => line !== null)
  return [
    [
      /<html lang="en">/,
      `<html ${formatAttributes({ lang: locale, 'data-page': data.kind, 'data-address': address })}>`,
    ],
    [/<!--duidu:head-->/, head.join('\n    ')],
    [
      /<!--duidu:body-->/,
      `${closeLines(body)}\n    <script type="application/json" id="page">${inScript(data)}</script>`,
    ],
  ].reduce<string>(
    (html, [mark, text]) => {
      if (!(mark instanceof RegExp) || !mark.test(html)) throw new Error(`the template lacks ${String(mark)}`)
      return html.replace(mark, () => String(text))
    },
    frame.template.replaceAll(/(\s(?:href|src)=")\.\//g, (_, attribute: string) => attribute + frame.root),
  )
}

function formatLink({ rel, href, hreflang, type, title }: HeadLink): string {
  return `<link ${formatAttributes({ rel, href, hreflang, type, title })}>`
}

function formatAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escape(value)}"`]))
    .join(' ')
}

function formatMeta({ name, content }: HeadMeta): string {
  return `<meta ${name.startsWith('og:') ? 'property' : 'name'}="${escape(name)}" content="${escape(content)}">`
}

/** JSON that can't end the element it stands in. */
function inScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** A bare carriage return would come back from HTML as a line feed, and CRLF shorter than it was. */
function closeLines(html: string): string {
  return html.replaceAll('\r', '&#13;')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
