import { hydrateRoot } from 'react-dom/client'
import type { Manifest } from '../corpus/manifest.ts'
import type { Corpus } from '../corpus/notice.ts'
import { manifestFile } from '../corpus/site.ts'
import { versions } from '../corpus/version.ts'
import { followRows } from './dom/row-button.ts'
import { createVoice } from './dom/say.ts'
import { fetchStylesAgain } from './dom/styles-again.ts'
import { followTap } from './dom/tap.ts'
import { startFeatures } from './features/features.ts'
import { provide } from './features/mount.tsx'
import { followShownText } from './features/shown-text/follow.ts'
import { createWords } from './i18n/instance.ts'
import { loadCatalogue } from './i18n/load-words.ts'
import { islands, isIslandName } from './islands/islands.tsx'
import { inertReader, type Reader } from './islands/reader.ts'
import type { PanelName } from './state/panel-names.ts'
import type { AddressStore } from './state/address.ts'
import { createLayers } from './state/layers.ts'
import { onceLoaded } from './state/load-file.ts'
import type { LocalePage } from './state/page-data.ts'
import type { Shortcuts } from './state/shortcuts.ts'
import { keepSettings, paintSettings, readSettings } from './state/settings.ts'
import { store } from './state/store.ts'

/** Wakes up the islands of a page, each with a root of its own; the rows between them stay static HTML. */
export async function wake(page: LocalePage, address: AddressStore | null, shortcuts: Shortcuts): Promise<void> {
  const words = createWords(page.locale, { reader: await loadCatalogue(page.locale, 'reader') })
  const reader: Reader = {
    page,
    words,
    address: address ?? inertReader.address,
    settings: settingsStore(),
    loadCorpus:
      page.kind === 'notice'
        ? onceLoaded<Corpus>(page.corpus, versions.corpus, page.integrity)
        : inertReader.loadCorpus,
    loadManifest: onceLoaded<Manifest>(page.root + manifestFile, versions.manifest),
    panel: store<PanelName | null>(null),
    shortcuts,
    layers: createLayers(),
    say: createVoice(document),
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const name = element.dataset.island
    if (!isIslandName(name)) continue
    const Control = islands[name]
    hydrateRoot(element, provide(reader, <Control />), { identifierPrefix: name })
  }
  fetchStylesAgain(document)
  followRows(document, reader)
  followTap(document, reader)
  followShownText(document, reader)
  startFeatures(reader)
  document.documentElement.dataset.awake = ''
}

function settingsStore(): Reader['settings'] {
  const storage = (): Storage => window.localStorage
  const settings = store(readSettings(storage))
  settings.subscribe(() => {
    keepSettings(storage, settings.get())
    paintSettings(document.documentElement, settings.get())
  })
  return settings
}
