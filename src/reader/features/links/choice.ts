import { citationFormats, type CitationFormat } from '../../../exchange/citation.ts'

/** What a reader cites, as they chose it last; kept in this browser only. */
export const citedLanguages = ['both', 'en', 'zh-Hant'] as const

export type CitedLanguages = (typeof citedLanguages)[number]

export type CitationChoice = { readonly languages: CitedLanguages; readonly format: CitationFormat }

const kept = 'duidu.citation'

export function readChoice(storage: () => Storage): CitationChoice {
  let text = ''
  try {
    text = storage().getItem(kept) ?? ''
  } catch {
    // Nothing is kept here.
  }
  const [languages, format] = text.split(' ')
  return {
    languages: citedLanguages.find((one) => one === languages) ?? 'both',
    format: citationFormats.find((one) => one === format) ?? 'text',
  }
}

export function keepChoice(storage: () => Storage, { languages, format }: CitationChoice): void {
  try {
    storage().setItem(kept, `${languages} ${format}`)
  } catch {
    // The next citation begins as by default.
  }
}
