import { anchor } from '../../../../annotations/anchor.ts'
import type { Annotation } from '../../../../annotations/annotation.ts'
import { reportEntry, type ReportEntry } from '../../../../annotations/report.ts'
import { byLang } from '../../../../corpus/lang.ts'
import type { NoticeId } from '../../../../corpus/ids.ts'
import type { Session } from '../state/session.ts'
import { noteAddress } from './addresses.ts'
import { loadScenes } from './load-scenes.ts'

/** Notes made ready for a report: with the words of both sides, which their notices' corpus files have. */
export async function reportEntries(session: Session, notes: readonly Annotation[]): Promise<ReportEntry[]> {
  const notices = new Set(notes.map(({ target }) => target.notice))
  const scenes = await loadScenes(session, (id) => notices.has(id))
  return notes.map((note) => {
    const link = noteAddress(session.reader, note)
    const scene = scenes.get(note.target.notice)
    return scene === undefined
      ? withoutCorpus(note, link)
      : reportEntry(scene.corpus, note, anchor(scene.grounds[note.target.lang], note.target), link)
  })
}

/** A notice that the site no longer has, or that could not be fetched: the note's own words are there all the same. */
function withoutCorpus(note: Annotation, link: string): ReportEntry {
  const notice: NoticeId = note.target.notice
  return {
    annotation: note,
    anchored: { kind: 'orphan', why: 'gone', near: null },
    quotes: byLang((lang) => (lang === note.target.lang ? note.target.quote.exact : '')),
    citation: notice,
    link,
  }
}
