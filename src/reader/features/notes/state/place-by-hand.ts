import type { AnnotationId, Target } from '../../../../annotations/annotation.ts'
import { sayOutcome } from './say-outcome.ts'
import type { Session } from './session.ts'

/** Puts an orphan on words that the reader chose. */
export function placeByHand(session: Session, id: AnnotationId, target: Target): void {
  session.placing.set(null)
  const note = session.own().get(id)
  if (note === undefined) return
  const { words } = session.reader
  void session
    .change(note, { target })
    .then((outcome) => sayOutcome(session, outcome, words.i18n.getFixedT(words.locale, 'notes')('noteSaid.placed')))
}
