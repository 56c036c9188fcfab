import type { Annotation, AnnotationId } from './annotation.ts'
import { idFromName } from './hash.ts'
import { contentsOf, isSame } from './same.ts'
import type { AnnotationSet, SetChange, Step } from './undo.ts'

/**
 * Bringing annotations from a file or a link into a set. First a plan that can be shown and asked about, then the step
 * that carries it out (and that can be undone). Nothing of one's own is ever replaced without consent.
 */
export type MergeEntry =
  | { readonly kind: 'new'; readonly theirs: Annotation }
  /** `same`: nothing to do. `conflict`: changed at the very same time to different things. */
  | { readonly kind: 'same' | 'newer' | 'older' | 'conflict'; readonly theirs: Annotation; readonly mine: Annotation }

export type MergeKind = MergeEntry['kind']

/** `both` takes theirs as a second annotation beside one's own. */
export type MergeAnswer = 'take' | 'keep' | 'both'

export function planMerge(set: AnnotationSet, theirs: Iterable<Annotation>): MergeEntry[] {
  return [...theirs].map((one): MergeEntry => {
    const mine = set.get(one.id)
    if (mine === undefined) return { kind: 'new', theirs: one }
    if (isSame(mine, one)) return { kind: 'same', theirs: one, mine }
    const kind = one.modified > mine.modified ? 'newer' : one.modified < mine.modified ? 'older' : 'conflict'
    return { kind, theirs: one, mine }
  })
}

/** What is done when no one says otherwise: new ones come in, of two that conflict both stay, mine are never replaced. */
export const defaultAnswers: Readonly<Record<MergeKind, MergeAnswer>> = {
  new: 'take',
  same: 'keep',
  newer: 'keep',
  older: 'keep',
  conflict: 'both',
}

/** The step that carries a plan out. Merging the same file again with the same answers changes nothing more. */
export function mergeStep(
  set: AnnotationSet,
  plan: readonly MergeEntry[],
  answer: (entry: MergeEntry) => MergeAnswer = ({ kind }) => defaultAnswers[kind],
): Step {
  const changes = new Map<AnnotationId, SetChange>()
  for (const entry of plan) {
    const { theirs } = entry
    const mine = set.get(theirs.id) ?? null
    const answered = answer(entry)
    if (answered === 'keep' || (mine !== null && isSame(mine, theirs))) continue
    const after = answered === 'both' && mine !== null ? copyOf(theirs) : theirs
    const before = set.get(after.id) ?? null
    if (before === null || !isSame(before, after)) changes.set(after.id, { id: after.id, before, after })
  }
  return [...changes.values()]
}

/**
 * A change made here while another tab changed the same annotation: both are kept, this one as a second annotation.
 * `based` is what this tab began to change (`null` for a new one), `stored` is what the database holds now.
 */
export function resolveSave(
  based: Annotation | null,
  stored: Annotation | null,
  mine: Annotation,
): { readonly save: Annotation; readonly conflict: boolean } {
  const untouched = based === null || stored === null ? based === stored : isSame(based, stored)
  if (untouched || (stored !== null && isSame(stored, mine))) return { save: mine, conflict: false }
  // Deleted over there and changed here: the change is work that someone did, so it stays.
  if (stored === null) return { save: mine, conflict: true }
  return { save: copyOf(mine), conflict: true }
}

/** The same annotation under an id of its own, always the same one for the same contents. */
export function copyOf(annotation: Annotation): Annotation {
  return { ...annotation, id: idFromName(contentsOf(annotation)) }
}
