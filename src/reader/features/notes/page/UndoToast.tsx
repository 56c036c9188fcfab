import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../../../islands/reader.ts'
import type { Session } from '../state/session.ts'
import { turnBack } from '../state/turn.ts'

/** How long deleting can be undone from here, in milliseconds; the panel's button and the key stay. */
const shownFor = 12_000

/** After notes were deleted: a button that brings them back. */
export function UndoToast({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const history = useStore(session.history, session.history.get())
  const last = history.done.at(-1)
  const deleted = last?.filter(({ after }) => after === null).length ?? 0
  const [gone, setGone] = useState<unknown>(null)
  useEffect(() => {
    if (deleted === 0) return
    const timer = setTimeout(() => setGone(last), shownFor)
    return () => clearTimeout(timer)
  }, [deleted, last])
  if (deleted === 0 || gone === last) return null
  return (
    <div className="note-undo" role="group" aria-label={t('undo.label')}>
      <p>{t('undo.deleted', { count: deleted })}</p>
      <button type="button" className="plain" onClick={() => void turnBack(session, 'undo')}>
        {t('undo.undo')}
      </button>
    </div>
  )
}
