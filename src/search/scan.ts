import type { Corpus } from '../corpus/notice.ts'
import { langs } from '../corpus/lang.ts'
import { conceptsOf, inOrder, collectionRows, shelfNotices, type AllReadings, type Shelf } from './shelf.ts'
import { unitsOf } from './units.ts'
import { vocabularyOf } from './vocabulary.ts'

/**
 * Rows in memory as a shelf: every row is a candidate and the text is read. The right way below a thousand rows or so,
 * where it is quicker than any index and nothing has to be built.
 */
export function openScan(corpora: readonly Corpus[], readings: AllReadings | null = null): Shelf {
  const ordered = inOrder(corpora)
  const notices = shelfNotices(ordered)
  const rows = collectionRows(ordered, notices)
  const units = rows.flatMap(({ texts }) => langs.map((lang) => unitsOf(texts[lang]).keys))
  const all = Uint32Array.from(rows, ({ number }) => number)
  return {
    ...vocabularyOf(units.flat()),
    notices: () => Promise.resolve(notices),
    rowCount: rows.length,
    meanLength: units.reduce((sum, { length }) => sum + length, 0) / Math.max(1, rows.length),
    concepts: conceptsOf(ordered),
    candidates: () => Promise.resolve({ rows: all, strong: null, certain: false }),
    read: (numbers) => Promise.resolve(numbers.flatMap((number) => rows[number] ?? [])),
    readings: (system) => Promise.resolve(readings?.[system] ?? null),
  }
}
