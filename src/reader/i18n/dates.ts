import type { Locale } from '../../corpus/locale.ts'

/** Day before month, as the project's English is written. */
const tags: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  'zh-Hant': 'zh-Hant-TW',
  'zh-Hans': 'zh-Hans-CN',
}

/**
 * An ISO 8601 local date, or local date and time, in words: `17 December 2021, 10:12`, `2021年12月17日 10:12`.
 * It is the clock of the place where it was published, so no time zone is applied: the parts are shown as they stand.
 * `null` when the text is no such date.
 */
export function formatDate(iso: string, locale: Locale): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(iso)
  if (parts === null) return null
  const [, year, month, day, time] = parts
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (Number.isNaN(date.getTime())) return null
  const words = new Intl.DateTimeFormat(tags[locale], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(date)
  if (time === undefined) return words
  return locale === 'en' ? `${words}, ${time}` : `${words} ${time}`
}
