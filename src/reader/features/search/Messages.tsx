import { useTranslation } from 'react-i18next'
import type { Found, LiveState } from './live.ts'
import { countWords, saidWords, troubleWords } from './words.ts'

export type MessagesProps = {
  state: LiveState
  /** What is shown answers another question than the one that stands there now. */
  stale: boolean
  onRetry: () => void
}

/** How much was found, what is to be said about it, and what stood in the way: for eyes, and once settled for ears. */
export function Messages({ state: { query, settled, found, trouble }, stale, onRetry }: MessagesProps) {
  const { t } = useTranslation('search')
  const asked = query.trim() !== ''
  const answer = found === null ? null : found.view === 'list' ? found.list : found.lines
  const said = answer?.said.map((one) => saidWords(one, t)) ?? []
  const nothing = answer !== null && answer.count === 0
  const count = answer === null ? null : nothing ? t('count.none') : countWords(answer, t)
  const lines = [
    ...(count === null || !asked ? [] : [count]),
    ...(sortedSome(found) ? [t('lines.sortedSome', { count: found.lines.rows })] : []),
    ...said,
    ...(nothing && said.length === 0 ? [t('none.advice')] : []),
  ]
  return (
    <>
      {trouble === null || !asked ? null : (
        <p role="alert" className="search-trouble">
          {troubleWords(trouble, navigator.onLine, t)}{' '}
          <button type="button" className="plain" onClick={onRetry}>
            {t('search.retry')}
          </button>
        </p>
      )}
      <div
        className="search-count"
        aria-hidden="true"
        data-settled={settled || undefined}
        data-stale={stale || undefined}
      >
        {stale ? <p className="search-wait">{t('search.searching')}</p> : null}
        {trouble !== null || !asked ? null : lines.length === 0 ? (
          <p>{t('search.searching')}</p>
        ) : (
          lines.map((line) => <p key={line}>{line}</p>)
        )}
      </div>
      <p role="status" className="visually-hidden">
        {settled && trouble === null ? lines.join(' ') : ''}
      </p>
    </>
  )
}

/** Are lines sorted, but not over all that was found? */
function sortedSome(found: Found | null): found is Extract<Found, { view: 'lines' }> {
  return found?.view === 'lines' && found.order !== 'place' && found.lines.rows < found.lines.count
}
