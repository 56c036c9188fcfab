import type { AddressState } from '../../corpus/address.ts'
import type { Reader } from '../islands/reader.ts'
import type { Store } from '../state/store.ts'

/**
 * The layout that shows one language: a press on a paragraph, its button or its key shows the counterpart in place.
 * Every row has a button of its own then, since a screen reader must find it where it reads; in other layouts none has.
 */
export function followTap(page: Document, { address, shortcuts, words }: Tapped): void {
  const rows = page.querySelector<HTMLElement>('.rows')
  if (rows === null) return
  const isOn = (): boolean => address.get().layout === 'tap'
  const toggle = (row: Element | null): void => {
    const button = row?.querySelector('.reveal') ?? null
    if (row === null || button === null) return
    const open = row.toggleAttribute('data-open')
    button.setAttribute('aria-expanded', String(open))
  }
  const follow = (): void => {
    const buttons = rows.querySelectorAll('.reveal')
    if (!isOn()) {
      for (const button of buttons) button.remove()
      for (const row of rows.querySelectorAll('[data-open]')) row.removeAttribute('data-open')
    } else if (buttons.length === 0) {
      for (const row of rows.querySelectorAll<HTMLElement>('.row'))
        row.append(revealButton(page, words.t('row.reveal', { id: row.id })))
    }
  }
  rows.addEventListener('click', ({ target }) => {
    if (!isOn() || !(target instanceof Element)) return
    const button = target.closest('.reveal')
    // A link, a repair or the end of a selection is no tap.
    if (button === null && target.closest('a, button, [role="button"]') !== null) return
    if (button === null && (target.closest('.side') === null || page.getSelection()?.isCollapsed === false)) return
    toggle(target.closest('.row'))
  })
  shortcuts.on('reveal', () => {
    const here = page.activeElement?.closest('.row') ?? page.querySelector('.row-tool')?.closest('.row') ?? null
    if (isOn()) toggle(here)
  })
  follow()
  address.subscribe(follow)
}

type Tapped = Pick<Reader, 'shortcuts' | 'words'> & { readonly address: Store<AddressState> }

function revealButton(page: Document, label: string): HTMLElement {
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'reveal'
  button.setAttribute('aria-label', label)
  button.setAttribute('aria-expanded', 'false')
  return button
}
