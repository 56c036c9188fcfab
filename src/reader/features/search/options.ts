import type { Found } from './live.ts'
import type { NoticeId, RowId } from '../../../corpus/ids.ts'
import type { Example } from './protocol.ts'

/**
 * What the arrow keys go through, in the order in which it stands on the screen: rows or lines that were found, or,
 * while nothing is typed, queries that may be.
 */
export type Option =
  | { readonly kind: 'hit'; readonly notice: NoticeId; readonly id: RowId }
  | { readonly kind: 'query'; readonly query: string }

export function optionsOf(
  query: string,
  found: Found | null,
  suggested: { readonly recent: readonly string[]; readonly examples: readonly Example[] },
): Option[] {
  if (query.trim() === '')
    return [...suggested.recent, ...suggested.examples.map((example) => example.query)].map((one) => ({
      kind: 'query',
      query: one,
    }))
  if (found === null) return []
  return found.view === 'list'
    ? found.list.groups.flatMap(({ notice, rows }) => rows.map(({ id }): Option => hit(notice.id, id)))
    : found.lines.lines.map(({ notice, id }): Option => hit(notice.id, id))
}

function hit(notice: NoticeId, id: RowId): Option {
  return { kind: 'hit', notice, id }
}

/** Keys that move among options; `null` for any other, and at the ends, where there is nowhere to go. */
export function optionAfter(key: string, at: number, count: number): number | null {
  const to =
    key === 'ArrowDown'
      ? at + 1
      : key === 'ArrowUp'
        ? at - 1
        : key === 'PageDown'
          ? at + page
          : key === 'PageUp'
            ? at - page
            : null
  if (to === null || count === 0) return null
  const held = Math.max(0, Math.min(count - 1, to))
  return held === at ? null : held
}

/** Options that a press of a page key passes. */
const page = 5
