/** Languages of the interface. Each has its own pages, `/<locale>/…`. */
export const locales = ['en', 'zh-Hant'] as const

export type Locale = (typeof locales)[number]

/** Reserved for addresses already: a locale whose catalogue comes later. */
export const reservedLocales = ['zh-Hans'] as const

export function parseLocale(text: string): Locale | null {
  return locales.find((locale) => locale === text) ?? null
}
