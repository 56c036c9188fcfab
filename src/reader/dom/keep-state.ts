import type { AddressStore } from '../state/address.ts'

/** Links to the same page in another language lead to the same place in it, looking the same. */
export function keepState(page: Document, address: AddressStore | null): void {
  const links = page.querySelectorAll<HTMLAnchorElement>('a[data-keeps-state]')
  const keep = (): void => {
    const { search, hash } = page.location
    for (const link of links) {
      link.search = search
      link.hash = hash
    }
  }
  keep()
  address?.subscribe(keep)
}
