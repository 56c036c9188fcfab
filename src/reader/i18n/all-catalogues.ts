import type { Locale } from '../../corpus/locale.ts'
import { namespaces, type Catalogue, type Catalogues } from './namespaces.ts'

const files = import.meta.glob<Catalogue>('../../locales/*/*.json', { eager: true, import: 'default' })

/** Every namespace of a locale at once: for the server entry, which never reaches a browser, and for tests. */
export function allCatalogues(locale: Locale): Catalogues {
  return Object.fromEntries(
    namespaces.map((namespace) => {
      const catalogue = files[`../../locales/${namespace}/${locale}.json`]
      if (catalogue === undefined) throw new Error(`no words in ${locale} for ${namespace}`)
      return [namespace, catalogue]
    }),
  )
}
