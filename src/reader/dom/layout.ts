import { layouts } from '../../corpus/address.ts'
import type { AddressStore } from '../state/address.ts'

/** The layout of the address is on the page, and one that is chosen before React is awake is not lost. */
export function followLayout(page: Document, address: AddressStore): void {
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'layout') return
    const layout = layouts.find((one) => one === target.value)
    if (layout !== undefined && layout !== address.get().layout) address.change({ layout }, 'replace')
  })
  const paint = (): void => {
    page.documentElement.dataset.layout = address.get().layout
  }
  paint()
  address.subscribe(paint)
}
