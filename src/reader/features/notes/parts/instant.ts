import type { Locale } from '../../../../corpus/locale.ts'

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', 'zh-Hant': 'zh-Hant-TW', 'zh-Hans': 'zh-Hans-CN' }

/** An instant (ISO 8601, UTC) by the reader's own clock. Other text comes back as it is. */
export function formatInstant(iso: string, locale: Locale): string {
  const time = Date.parse(iso)
  if (Number.isNaN(time)) return iso
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}
