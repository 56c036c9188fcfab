import { isEmptyRun } from '../../corpus/run.ts'
import { langs } from '../../corpus/lang.ts'
import type { Row } from '../../corpus/notice.ts'
import type { Words } from '../i18n/words.ts'
import { EditorialNotes } from './EditorialNotes.tsx'
import { RowNotes } from './RowNotes.tsx'
import { SideText } from './SideText.tsx'
import type { NoticeView } from './view.ts'

export type RowViewProps = { view: NoticeView; row: Row; words: Words }

/**
 * A paragraph bead: its own link, both sides, and what is to be said about it.
 * Static HTML: the browser never runs this again, so that ten thousand rows cost no script.
 */
export function RowView({ view, row, words }: RowViewProps) {
  const { t } = words
  return (
    <div className="row" id={row.id} data-lacks={langs.find((lang) => isEmptyRun(row[lang]))}>
      {view.retired.get(row.id)?.map(({ id, to }) => (
        // Nothing is to be seen of an old id until a link leads to it; then it says where its text went.
        <span key={id} className="retired" id={id}>
          <span>{to === null ? t('row.gone', { id }) : t('row.moved', { id, to })}</span>
        </span>
      ))}
      <a className="row-id" href={`#${row.id}`} aria-label={t('row.link', { id: row.id })}>
        {row.id}
      </a>
      {langs.map((lang) => (
        <SideText key={lang} view={view} row={row} lang={lang} words={words} />
      ))}
      <RowNotes view={view} row={row} words={words} />
      <EditorialNotes row={row} notes={view.notes.get(row.id) ?? []} words={words} />
    </div>
  )
}
