import type { Annotation } from '../../../../annotations/annotation.ts'
import type { Outcome } from '../store/keeper.ts'
import type { Session } from './session.ts'

/**
 * Says what became of a change. `done` is said only when the disk has it; what clashed with another tab, and what
 * could not be kept, is said instead.
 */
export function sayOutcome({ reader }: Session, { kept, clashes }: Outcome<Annotation>, done: string): void {
  const t = reader.words.i18n.getFixedT(reader.words.locale, 'notes')
  const kinds = new Set(clashes.map(({ kind }) => kind))
  if (!kept) reader.say(t('noteSaid.pending'))
  else if (kinds.has('both')) reader.say(t('noteSaid.both'))
  else if (kinds.has('stays')) reader.say(t('noteSaid.stays'))
  else reader.say(done)
}
