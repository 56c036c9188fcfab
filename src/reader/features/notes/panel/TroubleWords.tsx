import { useTranslation } from 'react-i18next'
import { useKeeper } from '../parts/use-session.ts'
import type { Session } from '../state/session.ts'
import type { Trouble } from '../store/keeper.ts'
import { downloadJson } from '../travel/download.ts'

const words = {
  none: 'trouble.none',
  blocked: 'trouble.blocked',
  newer: 'trouble.newer',
  closed: 'trouble.closed',
  full: 'trouble.full',
  failed: 'trouble.failed',
} as const satisfies Record<Trouble, string>

/** What keeps notes from being kept, in plain words, with what can be done about it. Silent when all is well. */
export function TroubleWords({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const { trouble, pending, notes } = useKeeper(session)
  if (trouble === null) return null
  return (
    <div className="notes-trouble" role="alert">
      <p>{t(words[trouble])}</p>
      {pending.size === 0 ? null : <p>{t('trouble.pending', { count: pending.size })}</p>}
      <p className="note-actions">
        <button type="button" className="plain" onClick={() => void session.keeper.retry()}>
          {t('trouble.again')}
        </button>
        {notes.size === 0 ? null : (
          <button type="button" className="plain" onClick={() => downloadJson(session, [...notes.values()])}>
            {t('trouble.export')}
          </button>
        )}
      </p>
    </div>
  )
}
