/**
 * The two languages of a notice, as BCP 47 tags. English comes first wherever an order is needed;
 * neither is the source of the other.
 */
export const langs = ['en', 'zh-Hant'] as const

export type Lang = (typeof langs)[number]

/** One value for each side. */
export type ByLang<T> = Readonly<Record<Lang, T>>

/** Builds both sides' values in the fixed order, en before zh-Hant. */
export function byLang<T>(value: (lang: Lang) => T): ByLang<T> {
  return { en: value('en'), 'zh-Hant': value('zh-Hant') }
}

export function otherLang(lang: Lang): Lang {
  return lang === 'en' ? 'zh-Hant' : 'en'
}
