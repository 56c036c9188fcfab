import { store, type Store } from '../../state/store.ts'
import { SearchTrouble, type SearchClient } from './client.ts'
import type { Counted, LineOrder, Lines, ResultList, Trouble } from './protocol.ts'

/**
 * What the dialog shows of a query while it is typed. Asks soon after each key as for a word that may go on (at once
 * for what was pasted), and once more, for good, when the keys rest. What is shown stays until there is something else
 * to show.
 */
export type LiveState = {
  readonly query: string
  /** What `query` has in common with what is shown: `false` while an answer to it is awaited. */
  readonly settled: boolean
  readonly found: Found | null
  readonly trouble: Trouble | null
}

export type Found =
  | { readonly view: 'list'; readonly query: string; readonly list: ResultList }
  | { readonly view: 'lines'; readonly query: string; readonly order: LineOrder; readonly lines: Lines }

export type View = { readonly kind: 'list' } | { readonly kind: 'lines'; readonly order: LineOrder }

export type Live = Store<LiveState> & {
  readonly type: (query: string) => void
  /** Asks for good without waiting for the keys to rest. */
  readonly now: () => void
  readonly show: (view: View) => void
  readonly more: () => void
  readonly retry: () => void
}

/** In milliseconds: between keys of quick typing there are some 100, between thoughts some 300. */
export const delays = { typing: 70, rest: 300 } as const

/** Rows of a list at first and with each “more”; lines come from as many rows. */
const page = { list: 10, lines: 40 } as const

/** Where a count is a bound, rows up to so many are read to have the number: a moment's work off the page's thread. */
const countedAtMost = 1000

const blank: LiveState = { query: '', settled: true, found: null, trouble: null }

export function createLive(client: SearchClient): Live {
  const state = store(blank)
  let view: View = { kind: 'list' }
  let pages = 1
  let timers: ReturnType<typeof setTimeout>[] = []

  const set = (change: Partial<LiveState>): void => state.set({ ...state.get(), ...change })
  const stop = (): void => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }
  const ask = async (typing: boolean): Promise<void> => {
    const { query } = state.get()
    try {
      const found = await find(query, typing)
      // Another query was typed, or another view chosen, since.
      if (found === null || state.get().query !== query || found.view !== view.kind) return
      set({ found, trouble: null, settled: !typing })
      if (!typing) await count(found)
    } catch (error) {
      if (!(error instanceof SearchTrouble)) throw error
      if (state.get().query === query) set({ trouble: error.trouble, settled: !typing })
    }
  }
  const find = async (query: string, typing: boolean): Promise<Found | null> => {
    if (view.kind === 'list') {
      const list = await client.ask('list', { query, typing, most: page.list * pages })
      return list === null ? null : { view: 'list', query, list }
    }
    const { order } = view
    const lines = await client.ask('lines', { query, order, most: page.lines * pages })
    return lines === null ? null : { view: 'lines', query, order, lines }
  }
  const count = async (found: Found): Promise<void> => {
    const bound: Counted = found.view === 'list' ? found.list : found.lines
    if (bound.exact || bound.count > countedAtMost) return
    const exact = await client.ask('count', { query: found.query })
    if (exact === null || state.get().found !== found) return
    set({
      found:
        found.view === 'list'
          ? { ...found, list: { ...found.list, ...exact } }
          : { ...found, lines: { ...found.lines, ...exact } },
    })
  }
  const begin = (): void => {
    stop()
    client.drop('count')
    set({ settled: false })
  }
  return {
    get: state.get,
    subscribe: state.subscribe,
    type: (query) => {
      const before = state.get().query
      if (query === before) return
      pages = 1
      if (query.trim() === '') {
        stop()
        client.drop('list')
        client.drop('lines')
        client.drop('count')
        state.set({ ...blank, query })
        return
      }
      set({ query })
      begin()
      timers = [setTimeout(() => void ask(false), delays.rest)]
      if (view.kind !== 'list') return
      if (cameAtOnce(before, query)) void ask(true)
      else timers.push(setTimeout(() => void ask(true), delays.typing))
    },
    now: () => {
      if (state.get().query.trim() === '') return
      begin()
      void ask(false)
    },
    show: (chosen) => {
      view = chosen
      pages = 1
      if (state.get().query.trim() === '') return
      begin()
      void ask(false)
    },
    more: () => {
      pages += 1
      begin()
      void ask(false)
    },
    retry: () => {
      set({ trouble: null })
      begin()
      void ask(false)
    },
  }
}

/** Pasted, or typed before there was a box for it: no next key is likely to follow this one in a moment. */
function cameAtOnce(before: string, query: string): boolean {
  return query.length > before.length + 1
}
