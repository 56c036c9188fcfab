import type { ReportEntry } from './report.ts'

/**
 * Annotations as tab-separated values for a spreadsheet, a row each. Tabs and line breaks in a value become spaces. A
 * value that a spreadsheet would take for a formula (it begins with = + - @) gets an apostrophe before it, which
 * spreadsheets show as text: an imported note must not be able to compute anything.
 */
const columns = [
  'notice',
  'rows',
  'status',
  'en',
  'zh-Hant',
  'note',
  'tags',
  'colour',
  'creator',
  'created',
  'modified',
  'citation',
  'link',
  'id',
] as const

export function formatNotesTsv(entries: readonly ReportEntry[]): string {
  const rows = entries.map(({ annotation, anchored, quotes, citation, link }) => [
    annotation.target.notice,
    (anchored.kind === 'orphan' ? annotation.target.rows : anchored.rows).join(' '),
    anchored.kind,
    quotes.en,
    quotes['zh-Hant'],
    annotation.note,
    annotation.tags.join(' | '),
    annotation.colour,
    annotation.creator ?? '',
    annotation.created,
    annotation.modified,
    citation,
    link,
    annotation.id,
  ])
  return [columns, ...rows].map((row) => `${row.map(cell).join('\t')}\n`).join('')
}

function cell(value: string): string {
  const line = value.replaceAll(/\s+/gu, ' ').trim()
  return /^[=+\-@]/u.test(line) ? `'${line}` : line
}
