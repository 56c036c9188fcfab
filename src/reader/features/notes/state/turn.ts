import type { Session } from './session.ts'

/** Undoes or redoes and says so. */
export async function turnBack(session: Session, which: 'undo' | 'redo'): Promise<void> {
  const { reader } = session
  const t = reader.words.i18n.getFixedT(reader.words.locale, 'notes')
  const done = await session[which]()
  reader.say(done ? t(which === 'undo' ? 'noteSaid.undone' : 'noteSaid.redone') : t('noteSaid.nothing'))
}
