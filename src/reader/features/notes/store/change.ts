/**
 * What becomes of one change when the database may have moved on since it was read: another tab of the same browser
 * writes there too.
 *
 * Each kept value has a revision, counted from 1; a change says on which revision it was made (0: on none, it is new).
 * Law  no value that another tab wrote is ever overwritten: two changes of one note leave two notes.
 */
export type Kept<T> = { readonly id: string; readonly revision: number; readonly value: T }

export type Change<T> =
  | { readonly kind: 'put'; readonly id: string; readonly base: number; readonly value: T }
  | { readonly kind: 'delete'; readonly id: string; readonly base: number }

export type Settled<T> =
  | { readonly kind: 'put'; readonly kept: Kept<T> }
  | { readonly kind: 'deleted'; readonly id: string }
  /** Changed in two places: theirs stays under its id, `copy` is to be written beside it. */
  | { readonly kind: 'both'; readonly theirs: Kept<T>; readonly copy: Kept<T> }
  /** Changed elsewhere since: it is not deleted. */
  | { readonly kind: 'stays'; readonly theirs: Kept<T> }

/** `same` says whether two values differ in nothing that matters; `copy` gives a value a new id. */
export type Rules<T> = {
  readonly same: (a: T, b: T) => boolean
  readonly copy: (value: T) => { readonly id: string; readonly value: T }
}

export function settle<T>(current: Kept<T> | undefined, change: Change<T>, { same, copy }: Rules<T>): Settled<T> {
  const { id, base } = change
  if (change.kind === 'delete')
    return current === undefined || current.revision === base
      ? { kind: 'deleted', id }
      : { kind: 'stays', theirs: current }
  // Deleted elsewhere and changed here: the change wins, since nothing is lost by it.
  if (current === undefined || current.revision === base)
    return { kind: 'put', kept: { id, revision: base + 1, value: change.value } }
  if (same(current.value, change.value)) return { kind: 'put', kept: current }
  const beside = copy(change.value)
  return { kind: 'both', theirs: current, copy: { id: beside.id, revision: 1, value: beside.value } }
}
