import { parsePageData } from './state/page-data.ts'
import { addressStore, type AddressStore } from './state/address.ts'
import { actionOf, actions, createShortcuts, isTyping, type Action } from './state/shortcuts.ts'
import { keepState } from './dom/keep-state.ts'
import { lightCounterparts } from './dom/light.ts'
import { selectOneLanguage } from './dom/select.ts'
import { stepThroughRows } from './dom/step.ts'
import { extendTarget, followTarget } from './dom/target.ts'
import { followTerm } from './dom/terms.ts'
import { followLook } from './dom/look.ts'
import { typeAhead } from './dom/type-ahead.ts'
import { whenWanted } from './dom/when-wanted.ts'

/**
 * The page's script. The text stands there already; what a finger or a key can want at once works from here without
 * React, which is fetched when the browser is idle or the reader touches a control.
 */
const page = parsePageData(document)

if ('locale' in page) {
  const shortcuts = createShortcuts(() => window.localStorage)
  const address: AddressStore | null = page.kind === 'notice' ? addressStore(window) : null
  if (address !== null) {
    followAddress(address)
    stepThroughRows(document, { address, shortcuts })
  }
  keepState(document, address)
  const wakeNow = whenWanted(document, async () => {
    try {
      await (await import('./wake.tsx')).wake(page, address, shortcuts)
    } catch (fault) {
      typeAhead.take()
      throw fault
    }
  })
  const ask = (action: Action): void => {
    if (action === 'search' || (action === 'annotate' && address !== null)) typeAhead.listen()
    wakeNow()
    shortcuts.run(action)
  }
  document.addEventListener('keydown', (event) => {
    const action = shortcuts.areOn() ? actionOf(event, shortcuts.keys()) : null
    if (action !== null) {
      event.preventDefault()
      ask(action)
    } else if (event.key === 'Escape' || isTyping(event)) {
      // Whoever leaves, or writes elsewhere by now, is not to be surprised by what was asked for before.
      shortcuts.forget()
      typeAhead.take()
    }
  })
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null
    const action = actions.find((one) => one === button?.dataset.action)
    if (action !== undefined) ask(action)
  })
}

nameAddress(document)

function followAddress(address: AddressStore): void {
  const rows = document.querySelector<HTMLElement>('.rows')
  if (rows !== null) lightCounterparts(rows)
  selectOneLanguage(document)
  followLook(document, address)
  followTarget(document, address)
  extendTarget(document, address)
  followTerm(document, address)
}

/** On paper a page says where it stands; a site that was built without its own address has the browser's. */
function nameAddress({ documentElement: root, location }: Document): void {
  root.dataset.address ??= location.origin + location.pathname
  const printed = document.querySelector('.print-address')
  if (printed !== null) printed.textContent = root.dataset.address
}
