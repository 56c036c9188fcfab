import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergeStep, planMerge } from '../../../../annotations/merge.ts'
import { parseShare } from '../../../../annotations/share.ts'
import { useStore } from '../../../islands/reader.ts'
import { NoteCard } from '../parts/NoteCard.tsx'
import { sayOutcome } from '../state/say-outcome.ts'
import type { Session } from '../state/session.ts'
import { inflate } from '../travel/deflate.ts'
import { faultWords } from '../travel/fault-words.ts'

/** Notes that came in the address: shown, and nobody's until the reader keeps them. */
export function SharedNotes({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const shared = useStore(session.shared, [])
  const shown = useStore(session.shown, [])
  const [wrong, setWrong] = useState<string | null>(null)

  useEffect(() => {
    const read = (): void => {
      void parseShare(window.location.hash, inflate, new Date().toISOString()).then((parsed) => {
        if (parsed === null) return
        setWrong(parsed.ok ? null : faultWords(parsed.fault, t))
        session.shared.set(parsed.ok ? parsed.value : [])
        const [first] = parsed.ok ? parsed.value : []
        if (first !== undefined) {
          session.active.set(first.id)
          document.getElementById(first.target.rows[0] ?? '')?.scrollIntoView({ block: 'center' })
        }
      })
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [session, t])

  const leave = (): void => {
    session.shared.set([])
    setWrong(null)
    const { pathname, search } = window.location
    window.history.replaceState(null, '', pathname + search)
  }
  const keep = (): void => {
    // What is mine already under the same id stays as it is; what differs comes in as a second note.
    const step = mergeStep(session.own(), planMerge(session.own(), shared), ({ kind }) =>
      kind === 'new' ? 'take' : kind === 'same' ? 'keep' : 'both',
    )
    void session
      .perform(step)
      .then((outcome) => sayOutcome(session, outcome, t('noteSaid.keptShared', { count: step.length })))
    leave()
  }
  if (wrong !== null)
    return (
      <aside className="note-shared" aria-label={t('shared.label')}>
        <p role="alert">
          {t('shared.wrong')} {wrong}
        </p>
        <button type="button" className="plain" onClick={leave}>
          {t('card.close')}
        </button>
      </aside>
    )
  if (shared.length === 0) return null
  return (
    <aside className="note-shared" aria-label={t('shared.label')}>
      <h2>{t('shared.title', { count: shared.length })}</h2>
      <p>{t('shared.explained')}</p>
      <p className="note-actions">
        <button type="button" className="plain strong" onClick={keep}>
          {t('shared.keep', { count: shared.length })}
        </button>
        <button type="button" className="plain" onClick={leave}>
          {t('shared.leave')}
        </button>
      </p>
      {shared.map((note) => (
        <NoteCard
          key={note.id}
          session={session}
          note={note}
          owner="shared"
          anchoring={shown.find((one) => one.owner === 'shared' && one.note.id === note.id)?.anchoring ?? null}
        />
      ))}
    </aside>
  )
}
