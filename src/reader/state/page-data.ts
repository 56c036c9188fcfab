import type { NoticeId } from '../../corpus/ids.ts'
import type { Locale } from '../../corpus/locale.ts'

/** The few facts that a page hands to its scripts, as JSON in the page. `corpus` is relative to the page. */
export type PageData =
  | { readonly kind: 'home' | 'not-found' }
  | { readonly kind: 'notices'; readonly locale: Locale }
  | { readonly kind: 'notice'; readonly locale: Locale; readonly notice: NoticeId; readonly corpus: string }

/** Reads them from the page; the page and this script come from one build, so the shape is not checked again. */
export function parsePageData(page: Document): PageData {
  const text = page.getElementById('page')?.textContent
  if (!text) throw new Error('the page lacks its data')
  return JSON.parse(text) as PageData
}
