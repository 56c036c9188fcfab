import type { Target } from '../../../corpus/address.ts'
import type { ByLang } from '../../../corpus/lang.ts'
import type { Change } from './changes.ts'

/** What the feature shows over the page; one at a time. */
export type LinksView =
  | { readonly kind: 'menu'; readonly target: Target; readonly beside: Element | null }
  | { readonly kind: 'cite'; readonly target: Target }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'changed'; readonly target: Target; readonly changes: ByLang<readonly Change[]> | null }
  | { readonly kind: 'changes'; readonly target: Target; readonly changes: ByLang<readonly Change[]> }
