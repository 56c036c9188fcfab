import { useTranslation } from 'react-i18next'
import { formatInstant } from '../parts/instant.ts'
import { useKeeper } from '../parts/use-session.ts'
import { isExportOld, useMemory } from '../state/memory.ts'
import type { Session } from '../state/session.ts'
import { downloadJson } from '../travel/download.ts'

/** Notes live in this browser alone; now and then the reader is reminded to take a copy. */
export function Reminder({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const { notes } = useKeeper(session)
  const memory = useMemory()
  const newest = [...notes.values()].reduce((last, { modified }) => (modified > last ? modified : last), '')
  if (!isExportOld(memory, newest, new Date())) return null
  return (
    <div className="notes-reminder" role="note">
      <p>
        {memory.exported === undefined
          ? t('reminder.never')
          : t('reminder.old', { date: formatInstant(memory.exported, session.reader.words.locale) })}
      </p>
      <button type="button" className="plain" onClick={() => downloadJson(session, [...notes.values()])}>
        {t('trouble.export')}
      </button>
    </div>
  )
}
