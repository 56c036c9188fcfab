import { byLang, type Lang } from '../../../corpus/lang.ts'
import type { Run } from '../../../corpus/run.ts'
import type { NoticeId, RowId } from '../../../corpus/ids.ts'
import type { Hit, SearchAnswer } from '../../../search/answer.ts'
import type { SearchRow, ShelfNotice } from '../../../search/shelf.ts'
import { excerpt } from './excerpt.ts'
import type { NoticeName, ResultGroup, ResultList, ResultRow, Stops } from './protocol.ts'

/** An answer of the core as what is shown of it. */

/** About how much of a side is shown beside a hit, in UTF-16 units: three or four lines of either script. */
export const excerptLength: Readonly<Record<Lang, number>> = { en: 260, 'zh-Hant': 110 }

export function resultList(answer: SearchAnswer): ResultList {
  const groups = new Map<NoticeId, { notice: NoticeName; rows: ResultRow[] }>()
  for (const [hit, row] of withRows(answer)) {
    const group = groups.get(hit.notice) ?? { notice: noticeName(row.notice), rows: [] }
    group.rows.push(resultRow(hit, row))
    groups.set(hit.notice, group)
  }
  const list: readonly ResultGroup[] = [...groups.values()]
  return { groups: list, shown: answer.hits.length, count: answer.count, exact: answer.exact, said: answer.said }
}

export function noticeName({ id, titles, published }: ShelfNotice): NoticeName {
  return { id, titles, ...(published === undefined ? {} : { published }) }
}

export function stopsOf(answer: SearchAnswer): Pick<Stops, 'notices' | 'count' | 'exact' | 'whole'> {
  // Notices stay in the order of their best row; only the rows in each are put in reading order.
  const notices = new Map<NoticeId, RowId[]>(answer.hits.map(({ notice }) => [notice, []]))
  for (const { notice, id } of inReadingOrder(answer)) notices.get(notice)?.push(id)
  return {
    notices: [...notices].map(([id, rows]) => ({ id, rows })),
    count: answer.count,
    exact: answer.exact,
    whole: answer.hits.length === answer.count,
  }
}

/** By the rows' own numbers: ids are given once and may stand in any order. */
export function inReadingOrder(answer: SearchAnswer): Hit[] {
  return withRows(answer)
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([hit]) => hit)
}

function resultRow(hit: Hit, row: SearchRow): ResultRow {
  return {
    id: hit.id,
    reason: hit.reason,
    sides: byLang((lang) => excerpt(row.texts[lang], runsIn(hit, row, lang), excerptLength[lang])),
  }
}

/** A side's matches, counted from where the row begins. */
export function runsIn(hit: Hit, row: SearchRow, lang: Lang): Run[] {
  const begin = row.from[lang]
  return hit.matches
    .filter((match) => match.lang === lang)
    .map(({ from, to }) => ({ from: from - begin, to: to - begin }))
}

/** Each hit with its row. */
export function withRows({ hits, rows }: SearchAnswer): (readonly [Hit, SearchRow])[] {
  return hits.flatMap((hit, at) => {
    const row = rows[at]
    return row === undefined ? [] : [[hit, row] as const]
  })
}
