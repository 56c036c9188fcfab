import { createInstance } from 'i18next'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { plainState, type AddressState } from '../../corpus/address.ts'
import type { Corpus } from '../../corpus/notice.ts'
import type { Manifest } from '../../corpus/manifest.ts'
import type { Words } from '../i18n/words.ts'
import type { PanelName } from '../state/panel-names.ts'
import type { AddressStore } from '../state/address.ts'
import { createLayers, type LayerStore } from '../state/layers.ts'
import type { LocalePage } from '../state/page-data.ts'
import { createShortcuts, type Shortcuts } from '../state/shortcuts.ts'
import { store, type Store, type WritableStore } from '../state/store.ts'
import { plainSettings, type Settings } from '../state/settings.ts'

/** What islands, panels and features share in the browser. */
export type Reader = {
  readonly page: LocalePage
  readonly words: Words
  readonly address: Pick<AddressStore, 'get' | 'subscribe' | 'change'>
  /** Kept on this device and painted when it changes. */
  readonly settings: WritableStore<Settings>
  /** Loads the corpus file once, again only after a failure. */
  readonly loadCorpus: () => Promise<Corpus>
  /** The same for what the site holds. */
  readonly loadManifest: () => Promise<Manifest>
  /** The panel that is open beside the text. */
  readonly panel: WritableStore<PanelName | null>
  readonly shortcuts: Shortcuts
  /** What the map of the notice shows besides its rows. */
  readonly layers: LayerStore
  /** Says something in passing, to eyes and ears. */
  readonly say: (words: string) => void
}

const notHere = (): Promise<never> => Promise.reject(new Error('no file is fetched before the page is in a browser'))

const keepsNothing = (): never => {
  throw new Error('nothing is kept before the page is in a browser')
}

/** What is known when a page is prerendered: nothing but how it is by default. */
export const inertReader: Reader = {
  page: { kind: 'notices', locale: 'en', root: '' },
  words: { locale: 'en', i18n: createInstance(), t: createInstance().t },
  address: { ...store(plainState), change: () => undefined },
  settings: store(plainSettings),
  loadCorpus: notHere,
  loadManifest: notHere,
  panel: store<PanelName | null>(null),
  shortcuts: createShortcuts(keepsNothing),
  layers: createLayers(),
  say: () => undefined,
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
  return useStore(useReader().address, plainState)
}
