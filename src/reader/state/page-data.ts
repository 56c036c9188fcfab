import type { NoticeId } from '../../corpus/ids.ts'
import type { Locale } from '../../corpus/locale.ts'

/** The few facts that a page hands to its scripts, as JSON in the page. `root` and `corpus` are relative to the page. */
export type PageData = PageFacts & {
  /**
   * The folder of the search index below the root, where there is one: said here so that no first query waits for the
   * manifest, which names every notice.
   */
  readonly search?: string
}

type PageFacts =
  | { readonly kind: 'home' | 'not-found' | 'offline' }
  | { readonly kind: 'notices' | 'terms' | 'term'; readonly locale: Locale; readonly root: string }
  | {
      readonly kind: 'notice'
      readonly locale: Locale
      readonly root: string
      readonly notice: NoticeId
      /** The corpus file with its hash in the address, so that no cache takes another build's for it. */
      readonly corpus: string
      /** As the browser checks it (Subresource Integrity): a page never gets the corpus file of another build. */
      readonly integrity: string
      /** The editor's annotations, where there are any. */
      readonly annotations?: string
    }

/** A page in a locale: one that wakes up. */
export type LocalePage = Extract<PageData, { locale: Locale }>

/** Reads them from the page; the page and this script come from one build, so the shape is not checked again. */
export function parsePageData(page: Document): PageData {
  const text = page.getElementById('page')?.textContent
  if (!text) throw new Error('the page lacks its data')
  return JSON.parse(text) as PageData
}
