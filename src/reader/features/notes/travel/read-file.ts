import type { Annotation } from '../../../../annotations/annotation.ts'
import { adoptAll, readAnnotations } from '../../../../annotations/import.ts'
import { planMerge, type MergeEntry } from '../../../../annotations/merge.ts'
import type { NoteFault } from '../../../../annotations/note-fault.ts'
import type { Session } from '../state/session.ts'
import { breathe } from './breathe.ts'
import { loadScenes } from './load-scenes.ts'

/** What a file would bring: nothing of it is taken in yet. */
export type ImportPlan = {
  readonly entries: readonly MergeEntry[]
  readonly faults: readonly NoteFault[]
  /** How many came from another program and were anchored by their words, and how many of those found no place. */
  readonly foreign: number
  readonly homeless: number
}

/** Notices whose texts are searched for the words of other programs' annotations, at most. */
const mostNotices = 60

export async function readFile(session: Session, text: string): Promise<ImportPlan> {
  const read = await readAnnotations(text, { now: new Date().toISOString(), pause: breathe })
  const adopted = read.foreign.length === 0 ? [] : await adoptForeign(session, read.foreign)
  return {
    entries: planMerge(session.own(), [...read.annotations, ...adopted]),
    faults: read.faults,
    foreign: read.foreign.length,
    homeless: adopted.filter(({ target }) => target.rows.length === 0).length,
  }
}

async function adoptForeign(session: Session, foreign: Parameters<typeof adoptAll>[0]): Promise<Annotation[]> {
  let left = mostNotices
  const scenes = await loadScenes(session, () => left-- > 0)
  const here = session.scene.get()?.corpus.id ?? [...scenes.keys()][0]
  if (here === undefined) return []
  const grounds = [...scenes.values()].flatMap((scene) => [scene.grounds.en, scene.grounds['zh-Hant']])
  return adoptAll(foreign, grounds, { notice: here, lang: 'en' }, breathe)
}
