/** A value that changes and tells of it, in the shape that React's useSyncExternalStore asks for. */
export type Store<T> = {
  readonly get: () => T
  /** Returns what ends the subscription. */
  readonly subscribe: (changed: () => void) => () => void
}

export type WritableStore<T> = Store<T> & { readonly set: (value: T) => void }

export function store<T>(first: T): WritableStore<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const changed of listeners) changed()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
