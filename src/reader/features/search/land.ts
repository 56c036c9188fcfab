import type { RowId } from '../../../corpus/ids.ts'

/**
 * Goes to a row as a link to it would, so that the browser marks it, Back returns, and the keys go on from there:
 * the focus is put on the row's own link.
 */
export function landOn(page: Document, id: RowId): void {
  const row = page.getElementById(id)
  if (location.hash === `#${id}`) row?.scrollIntoView()
  else location.hash = id
  // After a dialog has closed, which gives the focus back to where it was.
  requestAnimationFrame(() => row?.querySelector<HTMLElement>('.row-id')?.focus({ preventScroll: true }))
}
