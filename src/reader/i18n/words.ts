import type { i18n, TFunction } from 'i18next'
import type { Locale } from '../../corpus/locale.ts'

/** The words of the interface in one locale, for hooks and for what is rendered without them, row by row. */
export type Words = { readonly locale: Locale; readonly i18n: i18n; readonly t: TFunction }
