import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { langs } from '../../../corpus/lang.ts'
import { formatDate } from '../../i18n/dates.ts'
import { useReader } from '../../islands/reader.ts'
import { NoticeTitle } from './NoticeTitle.tsx'
import { OptionLink, type OptionProps } from './OptionLink.tsx'
import { Pieces } from './Pieces.tsx'
import type { ResultGroup, ResultList, ResultRow } from './protocol.ts'
import { hitAddress } from './query-address.ts'
import { reasonNames } from './words.ts'

export type ResultsProps = { list: ResultList; query: string; active: number; onChoose: (at: number) => boolean }

/** Rows that were found, grouped by notice: both sides, what matched in them, and why. */
export function Results({ list, query, active, onChoose }: ResultsProps) {
  return list.groups.map((group, at) => {
    const first = list.groups.slice(0, at).reduce((sum, { rows }) => sum + rows.length, 0)
    return <Group key={group.notice.id} {...{ group, first, query, active, onChoose }} />
  })
}

type GroupProps = { group: ResultGroup; first: number } & Omit<ResultsProps, 'list'>

function Group({ group: { notice, rows }, first, query, active, onChoose }: GroupProps) {
  const reader = useReader()
  const title = `search-notice-${notice.id}`
  return (
    <div role="group" aria-labelledby={title} className="search-group">
      <p id={title} role="presentation" className="search-notice">
        <NoticeTitle notice={notice} />
        {notice.published === undefined ? null : (
          <small>{formatDate(notice.published, reader.page.locale) ?? notice.published}</small>
        )}
      </p>
      {rows.map((row, index) => (
        <RowOption
          key={row.id}
          row={row}
          at={first + index}
          isActive={first + index === active}
          href={hitAddress(reader, query, { notice: notice.id, id: row.id })}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

/** Drawn again only when it changes: the arrow keys move over many of them. */
const RowOption = memo(function RowOption({ row, ...option }: { row: ResultRow } & Omit<OptionProps, 'children'>) {
  const { t } = useTranslation('search')
  return (
    <OptionLink {...option}>
      <span className="search-why">
        <span className="search-row">{row.id}</span> <span className="search-reason">{t(reasonNames[row.reason])}</span>
      </span>
      {langs.map((lang) =>
        row.sides[lang].length === 0 ? null : (
          <span key={lang} lang={lang} className="search-side">
            <Pieces pieces={row.sides[lang]} lang={lang} />
          </span>
        ),
      )}
    </OptionLink>
  )
})
