import type { Target } from '../../../corpus/address.ts'
import { parseRowId, rowOf, type NoticeId, type RowId } from '../../../corpus/ids.ts'
import { byLang } from '../../../corpus/lang.ts'
import { paintRuns, type Runs } from '../../dom/paint.ts'
import type { Reader } from '../../islands/reader.ts'
import { store, type Store } from '../../state/store.ts'
import { SearchTrouble } from './client.ts'
import type { Stops, Trouble } from './protocol.ts'
import { nextStop, type Stop } from './steps.ts'
import type { SearchSession } from './session.ts'

/** The hits of the query in the address, on a notice's page: lit, counted, and stepped through. */
export type HitsState = {
  readonly query: string | null
  readonly stops: Stops | null
  readonly trouble: Trouble | null
}

export type Hits = Store<HitsState> & {
  /** To the next or the previous hit; one on another page is left to `leave`. */
  readonly step: (by: 1 | -1) => void
  readonly retry: () => void
}

export type HitsTools = Pick<SearchSession, 'client' | 'open' | 'address' | 'goTo'> & {
  readonly reader: Reader
  readonly leave: (stop: Stop, query: string) => void
}

const none: HitsState = { query: null, stops: null, trouble: null }

export function followHits({ reader, client, open, address, goTo, leave }: HitsTools, notice: NoticeId): Hits {
  const state = store(none)
  let takeOff: (() => void)[] = []
  // The step that was asked for before there was anything to step through, and from where: who went on since, stays.
  let early: { readonly by: 1 | -1; readonly from: RowId | null } | null = null
  const rowNow = (): RowId | null => targetRow(reader.address.get().target)

  const paint = (): void => {
    const here = state.get().stops?.here ?? []
    const row = rowNow()
    for (const off of takeOff) off()
    takeOff =
      here.length === 0
        ? []
        : [
            paintRuns(document, 'hit', runsOf(here)),
            paintRuns(document, 'hit-here', runsOf(here.filter(({ id }) => id === row))),
          ]
    reader.layers.setLayer(
      'hits',
      here.map(({ id }) => id),
    )
    if (state.get().query === null) delete document.documentElement.dataset.hits
    else document.documentElement.dataset.hits = ''
  }
  const ask = async (query: string): Promise<void> => {
    try {
      const stops = await client.ask('stops', { query, notice })
      if (stops === null || state.get().query !== query) return
      state.set({ query, stops, trouble: null })
      paint()
      if (early?.from === rowNow()) step(early.by)
    } catch (error) {
      if (!(error instanceof SearchTrouble)) throw error
      if (state.get().query === query) state.set({ query, stops: null, trouble: error.trouble })
    }
    early = null
  }
  const follow = (): void => {
    // What is typed into the dialog lights nothing behind it.
    if (open.get()) return
    const query = address.get()
    if (query === state.get().query) {
      paint()
      return
    }
    client.drop('stops')
    state.set({ query, stops: null, trouble: null })
    paint()
    if (query !== null) void ask(query)
  }
  const step = (by: 1 | -1): void => {
    const { query, stops } = state.get()
    if (query === null) return
    if (stops === null) {
      early = { by, from: rowNow() }
      return
    }
    const stop = nextStop(stops, notice, whereNow(stops, rowNow()), by)
    if (stop === null) return
    if (!goTo({ notice: stop.notice, id: stop.row }, query)) leave(stop, query)
  }
  address.subscribe(follow)
  open.subscribe(follow)
  follow()
  return {
    get: state.get,
    subscribe: state.subscribe,
    step,
    retry: () => {
      const { query } = state.get()
      if (query === null) return
      state.set({ query, stops: null, trouble: null })
      void ask(query)
    },
  }
}

/** The row that a target names, or begins with. */
export function targetRow(target: Target | null): RowId | null {
  if (target === null) return null
  return target.kind === 'row' ? target.id : target.kind === 'rows' ? target.from : rowOf(target.id)
}

function runsOf(here: Stops['here']): Runs {
  return byLang((lang) => here.flatMap(({ matches }) => matches.filter((match) => match.lang === lang)))
}

/** The row where the reader stands while it is in the window; otherwise what is in the window counts. */
function whereNow({ here }: Stops, target: RowId | null): { row: RowId | null; upcoming: RowId | null } {
  const box = target === null ? undefined : document.getElementById(target)?.getBoundingClientRect()
  const row = box !== undefined && box.bottom > 0 && box.top < window.innerHeight ? target : null
  const upcoming = here.find(({ id }) => (document.getElementById(id)?.getBoundingClientRect().bottom ?? 0) > 0)
  return { row, upcoming: parseRowId(upcoming?.id ?? '') }
}
