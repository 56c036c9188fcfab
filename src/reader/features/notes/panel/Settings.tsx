import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../../annotations/limits.ts'
import { changeMemory, useMemory } from '../state/memory.ts'
import type { Session } from '../state/session.ts'
import { useKeeper } from '../parts/use-session.ts'

/** How notes are shown, whose they are, and whether the browser has promised to keep them. */
export function Settings({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const memory = useMemory()
  const name = useId()
  const { notes } = useKeeper(session)
  return (
    <details className="notes-settings">
      <summary>{t('noteSet.title')}</summary>
      <label className="switch">
        <input
          type="checkbox"
          checked={memory.marginOff !== true}
          onChange={(event) => changeMemory({ marginOff: !event.target.checked })}
        />
        <span>{t('noteSet.margin')}</span>
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={memory.printOff !== true}
          onChange={(event) => changeMemory({ printOff: !event.target.checked })}
        />
        <span>{t('noteSet.print')}</span>
      </label>
      <div className="note-field">
        <label htmlFor={name}>{t('noteSet.name')}</label>
        <input
          id={name}
          type="text"
          autoComplete="name"
          maxLength={limits.creator}
          defaultValue={memory.name ?? ''}
          onBlur={(event) => changeMemory({ name: event.target.value.trim() })}
        />
      </div>
      <p className="note-help">
        {t('noteSet.where')}{' '}
        {memory.persisted === undefined || notes.size === 0
          ? null
          : t(memory.persisted ? 'noteSet.persisted' : 'noteSet.notPersisted')}
      </p>
    </details>
  )
}
