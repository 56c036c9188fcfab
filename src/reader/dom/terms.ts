import { parseTermId } from '../../corpus/ids.ts'
import type { AddressStore } from '../state/address.ts'

/**
 * The term of the address is lit wherever it occurs, inside longer terms too. A term's link changes the address without loading the page,
 * and pressed again takes the term out.
 */
export function followTerm(page: Document, address: AddressStore): void {
  page.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-term]') : null
    const term = parseTermId(link?.dataset.term ?? '')
    if (term === null) return
    event.preventDefault()
    address.change({ term: address.get().term === term ? null : term }, 'push')
  })
  let lit: string | null = null
  const paint = (): void => {
    const { term } = address.get()
    if (term === lit) return
    for (const link of page.querySelectorAll('a[data-term][aria-current]')) link.removeAttribute('aria-current')
    for (const words of page.querySelectorAll('[data-inner][data-current]')) words.removeAttribute('data-current')
    if (term !== null) {
      for (const link of page.querySelectorAll(`a[data-term="${term}"]`)) link.setAttribute('aria-current', 'true')
      for (const words of page.querySelectorAll(`[data-inner="${term}"]`)) words.setAttribute('data-current', '')
    }
    lit = term
  }
  paint()
  address.subscribe(paint)
}
