import type { Anchoring } from '../../../../annotations/anchor.ts'
import type { Annotation, Target } from '../../../../annotations/annotation.ts'
import type { Store } from '../../../state/store.ts'
import type { Owner, Scene, ShownNote } from './shown.ts'

/** Milliseconds of anchoring after which the page is let go on. */
const slice = 12

export type Placing = {
  readonly scene: Store<Scene | null>
  readonly owners: () => readonly (readonly [Owner, Iterable<Annotation>])[]
  readonly anchoring: (target: Target, scene: Scene) => Anchoring
  readonly done: (notes: readonly ShownNote[], scene: Scene) => void
}

/**
 * Anchors the notes of the notice that is shown, in slices, so that thousands of them do not hold up the page.
 * Called again before it is through, it begins anew.
 */
export function placeAll({ scene, owners, anchoring, done }: Placing): () => Promise<void> {
  let run = 0
  return async () => {
    run += 1
    const own = run
    const now = scene.get()
    if (now === null) return
    const placed: ShownNote[] = []
    let since = performance.now()
    for (const [owner, notes] of owners())
      for (const note of notes) {
        if (note.target.notice !== now.corpus.id) continue
        placed.push({ note, owner, anchoring: anchoring(note.target, now) })
        if (performance.now() - since < slice) continue
        await new Promise((go) => setTimeout(go))
        if (own !== run) return
        since = performance.now()
      }
    done(inOrder(placed, now), now)
  }
}

function inOrder(notes: readonly ShownNote[], { corpus }: Scene): ShownNote[] {
  const rows = new Map<string, number>(corpus.rows.map(({ id }, index) => [id, index]))
  const key = ({ note, anchoring }: ShownNote): readonly number[] =>
    anchoring.kind === 'orphan'
      ? [Infinity, 0, note.target.position.start]
      : [rows.get(anchoring.rows[0] ?? '') ?? Infinity, note.target.lang === 'en' ? 0 : 1, anchoring.at.from]
  return notes
    .map((note) => ({ note, key: key(note) }))
    .sort((a, b) => compare(a.key, b.key) || (a.note.note.created < b.note.note.created ? -1 : 1))
    .map(({ note }) => note)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}
