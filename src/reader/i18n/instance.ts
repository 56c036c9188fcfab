import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../../corpus/locale.ts'
import type findings from '../../locales/findings/en.json'
import type links from '../../locales/links/en.json'
import type notes from '../../locales/notes/en.json'
import type notices from '../../locales/notices/en.json'
import type offline from '../../locales/offline/en.json'
import type reader from '../../locales/reader/en.json'
import type search from '../../locales/search/en.json'
import type settings from '../../locales/settings/en.json'
import type terms from '../../locales/terms/en.json'
import type { Catalogues } from './namespaces.ts'
import { formatNumber } from './numbers.ts'
import type { Words } from './words.ts'

declare module 'i18next' {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface CustomTypeOptions {
    defaultNS: 'reader'
    resources: {
      reader: typeof reader
      notices: typeof notices
      offline: typeof offline
      search: typeof search
      terms: typeof terms
      findings: typeof findings
      notes: typeof notes
      links: typeof links
      settings: typeof settings
    }
    // Keys are flat: a dot is part of a name.
    keySeparator: false
    nsSeparator: false
  }
}

/**
 * Words that are ready at once and know one locale only. More namespaces may come later (`loadWords`).
 * A missing key throws, so that tests find it first.
 */
export function createWords(locale: Locale, catalogues: Catalogues): Words {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: catalogues },
    ns: Object.keys(catalogues),
    defaultNS: 'reader',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
    // A feature's words are loaded before it is shown; there is nothing to wait for.
    react: { useSuspense: false },
    saveMissing: true,
    missingKeyHandler: (_locales, namespace, key) => {
      throw new Error(`${locale}: no words for "${key}" in ${namespace}`)
    },
  })
  instance.services.formatter?.add('number', formatNumber)
  return { locale, i18n: instance, t: instance.t }
}
