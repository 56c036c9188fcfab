import type { AddressState, Target } from '../../corpus/address.ts'
import { parseRowId, rowNumber, rowOf, type RowId } from '../../corpus/ids.ts'
import type { Store } from '../state/store.ts'
import type { AddressStore } from '../state/address.ts'

/** The element that a target leads to; of a range, its first row. `null` when the page has none of that name. */
export function targetElement(page: Document, target: Target): HTMLElement | null {
  return page.getElementById(target.kind === 'rows' ? target.from : target.id)
}

/** The living row whose number is nearest to that of a target which the page lacks; `null` in a page without rows. */
export function nearestRow(page: Document, target: Target): RowId | null {
  const wanted = target.kind === 'rows' ? target.from : target.kind === 'row' ? target.id : rowOf(target.id)
  const rows = [...page.querySelectorAll('.row')].flatMap((row) => parseRowId(row.id) ?? [])
  const distance = (id: RowId): number => Math.abs(rowNumber(id) - rowNumber(wanted))
  return rows.reduce<RowId | null>((best, id) => (best === null || distance(id) < distance(best) ? id : best), null)
}

/** Shift and a press on a row's link, after another row was named, names all rows from that one to this. */
export function extendTarget(page: Document, address: AddressStore): void {
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('.row-id') : null
    const to = parseRowId(link?.closest('.row')?.id ?? '')
    const { target } = address.get()
    if (!event.shiftKey || to === null || target === null) return
    event.preventDefault()
    const from = target.kind === 'rows' ? target.from : target.kind === 'row' ? target.id : rowOf(target.id)
    address.change({ target: from === to ? { kind: 'row', id: to } : { kind: 'rows', from, to }, print: null }, 'push')
  })
}

/**
 * Does what a fragment alone cannot: marks all rows of a range and both sides of a sentence,
 * and goes to the side that is shown when the element with the id is not.
 */
export function followTarget(page: Document, address: Store<AddressState>): void {
  let marked: readonly Element[] = []
  let last: string | null = null
  const follow = (): void => {
    const { target } = address.get()
    const named = target === null ? [] : namedElements(page, target)
    for (const element of marked) element.removeAttribute('data-target')
    for (const element of named) element.setAttribute('data-target', '')
    marked = named
    const name = target === null ? null : JSON.stringify(target)
    const isNew = name !== last
    last = name
    // A row that is shown is scrolled to by the browser itself.
    if (!isNew || target === null || target.kind === 'row') return
    const own = targetElement(page, target)
    if (target.kind === 'sentence' && own !== null && isShown(own)) return
    named.find(isShown)?.scrollIntoView()
  }
  follow()
  address.subscribe(follow)
}

function namedElements(page: Document, target: Target): Element[] {
  if (target.kind === 'row') return []
  if (target.kind === 'sentence') return [...page.querySelectorAll(`[data-bead="${target.id}"]`)]
  const rows = [...page.querySelectorAll('.row')]
  const from = rows.findIndex((row) => row.id === target.from)
  const to = rows.findIndex((row) => row.id === target.to)
  return from < 0 ? [] : rows.slice(from, to < from ? from + 1 : to + 1)
}

function isShown(element: Element): boolean {
  return element.getClientRects().length > 0
}
