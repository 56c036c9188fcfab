import type { Locale } from '../../corpus/locale.ts'
import type { Catalogue, Namespace } from './namespaces.ts'
import type { Words } from './words.ts'

const files = import.meta.glob<Catalogue>('../../locales/*/*.json', { import: 'default' })

/** One catalogue from its file. Rejects when it cannot be fetched. */
export function loadCatalogue(locale: Locale, namespace: Namespace): Promise<Catalogue> {
  const load = files[`../../locales/${namespace}/${locale}.json`]
  if (load === undefined) throw new RangeError(`no words in ${locale} for ${namespace}`)
  return load()
}

/** Adds a namespace to the words of a page, once. */
export async function loadWords({ locale, i18n }: Words, namespace: Namespace): Promise<void> {
  if (!i18n.hasResourceBundle(locale, namespace))
    i18n.addResourceBundle(locale, namespace, await loadCatalogue(locale, namespace))
}
