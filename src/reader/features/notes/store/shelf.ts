/**
 * Values by their ids, in the order in which they came, and what they look like from outside: a map that stays the
 * same object until something in it has changed, so that whoever looks can tell at a glance.
 */
export type Shelf<T extends { readonly id: string }> = {
  readonly put: (value: T) => void
  readonly take: (id: T['id']) => void
  readonly look: () => ReadonlyMap<T['id'], T>
}

export function createShelf<T extends { readonly id: string }>(): Shelf<T> {
  const values = new Map<T['id'], T>()
  let seen: ReadonlyMap<T['id'], T> | null = null
  return {
    put: (value) => {
      if (values.get(value.id) === value) return
      values.set(value.id, value)
      seen = null
    },
    take: (id) => {
      if (values.delete(id)) seen = null
    },
    look: () => (seen ??= new Map(values)),
  }
}
