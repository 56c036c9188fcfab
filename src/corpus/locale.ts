/** Languages of the interface. Each has its own pages, `/<locale>/…`. `zh-Hans` is kept for a catalogue to come. */
export const locales = ['en', 'zh-Hant'] as const

export type Locale = (typeof locales)[number]

export function parseLocale(text: string): Locale | null {
  return locales.find((locale) => locale === text) ?? null
}
