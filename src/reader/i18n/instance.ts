import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../../corpus/locale.ts'
import type en from '../../locales/en.json'
import type { Words } from './words.ts'

/** Keys with their words. Every catalogue has the keys of the English one, with its own plural forms. */
export type Catalogue = Readonly<Record<string, string>>

declare module 'i18next' {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface CustomTypeOptions {
    resources: { translation: typeof en }
    // Keys are flat: a dot is part of a name.
    keySeparator: false
    nsSeparator: false
  }
}

/** Words that are ready at once and know one locale only. A missing key throws, so that tests find it first. */
export function createWords(locale: Locale, catalogue: Catalogue): Words {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    resources: { [locale]: { translation: catalogue } },
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
    saveMissing: true,
    missingKeyHandler: (_locales, _namespace, key) => {
      throw new Error(`${locale}: no words for "${key}"`)
    },
  })
  return { locale, i18n: instance, t: instance.t }
}
