import { colours, type AnnotationId } from '../../../../annotations/annotation.ts'
import { byLang, type ByLang, type Lang } from '../../../../corpus/lang.ts'
import type { Run } from '../../../../corpus/run.ts'
import { paintRuns } from '../../../dom/paint.ts'
import { sentenceAt } from '../state/caret-steps.ts'
import { levelled, levels } from '../state/levels.ts'
import type { Scene, ShownNote } from '../state/shown.ts'
import { beadOfSentence } from './rows.ts'

/** Everything that notes paint in the text. Returns what takes it off. */
export function paintNotes(
  page: Document,
  scene: Scene,
  notes: readonly ShownNote[],
  active: AnnotationId | null,
): () => void {
  const marks = notes.flatMap(({ note, anchoring, owner }) =>
    anchoring.kind === 'orphan' ? [] : [{ note, owner, at: anchoring.at, lang: note.target.lang, anchoring }],
  )
  const byLevel = byLang((lang) => levelled(marks.filter((mark) => mark.lang === lang)))
  const off: (() => void)[] = []
  const paint = (name: string, runs: ByLang<readonly Run[]>): void => {
    const once = byLang((lang) => distinct(runs[lang]))
    if (once.en.length + once['zh-Hant'].length > 0) off.push(paintRuns(page, name, once))
  }
  for (const colour of colours)
    for (const level of levels)
      paint(
        `note-${colour}-${level}`,
        byLang((lang) =>
          byLevel[lang].filter((mark) => mark.note.colour === colour && mark.level === level).map(({ at }) => at),
        ),
      )
  paint(
    'note-published',
    byLang((lang) => marks.filter((mark) => mark.lang === lang && mark.owner === 'published').map(({ at }) => at)),
  )
  const wanted = byLang(
    (lang) => new Set(marks.filter((mark) => mark.lang !== lang).flatMap((mark) => mark.anchoring.sentences)),
  )
  paint(
    'note-beside',
    byLang((lang) => counterparts(scene, lang, wanted[lang])),
  )
  const lit = marks.filter(({ note }) => note.id === active)
  paint(
    'note-active',
    byLang((lang) =>
      lit.flatMap((mark) =>
        mark.lang === lang ? [mark.at] : counterparts(scene, lang, new Set(mark.anchoring.sentences)),
      ),
    ),
  )
  return () => off.forEach((take) => take())
}

/** Many notes may be on the same words; they are painted once. */
function distinct(runs: readonly Run[]): readonly Run[] {
  return [...new Map(runs.map((run) => [`${run.from}-${run.to}`, run])).values()]
}

/** The text of sentence beads on a side: what stands beside the words that a note is on. */
function counterparts({ corpus }: Scene, lang: Lang, beads: ReadonlySet<string>): Run[] {
  if (beads.size === 0) return []
  const { sentences } = corpus.sides[lang]
  return corpus.rows.flatMap((row) =>
    row.beads.filter(({ id }) => beads.has(id)).flatMap((bead) => sentences.slice(bead[lang].from, bead[lang].to)),
  )
}

/** The notes at a place of the text, those on fewer words first; else those on the other side of its bead. */
export function notesAt(scene: Scene, notes: readonly ShownNote[], lang: Lang, at: number): ShownNote[] {
  const placed = notes.flatMap((shown) =>
    shown.anchoring.kind === 'orphan' ? [] : [{ shown, anchoring: shown.anchoring }],
  )
  const own = placed
    .filter(
      ({ shown, anchoring }) => shown.note.target.lang === lang && anchoring.at.from <= at && at <= anchoring.at.to,
    )
    .sort((a, b) => a.anchoring.at.to - a.anchoring.at.from - (b.anchoring.at.to - b.anchoring.at.from))
  if (own.length > 0) return own.map(({ shown }) => shown)
  const bead = beadOfSentence(scene, lang, sentenceAt(scene.corpus.sides[lang].sentences, at))
  if (bead === null) return []
  return placed
    .filter(({ shown, anchoring }) => shown.note.target.lang !== lang && anchoring.sentences.includes(bead.id))
    .map(({ shown }) => shown)
}
