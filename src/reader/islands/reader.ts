import { createContext, useContext, useSyncExternalStore } from 'react'
import { defaultLayout } from '../../corpus/address.ts'
import type { Corpus } from '../../corpus/notice.ts'
import type { AddressState, AddressStore } from '../state/address.ts'
import { store, type Store, type WritableStore } from '../state/store.ts'
import type { Theme } from '../state/theme.ts'

/** What the islands share in the browser: the address, the theme, and the corpus file once it is asked for. */
export type Reader = {
  readonly address: Pick<AddressStore, 'get' | 'subscribe' | 'change'>
  readonly theme: WritableStore<Theme>
  /** Loads the corpus file once, again only after a failure. */
  readonly loadCorpus: () => Promise<Corpus>
}

const plainAddress: AddressState = { layout: defaultLayout, query: null, term: null, target: null }

/** What is known when a page is prerendered: nothing but how it is by default. */
export const inertReader: Reader = {
  address: { ...store(plainAddress), change: () => undefined },
  theme: store<Theme>('system'),
  loadCorpus: () => Promise.reject(new Error('no corpus before the page is in a browser')),
}

const ReaderContext = createContext(inertReader)

export const ReaderProvider = ReaderContext.Provider

export function useReader(): Reader {
  return useContext(ReaderContext)
}

/** A store's value; while waking up, the value that the page was prerendered with. */
export function useStore<T>({ get, subscribe }: Store<T>, prerendered: T): T {
  return useSyncExternalStore(subscribe, get, () => prerendered)
}

export function useAddress(): AddressState {
  return useStore(useReader().address, plainAddress)
}
