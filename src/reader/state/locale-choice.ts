import { parseLocale, type Locale } from '../../corpus/locale.ts'

/**
 * The locale for a browser's languages, best first as `navigator.languages` has them.
 * Chinese of any kind gets the Chinese interface that there is; whoever reads neither gets English.
 */
export function chooseLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const exact = parseLocale(language)
    if (exact !== null) return exact
    if (/^zh\b/i.test(language)) return 'zh-Hant'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}
