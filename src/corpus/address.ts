import { parseFingerprint, type Fingerprint } from './fingerprint.ts'
import { pageNames, parseNoticeId, parseRowId, parseSentenceId, parseTermId } from './ids.ts'
import type { NoticeId, RowId, SentenceId, TermId } from './ids.ts'
import { parseLocale, type Locale } from './locale.ts'

/**
 * Addresses inside the site: `/<locale>/<notice-id>/?layout=…&q=…&term=…#p5`.
 *
 * The address is the state of the page. `parseAddress` and `formatAddress` are a pair: formatting a parsed address
 * and parsing a formatted one change nothing. Unknown parameters are left alone by the reader but are no part of it.
 * Source: RFC 3986 for the parts and their escapes.
 */
export const layouts = ['columns', 'stacked', 'en', 'zh-Hant'] as const

export type Layout = (typeof layouts)[number]

export const defaultLayout: Layout = 'columns'

/** What a fragment names: a row, a sentence bead, or the rows from one to another. */
export type Target =
  | { readonly kind: 'row'; readonly id: RowId }
  | { readonly kind: 'sentence'; readonly id: SentenceId }
  | { readonly kind: 'rows'; readonly from: RowId; readonly to: RowId }

export type Address = {
  readonly locale: Locale
  /** `null` is the list of notices. */
  readonly notice: NoticeId | null
  readonly layout: Layout
  readonly query: string | null
  readonly term: TermId | null
  /** Of the words that the link was made on; belongs to its target. */
  readonly print: Fingerprint | null
  readonly target: Target | null
}

/** `p5`, `p5.2` or `p2-p4`; `null` when it names nothing that an address can name. */
export function parseTarget(text: string): Target | null {
  const range = /^(p[0-9]+)-(p[0-9]+)$/.exec(text)
  if (range !== null) {
    const from = parseRowId(range[1] ?? '')
    const to = parseRowId(range[2] ?? '')
    return from === null || to === null ? null : { kind: 'rows', from, to }
  }
  const row = parseRowId(text)
  if (row !== null) return { kind: 'row', id: row }
  const sentence = parseSentenceId(text)
  return sentence === null ? null : { kind: 'sentence', id: sentence }
}

export function formatTarget(target: Target): string {
  return target.kind === 'rows' ? `${target.from}-${target.to}` : target.id
}

/**
 * An address from the path below the site's root, the query string and the fragment, as a browser gives them
 * (`en/some-notice/`, `?q=MDT`, `#p5`). `null` when the path is neither the list of notices nor a notice's.
 */
export function parseAddress(path: string, search: string, hash: string): Address | null {
  const [localePart = '', noticePart, ...rest] = path
    .replace(/^\//, '')
    .replace(/\/(?:index\.html)?$/, '')
    .split('/')
  const locale = parseLocale(localePart)
  if (locale === null || rest.length > 0) return null
  if (noticePart !== undefined && pageNames.includes(noticePart)) return null
  const notice = noticePart === undefined || noticePart === '' ? null : parseNoticeId(noticePart)
  if (noticePart !== undefined && noticePart !== '' && notice === null) return null
  const given = parseParameters(search)
  return {
    locale,
    notice,
    layout: layouts.find((layout) => layout === given.get('layout')) ?? defaultLayout,
    query: given.get('q') || null,
    term: parseTermId(given.get('term') ?? ''),
    print: parseFingerprint(given.get('v') ?? ''),
    // A text fragment may follow the id; browsers keep it to themselves, links that are parsed elsewhere do not.
    target: parseTarget(decoded(hash.replace(/^#/, '').replace(/:~:.*$/s, ''))),
  }
}

/** The address below the site's root: `en/some-notice/?q=MDT#p5`. Default values are left out. */
export function formatAddress(address: Address): string {
  const path = address.notice === null ? `${address.locale}/` : `${address.locale}/${address.notice}/`
  return path + formatState(address)
}

/** The part of an address behind its path: `?layout=stacked&q=MDT#p5`; empty when all is as by default. */
export function formatState(state: Pick<Address, 'layout' | 'query' | 'term' | 'print' | 'target'>): string {
  const parameters = [
    state.layout === defaultLayout ? null : `layout=${state.layout}`,
    state.query === null ? null : `q=${encodeURIComponent(state.query.toWellFormed()).replaceAll('%20', '+')}`,
    state.term === null ? null : `term=${state.term}`,
    state.print === null ? null : `v=${state.print}`,
  ].filter((part) => part !== null)
  const search = parameters.length === 0 ? '' : `?${parameters.join('&')}`
  return search + (state.target === null ? '' : `#${formatTarget(state.target)}`)
}

function parseParameters(search: string): Map<string, string> {
  const parameters = new Map<string, string>()
  for (const part of search.replace(/^\?/, '').split('&')) {
    const equals = part.indexOf('=')
    const name = decoded(equals < 0 ? part : part.slice(0, equals))
    // The first of several wins.
    if (name !== '' && !parameters.has(name)) parameters.set(name, equals < 0 ? '' : decoded(part.slice(equals + 1)))
  }
  return parameters
}

/** Undoes percent escapes and `+`; an escape that is none stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
