import { formatState, parseAddress, plainState, type Address } from '../../../corpus/address.ts'
import type { NoticeId, RowId } from '../../../corpus/ids.ts'
import type { Reader } from '../../islands/reader.ts'
import { stateWithOthers } from '../../state/address.ts'
import { store, type Store } from '../../state/store.ts'

/** The query in the address, on every kind of page: a notice's address has a store of its own, which then is asked. */
export type QueryAddress = Store<string | null> & {
  /** In place of the last: Back leaves the page and does not take back letter after letter. */
  readonly put: (query: string | null) => void
}

export function queryAddress({ page, address }: Pick<Reader, 'page' | 'address'>, window: Window): QueryAddress {
  if (page.kind === 'notice')
    return {
      get: () => address.get().query,
      subscribe: address.subscribe,
      put: (query) => {
        if (query !== address.get().query) address.change({ query }, 'replace')
      },
    }
  const read = (): Address | null => parseAddress(`${page.locale}/`, window.location.search, '')
  const { get, set, subscribe } = store(read()?.query ?? null)
  window.addEventListener('popstate', () => set(read()?.query ?? null))
  return {
    get,
    subscribe,
    put: (query) => {
      const state = read()
      if (state === null || query === get()) return
      const { pathname, search, hash } = window.location
      const next = stateWithOthers(formatState({ ...state, query, target: null }), search)
      window.history.replaceState(null, '', pathname + next + hash)
      set(query)
    },
  }
}

/** A row's address as seen from a page: with the query, so that its words are lit there. */
export function hitAddress(
  { page, address }: Pick<Reader, 'page' | 'address'>,
  query: string,
  hit: { readonly notice: NoticeId; readonly id: RowId },
): string {
  const { layout, first, script } = address.get()
  const state = formatState({ ...plainState, layout, first, script, query, target: { kind: 'row', id: hit.id } })
  return `${page.root}${page.locale}/${hit.notice}/${state}`
}
