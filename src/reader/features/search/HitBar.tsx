import { useTranslation } from 'react-i18next'
import type { NoticeId } from '../../../corpus/ids.ts'
import { useAddress, useStore } from '../../islands/reader.ts'
import { SideWords } from '../../notice/Text.tsx'
import { Icon } from '../../panels/Icon.tsx'
import { targetRow, type Hits, type HitsState } from './hits.ts'
import type { SearchSession } from './session.ts'
import { positionOf } from './steps.ts'
import { troubleWords, type SearchWords } from './words.ts'
import './hits.css'

export type HitBarProps = { session: SearchSession; hits: Hits; notice: NoticeId }

/** What was searched for, how many hits there are here, and the way from one to the next. */
export function HitBar({ session, hits, notice }: HitBarProps) {
  const { t } = useTranslation('search')
  const state = useStore(hits, hits.get())
  const { target } = useAddress()
  const { query, stops, trouble } = state
  if (query === null) return null
  const row = targetRow(target)
  return (
    <section className="hit-bar" aria-label={t('hits.label')}>
      <button type="button" className="hit-query" aria-haspopup="dialog" onClick={() => session.open.set(true)}>
        <Icon name="search" />
        <span className="hit-words">
          <SideWords text={query} lang="en" />
        </span>
        <span className="visually-hidden">{t('hits.list')}</span>
      </button>
      <p role="status">
        {trouble === null ? standing(state, notice, row, t) : troubleWords(trouble, navigator.onLine, t)}
      </p>
      {trouble === null ? null : (
        <button type="button" className="plain" onClick={hits.retry}>
          {t('search.retry')}
        </button>
      )}
      {stops === null || stops.count === 0 ? null : (
        <>
          <button
            type="button"
            className="plain icon-only"
            aria-label={t('hits.previous')}
            onClick={() => hits.step(-1)}
          >
            <Icon name="up" />
          </button>
          <button type="button" className="plain icon-only" aria-label={t('hits.next')} onClick={() => hits.step(1)}>
            <Icon name="down" />
          </button>
        </>
      )}
      <button
        type="button"
        className="plain icon-only"
        aria-label={t('hits.close')}
        onClick={() => session.address.put(null)}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}

function standing(
  { stops }: HitsState,
  notice: NoticeId,
  row: Parameters<typeof positionOf>[2],
  t: SearchWords,
): string {
  if (stops === null) return t('search.searching')
  if (stops.count === 0) return t('count.none')
  const { at, of, among } = positionOf(stops, notice, row)
  if (at !== null) return t(among === 'all' ? 'hits.of' : 'hits.ofHere', { at, of })
  return t('hits.here', { count: stops.here.length })
}
