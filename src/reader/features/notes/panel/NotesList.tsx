import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteCard } from '../parts/NoteCard.tsx'
import type { Session } from '../state/session.ts'
import type { Listed } from './filter.ts'

/** Cards that are made at once; thousands would hold the page up and nobody reads them in one go. */
const step = 40

export type NotesListProps = { session: Session; notes: readonly Listed[]; titles: ReadonlyMap<string, string> }

export function NotesList({ session, notes, titles }: NotesListProps) {
  const { t } = useTranslation('notes')
  const [most, setMost] = useState(step)
  return (
    <>
      <ul role="list" className="notes-list">
        {notes.slice(0, most).map(({ note, owner, anchoring }) => (
          <li key={`${owner}:${note.id}`}>
            <NoteCard
              session={session}
              note={note}
              owner={owner}
              anchoring={anchoring}
              {...(anchoring === null ? { notice: titles.get(note.target.notice) ?? note.target.notice } : {})}
            />
          </li>
        ))}
      </ul>
      {notes.length <= most ? null : (
        <button type="button" className="plain" onClick={() => setMost(most + step)}>
          {t('noteList.more', { count: notes.length - most })}
        </button>
      )}
    </>
  )
}
