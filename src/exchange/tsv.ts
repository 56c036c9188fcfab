import { parseTermId } from '../corpus/ids.ts'
import { byLang } from '../corpus/lang.ts'
import type { Term, TermEntry } from '../corpus/term.ts'
import { slugFor } from './slug.ts'
import type { ReadTerms } from './tbx-read.ts'

/**
 * Term entries as tab-separated values, a row each, for a spreadsheet.
 *
 * Columns  named in the first row, in any order; only `en` and `zh-Hant` must be there.
 * Terms    of one language parted by ` | `, the preferred one first and the others admitted; what differs stands behind
 *          its term in brackets: `MDT [abbreviation]`, `重癥 [deprecated]`.
 * Errors   a text without these two columns gives `null`; a row without both is skipped. Tabs and line breaks in a
 *          value become spaces.
 */
const columns = ['id', 'en', 'zh-Hant', 'subject', 'definition en', 'definition zh-Hant', 'note', 'source'] as const

export function formatTsv(entries: readonly TermEntry[]): string {
  const rows = entries.map((entry) => [
    entry.id,
    formatTerms(entry.terms.en),
    formatTerms(entry.terms['zh-Hant']),
    entry.subject ?? '',
    entry.definition?.en ?? '',
    entry.definition?.['zh-Hant'] ?? '',
    entry.note ?? '',
    entry.source ?? '',
  ])
  return [columns, ...rows].map((row) => `${row.map((value) => value.replaceAll(/\s+/gu, ' ')).join('\t')}\n`).join('')
}

export function parseTsv(text: string): ReadTerms | null {
  const [head = '', ...rows] = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u)
  const names = head.split('\t').map((name) => name.trim())
  if (!names.includes('en') || !names.includes('zh-Hant')) return null
  const taken = new Set<string>()
  const entries = rows
    .filter((row) => row.trim() !== '')
    .map((row): TermEntry | null => {
      const values = row.split('\t')
      const value = (name: (typeof columns)[number]): string => (values[names.indexOf(name)] ?? '').trim()
      const terms = byLang((lang) => parseTerms(value(lang)))
      const [first] = terms.en
      if (first === undefined || terms['zh-Hant'].length === 0) return null
      const given = parseTermId(value('id'))
      const id = given !== null && !taken.has(given) ? given : slugFor(first.text, taken)
      taken.add(id)
      const definition = { ...kept('en', value('definition en')), ...kept('zh-Hant', value('definition zh-Hant')) }
      return {
        id,
        terms,
        ...(Object.keys(definition).length === 0 ? {} : { definition }),
        ...kept('note', value('note')),
        ...kept('subject', value('subject')),
        ...kept('source', value('source')),
      }
    })
  const read = entries.filter((entry) => entry !== null)
  return { entries: read, skipped: entries.length - read.length }
}

function formatTerms(terms: readonly Term[]): string {
  return terms
    .map(({ text, status, abbreviation }, at) => {
      const usual = at === 0 ? 'preferred' : 'admitted'
      return text + (status === usual ? '' : ` [${status}]`) + (abbreviation === true ? ' [abbreviation]' : '')
    })
    .join(' | ')
}

function parseTerms(value: string): Term[] {
  return value
    .split(/\s+\|\s+/u)
    .filter((text) => text !== '')
    .map((written, at): Term => {
      const status = (['preferred', 'admitted', 'deprecated'] as const).find((one) => written.includes(` [${one}]`))
      return {
        text: written.replaceAll(/ \[(?:preferred|admitted|deprecated|abbreviation)\]/gu, ''),
        status: status ?? (at === 0 ? 'preferred' : 'admitted'),
        ...(written.includes(' [abbreviation]') ? { abbreviation: true as const } : {}),
      }
    })
}

function kept<K extends string>(key: K, value: string): Partial<Record<K, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<K, string>)
}
