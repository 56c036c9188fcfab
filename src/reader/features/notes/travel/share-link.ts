import type { Annotation } from '../../../../annotations/annotation.ts'
import { formatShare } from '../../../../annotations/share.ts'
import type { Session } from '../state/session.ts'
import { noticeAddress } from './addresses.ts'
import { copyText } from './copy.ts'
import { deflate } from './deflate.ts'
import { faultWords } from './fault-words.ts'

/** Copies a link that carries notes of one notice in itself. Says so, or why it cannot be. */
export async function shareNotes({ reader }: Session, notes: readonly Annotation[]): Promise<void> {
  const t = reader.words.i18n.getFixedT(reader.words.locale, 'notes')
  const [first] = notes
  if (first === undefined) return
  const shared = await formatShare(notes, deflate)
  if (!shared.ok) {
    reader.say(faultWords(shared.fault, t))
    return
  }
  const done = await copyText(`${noticeAddress(reader, first.target.notice)}#${shared.value}`)
  reader.say(t(done ? 'noteSaid.shared' : 'noteSaid.notCopied', { count: notes.length }))
}
