import { byLang } from '../../../corpus/lang.ts'
import { parseRowId, type RowId } from '../../../corpus/ids.ts'
import type { MapRow } from './picture.ts'

export type PageRow = MapRow & { readonly id: RowId; readonly element: HTMLElement }

/** Measured without a pause that anyone notices: this many rows, then whatever else the page has to do. */
const atOnce = 400

/** What the map needs of each row, read from the page, so that no file is fetched for it. */
export async function readRows(page: Document): Promise<readonly PageRow[]> {
  const rows: PageRow[] = []
  for (const [index, element] of [...page.querySelectorAll<HTMLElement>('.rows .row')].entries()) {
    if (index % atOnce === atOnce - 1) await new Promise((next) => setTimeout(next))
    const id = parseRowId(element.id)
    if (id !== null) rows.push({ id, element, ...measure(element) })
  }
  return rows
}

function measure(row: HTMLElement): MapRow {
  const sides = byLang((lang) => row.querySelector(`:scope > .side[data-side="${lang}"]:not(.empty)`))
  const sentences = byLang((lang) => sides[lang]?.querySelectorAll('.s').length ?? 0)
  return {
    length: byLang((lang) => sides[lang]?.textContent.length ?? 0),
    uneven: sentences.en !== sentences['zh-Hant'] || row.querySelector('span.gap') !== null,
  }
}
