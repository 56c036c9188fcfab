import type { RowId } from '../../corpus/ids.ts'
import { store, type Store } from './store.ts'

/** What features show on the map of the notice: search hits, terms, notes, findings, each as the rows that have some. */
export type LayerName = 'hits' | 'terms' | 'notes' | 'findings'

export type Layers = ReadonlyMap<LayerName, ReadonlySet<RowId>>

export type LayerStore = Store<Layers> & {
  /** An empty list takes the layer off. */
  readonly setLayer: (name: LayerName, rows: Iterable<RowId>) => void
}

export function createLayers(): LayerStore {
  const layers = store<Layers>(new Map())
  return {
    get: layers.get,
    subscribe: layers.subscribe,
    setLayer: (name, rows) => {
      const next = new Map(layers.get())
      const set = new Set(rows)
      if (set.size === 0) next.delete(name)
      else next.set(name, set)
      layers.set(next)
    },
  }
}
