import { layouts } from '../../corpus/address.ts'
import type { Reader } from '../islands/reader.ts'

/** The keys that go from row to row and from layout to layout. */
export function stepThroughRows(page: Document, { address, shortcuts }: Pick<Reader, 'address' | 'shortcuts'>): void {
  const step = (by: 1 | -1): void => {
    const links = [...page.querySelectorAll<HTMLElement>('.row > .row-id')]
    const next = links[nextIndex(page, links, by)]
    next?.focus({ preventScroll: true })
    next?.closest('.row')?.scrollIntoView({ block: 'nearest' })
  }
  shortcuts.on('next', () => step(1))
  shortcuts.on('previous', () => step(-1))
  shortcuts.on('layout', () => {
    const next = layouts[(layouts.indexOf(address.get().layout) + 1) % layouts.length]
    if (next !== undefined) address.change({ layout: next }, 'replace')
  })
}

/** From the row with the focus; without one, from the first that reaches below the window's upper edge. */
function nextIndex(page: Document, links: readonly HTMLElement[], by: 1 | -1): number {
  const rowOf = (link: HTMLElement): Element | null => link.closest('.row')
  const focused = page.activeElement?.closest('.row') ?? page.querySelector('.row[data-target]')
  const at = links.findIndex((link) => rowOf(link) === focused)
  if (at >= 0) return Math.max(0, Math.min(links.length - 1, at + by))
  const seen = links.findIndex((link) => (rowOf(link)?.getBoundingClientRect().bottom ?? 0) > 0)
  return by === 1 ? seen : Math.max(0, seen - 1)
}
