import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SentenceId } from '../../../corpus/ids.ts'
import type { TermPlace } from './notice-terms.ts'

/** Links that fit a card without scrolling far. */
const shownAtFirst = 24

/** A link to each sentence in which a term stands; places of one sentence bead share a link. */
export function Places({ places, current }: { places: readonly TermPlace[]; current: SentenceId | null }) {
  const { t } = useTranslation('terms')
  const [all, setAll] = useState(false)
  const sentences = [...new Set(places.map(({ sentence }) => sentence))]
  const shown = all ? sentences : sentences.slice(0, shownAtFirst)
  return (
    <ul role="list" className="places" aria-label={t('termCard.places')}>
      {shown.map((id) => (
        <li key={id}>
          <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
            {id}
          </a>
        </li>
      ))}
      {shown.length === sentences.length ? null : (
        <li>
          <button type="button" className="plain" onClick={() => setAll(true)}>
            {t('termCard.showAll', { count: sentences.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  )
}
