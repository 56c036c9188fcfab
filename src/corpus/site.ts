import type { EditorialNote } from './editorial.ts'
import type { NoticeId } from './ids.ts'
import type { Locale } from './locale.ts'
import type { Manifest } from './manifest.ts'
import type { Corpus } from './notice.ts'
import type { TermUse } from './term-use.ts'

/**
 * Where the scripts and the reader meet: the built reader is asked for a page and answers with its HTML.
 *
 * The built server entry (`.build/reader/server/server.js`) exports one function, `renderPage: RenderPage`.
 * It is pure: the same request gives the same bytes, whatever the machine's locale, time zone or clock.
 * A file's place in the site is fixed here, so that links and files cannot disagree.
 */
export type RenderPage = (page: PageRequest) => RenderedPage

export type RenderedPage = {
  /** A whole document, ending in a line feed. */
  readonly html: string
}

export type PageRequest = PageFrame & PageSubject

/** What every page needs. */
export type PageFrame = {
  /** The client build's `index.html`, as Vite wrote it. */
  readonly template: string
  /**
   * The way from the page to the site's root, ending in a slash: `rootFrom(pageFile(page))`.
   * Only the page for an unknown address may be shown anywhere: give it the root's absolute path where that is known.
   */
  readonly root: string
  /** Absolute address of the site's root, ending in a slash; only with it can canonical links be written. */
  readonly base?: string
  readonly manifest: Manifest
}

export type PageSubject =
  /** Chooses a locale by the browser's language. */
  | { readonly kind: 'home' }
  | { readonly kind: 'not-found' }
  /** Shown by the service worker in place of a page that can't be had without a connection. */
  | { readonly kind: 'offline' }
  | { readonly kind: 'notices'; readonly locale: Locale }
  /** The manifest must hold the notice. */
  | {
      readonly kind: 'notice'
      readonly locale: Locale
      readonly corpus: Corpus
      /** In the order of the rows; the manifest says where the file is that they come from. */
      readonly notes?: readonly EditorialNote[]
    }
  /** The list of a collection's terms; each has a page of its own. */
  | { readonly kind: 'terms'; readonly locale: Locale; readonly uses: readonly TermUse[] }
  /** The manifest must hold the notices that use it. */
  | { readonly kind: 'term'; readonly locale: Locale; readonly use: TermUse }

/** The file a page is written to, below the site's root. */
export function pageFile(page: PageSubject): string {
  switch (page.kind) {
    case 'home':
      return 'index.html'
    case 'not-found':
      return '404.html'
    case 'offline':
      return 'offline.html'
    case 'notices':
      return `${page.locale}/index.html`
    case 'notice':
      return `${page.locale}/${page.corpus.id}/index.html`
    case 'terms':
      return `${page.locale}/terms/index.html`
    case 'term':
      return `${page.locale}/terms/${page.use.entry.id}/index.html`
  }
}

/** The way from a file below the site's root back to the root: `./` or one `../` for each folder. */
export function rootFrom(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './'
}

export const manifestFile = 'manifest.json'

/** The Atom feed of a locale, below the site's root. */
export function feedFile(locale: Locale): string {
  return `${locale}/feed.xml`
}

/** The service worker stands at the site's root: it serves what is below it. */
export const workerFile = 'sw.js'

/** Of the pictures that link previews show, in pixels: what the Open Graph protocol's users crop least. */
export const previewSize = { width: 1200, height: 630 } as const

/** The published corpus file of a notice, below the site's root. One serves all locales. */
export function corpusFile(id: NoticeId): string {
  return `notices/${id}/corpus.json`
}

/** The editor's annotations of a notice, for every reader. */
export function annotationsFile(id: NoticeId): string {
  return `notices/${id}/annotations.jsonld`
}

/** What a notice's rows said in earlier builds, when they said anything else. */
export function editionsFile(id: NoticeId): string {
  return `notices/${id}/editions.json`
}

/** File number `n`, from 1, of a collection's term entries, below the site's root. */
export function termsFile(n: number): string {
  return `terms/${n}.json`
}
