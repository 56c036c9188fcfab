import { parseFingerprint, type Fingerprint } from './fingerprint.ts'
import { pageNames, parseNoticeId, parseRowId, parseSentenceId, parseTermId } from './ids.ts'
import type { NoticeId, RowId, SentenceId, TermId } from './ids.ts'
import { langs, type Lang } from './lang.ts'
import { parseLocale, type Locale } from './locale.ts'

/**
 * Addresses inside the site: `/<locale>/<notice-id>/?layout=…&text=…&script=…&q=…&term=…#p5`.
 *
 * The address is the state of the page. `parseAddress` and `formatAddress` are a pair: formatting a parsed address
 * and parsing a formatted one change nothing. Unknown parameters are left alone by the reader but are no part of it.
 * Source: RFC 3986 for the parts and their escapes.
 */
export const layouts = ['columns', 'stacked', 'en', 'zh-Hant', 'tap'] as const

/** `tap`: one language, and a paragraph shows its counterpart when it is pressed. */
export type Layout = (typeof layouts)[number]

/** The recovered text, the same with its repairs marked, or the text as it was received. */
export const shownTexts = ['recovered', 'marked', 'received'] as const

export type ShownText = (typeof shownTexts)[number]

/** The Chinese as it is in the text, or turned into Simplified characters for the eye alone (ISO 15924). */
export const scripts = ['received', 'Hans'] as const

export type Script = (typeof scripts)[number]

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
  /** The language on the left, above, or alone until its counterpart is asked for. */
  readonly first: Lang
  readonly text: ShownText
  /** Whether the page says which beads are in doubt. */
  readonly doubts: boolean
  readonly script: Script
  readonly query: string | null
  readonly term: TermId | null
  /** Of the words that the link was made on; belongs to its target. */
  readonly print: Fingerprint | null
  readonly target: Target | null
}

/** The part of an address behind its path: how the page looks and what is looked at. */
export type AddressState = Omit<Address, 'locale' | 'notice'>

/** How a page looks when its address says nothing. */
export const plainState: AddressState = {
  layout: 'columns',
  first: 'en',
  text: 'recovered',
  doubts: false,
  script: 'received',
  query: null,
  term: null,
  print: null,
  target: null,
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
  return { locale, notice, ...parseState(search, hash) }
}

/** The state in a query string and a fragment. What they do not say, or say in words that mean nothing, is plain. */
export function parseState(search: string, hash: string): AddressState {
  const given = parseParameters(search)
  const oneOf = <T extends string>(values: readonly T[], name: string): T | undefined =>
    values.find((value) => value === given.get(name))
  return {
    layout: oneOf(layouts, 'layout') ?? plainState.layout,
    first: oneOf(langs, 'first') ?? plainState.first,
    text: oneOf(shownTexts, 'text') ?? plainState.text,
    doubts: given.get('doubts') === 'shown',
    script: oneOf(scripts, 'script') ?? plainState.script,
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

/** The names of the parameters that a state is written in; all others in an address are somebody else's. */
export const stateParameters = ['layout', 'first', 'text', 'doubts', 'script', 'q', 'term', 'v'] as const

/** A state as the end of an address: `?layout=stacked&q=MDT#p5`; empty when all is plain. */
export function formatState(state: AddressState): string {
  const parameters = [
    state.layout === plainState.layout ? null : `layout=${state.layout}`,
    state.first === plainState.first ? null : `first=${state.first}`,
    state.text === plainState.text ? null : `text=${state.text}`,
    state.doubts ? 'doubts=shown' : null,
    state.script === plainState.script ? null : `script=${state.script}`,
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
