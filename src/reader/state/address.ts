import { formatState, parseState, stateParameters, type Address, type AddressState } from '../../corpus/address.ts'
import { store, type Store } from './store.ts'

/** The page's address as its state: read from the address bar, changed through it. */
export type AddressStore = Store<AddressState> & {
  /**
   * `replace` for how the page looks, so that Back leaves the page at once;
   * `push` for what is looked at, so that Back returns to it.
   */
  readonly change: (change: Partial<AddressState>, how: 'push' | 'replace') => void
}

const ours: ReadonlySet<string> = new Set(stateParameters)

export function addressStore(window: Window): AddressStore {
  const read = (): AddressState => parseState(window.location.search, window.location.hash)
  const { get, set, subscribe } = store(read())
  const reread = (): void => {
    const state = read()
    const { print, target } = get()
    // A link's fingerprint speaks of its own target: one that the reader goes to next has none.
    const stale = state.print !== null && state.print === print && !sameTarget(state.target, target)
    const { pathname, search } = window.location
    if (stale)
      window.history.replaceState(null, '', pathname + stateWithOthers(formatState({ ...state, print: null }), search))
    set(stale ? { ...state, print: null } : state)
  }
  window.addEventListener('popstate', reread)
  window.addEventListener('hashchange', reread)
  return {
    get,
    subscribe,
    change: (change, how) => {
      const { pathname, search } = window.location
      const address = pathname + stateWithOthers(formatState({ ...get(), ...change }), search)
      if (how === 'push') window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
      reread()
    },
  }
}

function sameTarget(a: Address['target'], b: Address['target']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Parameters that are not the reader's stay as they are, behind its own. */
export function stateWithOthers(state: string, search: string): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !ours.has(part.split('=')[0] ?? ''))
  if (others.length === 0) return state
  const hash = state.indexOf('#')
  const [own, target] = hash < 0 ? [state, ''] : [state.slice(0, hash), state.slice(hash)]
  return `${own === '' ? '?' : `${own}&`}${others.join('&')}${target}`
}
