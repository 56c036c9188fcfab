import { isDoubtful } from '../../corpus/bead.ts'
import type { Row } from '../../corpus/notice.ts'
import { langs } from '../../corpus/lang.ts'
import { overlaps } from '../../corpus/run.ts'
import type { Words } from '../i18n/words.ts'
import type { NoticeView } from './view.ts'

/** What is to be said about a row: another order, damage, and on request doubts. */
export function RowNotes({ view, row, words }: { view: NoticeView; row: Row; words: Words }) {
  const { t } = words
  const crossing = row.beads.filter((bead) => bead.crossing)
  // A row's only sentence bead says nothing that the row does not say.
  const doubts = (row.beads.length > 1 ? [row, ...row.beads] : [row]).filter(isDoubtful)
  const damaged = countUnresolved(view, row)
  if (crossing.length + doubts.length + damaged === 0 && !row.crossing) return null
  return (
    <div className="notes">
      {row.crossing ? <p>{t('row.crossing')}</p> : null}
      {!row.crossing && crossing.length > 0 ? (
        <p>{t('row.crossingSentences', { ids: crossing.map(({ id }) => id).join(' ') })}</p>
      ) : null}
      {damaged > 0 ? (
        <p>
          <a href="#unresolved">{t('row.unresolved', { count: damaged })}</a>
        </p>
      ) : null}
      {doubts.map(({ id, score }) => (
        <p key={id} className="doubt">
          {t('row.doubt', { id, percent: Math.floor(score * 100) })}
        </p>
      ))}
    </div>
  )
}

function countUnresolved({ corpus }: NoticeView, row: Row): number {
  return langs
    .map((lang) => {
      const side = corpus.sides[lang]
      const from = side.paragraphs[row[lang].from]?.at.from
      const to = side.paragraphs[row[lang].to - 1]?.at.to
      if (from === undefined || to === undefined || from >= to) return 0
      return side.unresolved.filter(({ at }) => overlaps(at, { from, to })).length
    })
    .reduce((sum, count) => sum + count, 0)
}
