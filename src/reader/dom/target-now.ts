import type { Target } from '../../corpus/address.ts'
import { parseRowId, parseSentenceId, rowNumber, type RowId } from '../../corpus/ids.ts'

/**
 * What the reader means by "this": the rows that a selection crosses, the sentence or row with the focus, the row with
 * the row button, what the address names, or else the first row in view. `null` on a page without rows.
 */
export function targetNow(page: Document, named: Target | null): Target | null {
  const selected = selectedRows(page)
  if (selected !== null) return selected
  const focused = page.activeElement
  const sentence = parseSentenceId(focused?.closest<HTMLElement>('[data-bead]')?.dataset.bead ?? '')
  if (sentence !== null) return { kind: 'sentence', id: sentence }
  const row = focused?.closest('.row') ?? page.querySelector('.row-tool')?.closest('.row') ?? null
  const id = parseRowId(row?.id ?? '')
  if (id !== null) return named?.kind === 'rows' && isWithin(id, named) ? named : { kind: 'row', id }
  return named ?? firstInView(page)
}

/** The rows that a selection begins and ends in, when they are two. */
function selectedRows(page: Document): Target | null {
  const selection = page.getSelection()
  if (selection === null || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const [from, to] = [range.startContainer, range.endContainer].map((node) => {
    const element = node instanceof Element ? node : node.parentElement
    return parseRowId(element?.closest('.row')?.id ?? '')
  })
  if (!from || !to) return null
  return from === to ? { kind: 'row', id: from } : { kind: 'rows', from, to }
}

function isWithin(id: RowId, { from, to }: { from: RowId; to: RowId }): boolean {
  const [low, high] = [rowNumber(from), rowNumber(to)].sort((a, b) => a - b)
  return low !== undefined && high !== undefined && low <= rowNumber(id) && rowNumber(id) <= high
}

function firstInView(page: Document): Target | null {
  for (const row of page.querySelectorAll('.row')) {
    const id = parseRowId(row.id)
    if (id !== null && row.getBoundingClientRect().bottom > 0) return { kind: 'row', id }
  }
  return null
}
