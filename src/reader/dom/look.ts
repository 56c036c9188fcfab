import { layouts, shownTexts, type AddressState } from '../../corpus/address.ts'
import type { AddressStore } from '../state/address.ts'

/** What of the address the stylesheet must know, as `data-…` on the root. Also before the first paint (`boot.ts`). */
export function paintLook(root: HTMLElement, { layout, first, text, doubts }: AddressState): void {
  root.dataset.layout = layout
  root.dataset.first = first
  root.dataset.text = text
  if (doubts) root.dataset.doubts = ''
  else delete root.dataset.doubts
}

/** The looks of the address are on the page, and what is chosen before React is awake is not lost. */
export function followLook(page: Document, address: AddressStore): void {
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.id === 'show-doubts') address.change({ doubts: target.checked }, 'replace')
    if (target.id === 'chinese-first') address.change({ first: target.checked ? 'zh-Hant' : 'en' }, 'replace')
    const layout = target.name === 'layout' ? layouts.find((one) => one === target.value) : undefined
    if (layout !== undefined && layout !== address.get().layout) address.change({ layout }, 'replace')
    const text = target.name === 'text' ? shownTexts.find((one) => one === target.value) : undefined
    if (text !== undefined && text !== address.get().text) address.change({ text }, 'replace')
  })
  const paint = (): void => paintLook(page.documentElement, address.get())
  paint()
  address.subscribe(paint)
}
