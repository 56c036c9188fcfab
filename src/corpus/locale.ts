import type { Lang } from './lang.ts'

/** Languages of the interface. Each has its own pages, `/<locale>/…`. */
export const locales = ['en', 'zh-Hant', 'zh-Hans'] as const

export type Locale = (typeof locales)[number]

export function parseLocale(text: string): Locale | null {
  return locales.find((locale) => locale === text) ?? null
}

/** Which of a notice's languages a reader of this interface reads first. */
export function firstLang(locale: Locale): Lang {
  return locale === 'en' ? 'en' : 'zh-Hant'
}
