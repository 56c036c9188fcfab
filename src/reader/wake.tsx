import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from '../corpus/locale.ts'
import type { Corpus } from '../corpus/notice.ts'
import { versions } from '../corpus/version.ts'
import { createWords, type Catalogue } from './i18n/instance.ts'
import { islands, isIslandName } from './islands/islands.tsx'
import { ReaderProvider, inertReader, type Reader } from './islands/reader.ts'
import type { AddressStore } from './state/address.ts'
import type { PageData } from './state/page-data.ts'
import { keepTheme, paintTheme, readTheme } from './state/theme.ts'
import { store } from './state/store.ts'

/** Only the page's own language is fetched. */
const catalogues: Readonly<Record<Locale, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('../locales/en.json'),
  'zh-Hant': () => import('../locales/zh-Hant.json'),
}

/** Wakes up the islands of a page, each with a root of its own; the rows between them stay static HTML. */
export async function wake(page: Extract<PageData, { locale: Locale }>, address: AddressStore | null): Promise<void> {
  const { default: catalogue } = await catalogues[page.locale]()
  const { i18n } = createWords(page.locale, catalogue)
  const reader: Reader = {
    address: address ?? inertReader.address,
    theme: themeStore(),
    loadCorpus: page.kind === 'notice' ? onceLoaded(page.corpus) : inertReader.loadCorpus,
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const name = element.dataset.island
    if (!isIslandName(name)) continue
    const Control = islands[name]
    hydrateRoot(
      element,
      <ReaderProvider value={reader}>
        <I18nextProvider i18n={i18n}>
          <Control />
        </I18nextProvider>
      </ReaderProvider>,
      { identifierPrefix: name },
    )
  }
  document.documentElement.dataset.awake = ''
}

function themeStore(): Reader['theme'] {
  const storage = (): Storage => window.localStorage
  const theme = store(readTheme(storage))
  theme.subscribe(() => {
    keepTheme(storage, theme.get())
    paintTheme(document.documentElement, theme.get())
  })
  return theme
}

function onceLoaded(href: string): () => Promise<Corpus> {
  let loading: Promise<Corpus> | null = null
  return () => {
    loading ??= loadCorpus(href).catch((fault: unknown) => {
      loading = null
      throw fault
    })
    return loading
  }
}

/** The corpus file comes from the same build as the page; one of another version is not read. */
async function loadCorpus(href: string): Promise<Corpus> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href}: ${response.status}`)
  const file = (await response.json()) as { readonly schema?: unknown; readonly version?: unknown }
  const { schema, version } = versions.corpus
  if (file.schema !== schema || file.version !== version)
    throw new Error(`${href}: not a ${schema} of version ${version}`)
  return file as Corpus
}
