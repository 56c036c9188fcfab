import { useTranslation } from 'react-i18next'
import type { Anchoring } from '../../../../annotations/anchor.ts'
import type { Annotation } from '../../../../annotations/annotation.ts'
import { sayOutcome } from '../state/say-outcome.ts'
import type { Session } from '../state/session.ts'
import type { Owner } from '../state/shown.ts'
import { copyText } from '../travel/copy.ts'
import { noteAddress } from '../travel/addresses.ts'
import { shareNotes } from '../travel/share-link.ts'

export type NoteActionsProps = { session: Session; note: Annotation; owner: Owner; anchoring: Anchoring | null }

export function NoteActions({ session, note, owner, anchoring }: NoteActionsProps) {
  const { t } = useTranslation('notes')
  const { reader } = session
  const keep = (): void => {
    session.shared.set(session.shared.get().filter(({ id }) => id !== note.id))
    void session
      .perform([{ id: note.id, before: session.own().get(note.id) ?? null, after: note }])
      .then((outcome) => sayOutcome(session, outcome, t('noteSaid.kept')))
  }
  const remove = (): void => {
    void session.remove([note]).then((outcome) => sayOutcome(session, outcome, t('noteSaid.deleted')))
  }
  const link = (): void => {
    void copyText(noteAddress(reader, note)).then((done) =>
      reader.say(t(done ? 'noteSaid.linked' : 'noteSaid.notCopied')),
    )
  }
  const show = (): void => {
    session.active.set(note.id)
    if (anchoring !== null && anchoring.kind !== 'orphan') {
      const row = document.getElementById(anchoring.rows[0] ?? '')
      row?.scrollIntoView({ block: 'center' })
      row?.querySelector<HTMLElement>('.row-id')?.focus({ preventScroll: true })
    }
  }
  return (
    <p className="note-actions">
      {anchoring === null ? (
        <a href={noteAddress(reader, note)}>{t('noteAct.go')}</a>
      ) : anchoring.kind === 'orphan' ? null : (
        <button type="button" className="plain" onClick={show}>
          {t('noteAct.show')}
        </button>
      )}
      {owner === 'own' ? (
        <button type="button" className="plain" onClick={() => session.editing.set({ kind: 'change', note })}>
          {t('noteAct.edit')}
        </button>
      ) : null}
      {owner === 'shared' ? (
        <button type="button" className="plain" onClick={keep}>
          {t('noteAct.keep')}
        </button>
      ) : null}
      <button type="button" className="plain" onClick={link}>
        {t('noteAct.link')}
      </button>
      {owner === 'own' ? (
        <>
          <button type="button" className="plain" onClick={() => void shareNotes(session, [note])}>
            {t('noteAct.share')}
          </button>
          <button type="button" className="plain" onClick={remove}>
            {t('noteAct.delete')}
          </button>
        </>
      ) : null}
    </p>
  )
}
