import { parseNoticeId, parseTermId, type NoticeId, type TermId } from '../../../corpus/ids.ts'
import type { Lang } from '../../../corpus/lang.ts'

/**
 * Filters as controls show them, read from a query and written into it, so that the query alone says what is asked:
 * `lang:zh notice:some-notice after:2021-05-01 term:some-term and the words`.
 *
 * Law  what was written with `withFilter` is read by `filtersOf`; everything else in the query stays as it was typed.
 */
export type QueryFilters = {
  readonly lang: Lang | null
  readonly notice: NoticeId | null
  readonly after: string | null
  readonly before: string | null
  readonly term: TermId | null
}

export type FilterName = keyof QueryFilters

export const filterNames: readonly FilterName[] = ['lang', 'notice', 'after', 'before', 'term']

/** The first of each kind that can be one; what the query language makes of others is its own affair. */
export function filtersOf(query: string): QueryFilters {
  const stretches = stretchesOf(query)
  const first = <T>(name: FilterName, parse: (value: string) => T | null): T | null => {
    for (const one of stretches) {
      const value = one.name === name ? parse(one.value) : null
      if (value !== null) return value
    }
    return null
  }
  const date = (value: string): string | null => (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value) ? value : null)
  return {
    lang: first('lang', (value) => (/^en/iu.test(value) ? 'en' : /^(?:zh|cmn|yue)/iu.test(value) ? 'zh-Hant' : null)),
    notice: first('notice', parseNoticeId),
    after: first('after', date),
    before: first('before', date),
    term: first('term', parseTermId),
  }
}

/** The query with a filter in place of those of its name that it has; `null` takes them out. */
export function withFilter(query: string, name: FilterName, value: string | null): string {
  const rest = stretchesOf(query)
    .filter((one) => !(one.name === name && (name !== 'term' || parseTermId(one.value) !== null)))
    .map(({ text }) => text)
    .join(' ')
  // In front, so that what is typed next goes on behind the words.
  return value === null
    ? rest
    : `${name}:${name === 'lang' ? value.slice(0, 2) : value}${rest === '' ? '' : ` ${rest}`}`
}

/** The query without any filter. */
export function wordsOf(query: string): string {
  return filterNames.reduce((rest, name) => withFilter(rest, name, null), query)
}

type Stretch = { readonly text: string; readonly name: FilterName | null; readonly value: string }

/** What stands between spaces, a quoted phrase in one piece, as the query language cuts it. */
const stretch = /(?:([a-z]+)[:：])?(?:["“”][^"“”]*(?:["“”]|$)\S*|\S*)/giu

function stretchesOf(query: string): Stretch[] {
  return [...query.matchAll(stretch)].flatMap(([text, field]) => {
    if (text === '') return []
    const name = filterNames.find((one) => one === field?.toLowerCase()) ?? null
    return [{ text, name, value: name === null ? '' : text.slice(name.length + 1) }]
  })
}
