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
  readonly data: PageData
  readonly body: string
}

export type HeadLink = {
  readonly rel: 'canonical' | 'alternate'
  readonly href: string
  readonly hreflang?: string
  readonly type?: string
}

/**
 * Fills the built template. Assets in it are addressed from the root (`./assets/…`); a page further down
 * finds them through its own way to the root.
 * Throws when the template is not the one the reader was built with.
 */
export function fillTemplate({ frame, locale, title, description, links, data, body }: DocumentParts): string {
  const head = [
    `<title>${escape(title)}</title>`,
    description === undefined ? null : `<meta name="description" content="${escape(description)}">`,
    ...links.map(formatLink),
  ].filter((line) => line !== null)
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return [
    [/<html lang="en">/, `<html lang="${locale}" data-page="${data.kind}">`],
    [/<!--duidu:head-->/, head.join('\n    ')],
    [/<!--duidu:body-->/, `${closeLines(body)}\n    <script type="application/json" id="page">${json}</script>`],
  ].reduce<string>(
    (html, [mark, text]) => {
      if (!(mark instanceof RegExp) || !mark.test(html)) throw new Error(`the template lacks ${String(mark)}`)
      return html.replace(mark, () => String(text))
    },
    frame.template.replaceAll(/(\s(?:href|src)=")\.\//g, (_, attribute: string) => attribute + frame.root),
  )
}

function formatLink({ rel, href, hreflang, type }: HeadLink): string {
  const attributes = [
    ['rel', rel],
    ['href', href],
    ['hreflang', hreflang],
    ['type', type],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escape(value)}"`]))
  return `<link ${attributes.join(' ')}>`
}

/** A bare carriage return would come back from HTML as a line feed, and CRLF shorter than it was. */
function closeLines(html: string): string {
  return html.replaceAll('\r', '&#13;')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
