import { parseLocale, type Locale } from '../../corpus/locale.ts'

/**
 * The locale for a browser's languages, best first as `navigator.languages` has them.
 * Chinese goes by its script, or by the region that stands for one, and without either by the script of the notices;
 * whoever reads neither gets English.
 */
export function chooseLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const exact = parseLocale(language)
    if (exact !== null) return exact
    if (/^zh-(?:Hans|CN|SG|MY)\b/i.test(language)) return 'zh-Hans'
    if (/^zh\b/i.test(language)) return 'zh-Hant'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}
