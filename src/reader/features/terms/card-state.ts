import { parseTermId, type TermId } from '../../../corpus/ids.ts'
import type { Reader } from '../../islands/reader.ts'
import { isInWindow } from './keep-beside.ts'
import { store, type Store } from '../../state/store.ts'

/**
 * Which card is open, and why (WCAG 2.2, 1.4.13).
 *
 * - `preview`: a term is pointed at or has the focus. It opens after a moment, stays while the pointer is on the term or
 *   on the card, and closes on Escape.
 * - `held`: the address names the term: it was pressed, touched, or came with the link. It stays until it is closed;
 *   closed by a press beside it, the term stays lit.
 */
export type CardState = {
  readonly term: TermId
  readonly how: 'preview' | 'held'
  /** The term's words in the text, which the card stands beside; `null` when there are none in view. */
  readonly anchor: HTMLElement | null
  /** It was opened by a key: the focus goes into it. */
  readonly byKey: boolean
} | null

/** Long enough that a pointer on its way elsewhere opens nothing, in milliseconds. */
const openAfter = 350
/** Long enough to move from the term to its card. */
const closeAfter = 300

export type Card = Store<CardState> & {
  readonly close: (how: 'escape' | 'beside') => void
  /** The pointer is on the card, or has left it. */
  readonly keep: (on: boolean) => void
}

/** Watches a page's terms and its address. Returns the card's state, and what ends the watching. */
export function watchTerms(
  page: Document,
  { address, panel }: Reader,
): { readonly card: Card; readonly end: () => void } {
  const { get, set, subscribe } = store<CardState>(null)
  const listening = new AbortController()
  const { signal } = listening
  let timer: ReturnType<typeof setTimeout> | undefined
  // A key may have been pressed before this code was there.
  const focused = termLink(page.activeElement)
  let pressed: { readonly link: HTMLElement; readonly byKey: boolean } | null =
    focused?.matches(':focus-visible') === true ? { link: focused, byKey: true } : null
  const later = (wait: number, act: () => void): void => {
    clearTimeout(timer)
    timer = setTimeout(act, wait)
  }
  const preview = (link: HTMLElement): void => {
    const term = parseTermId(link.dataset.term ?? '')
    if (term === null || get()?.how === 'held') return
    later(openAfter, () => set({ term, how: 'preview', anchor: link, byKey: false }))
  }
  const unpreview = (): void => {
    clearTimeout(timer)
    if (get()?.how === 'preview') later(closeAfter, () => set(null))
  }
  const hold = (term: TermId): void => {
    clearTimeout(timer)
    if (panel.get() === 'terms') return
    const link = pressed?.link.dataset.term === term ? pressed.link : null
    set({ term, how: 'held', anchor: link ?? wordsInView(page, term), byKey: link !== null && pressed?.byKey === true })
  }
  const follow = (): void => {
    const { term } = address.get()
    const open = get()
    if (term === null) {
      if (open?.how === 'held') set(null)
    } else if (open?.how !== 'held' || open.term !== term) hold(term)
  }
  let lastTerm: TermId | null = null

  page.addEventListener(
    'pointerover',
    ({ target, pointerType }) => {
      const link = pointerType === 'mouse' ? termLink(target) : null
      if (link !== null && link !== get()?.anchor) preview(link)
      else if (link !== null && get()?.how === 'preview') clearTimeout(timer)
    },
    { signal },
  )
  page.addEventListener(
    'pointerout',
    ({ target, relatedTarget, pointerType }) => {
      if (pointerType === 'mouse' && termLink(target) !== null && termLink(relatedTarget) !== termLink(target))
        unpreview()
    },
    { signal },
  )
  page.addEventListener(
    'focusin',
    ({ target }) => {
      const link = termLink(target)
      if (link?.matches(':focus-visible') === true) preview(link)
    },
    { signal },
  )
  page.addEventListener(
    'focusout',
    ({ target }) => {
      if (termLink(target) !== null) unpreview()
    },
    { signal },
  )
  // Before the page's own listener, which changes the address.
  page.addEventListener(
    'click',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const link = termLink(event.target)
      if (link === null) return
      pressed = { link, byKey: event.detail === 0 }
      const { term } = address.get()
      // Lit, and its card was put away: the press brings it back.
      if (term === null || link.dataset.term !== term || get()?.how === 'held' || panel.get() === 'terms') return
      event.preventDefault()
      event.stopImmediatePropagation()
      hold(term)
    },
    { signal, capture: true },
  )
  const offAddress = address.subscribe(() => {
    const { term } = address.get()
    if (term === lastTerm) return
    lastTerm = term
    follow()
  })
  const offPanel = panel.subscribe(() => {
    if (panel.get() === 'terms') set(null)
  })
  lastTerm = address.get().term
  follow()
  const now = page.querySelector<HTMLElement>('.rows a.term:hover') ?? focused
  if (now !== null) preview(now)

  return {
    card: {
      get,
      subscribe,
      close: (how) => {
        const open = get()
        clearTimeout(timer)
        set(null)
        if (how === 'escape' && open?.how === 'held') {
          open.anchor?.focus({ preventScroll: true })
          clearTimeout(timer)
          address.change({ term: null }, 'replace')
        }
      },
      keep: (on) => {
        if (get()?.how !== 'preview') return
        if (on) clearTimeout(timer)
        else later(closeAfter, () => set(null))
      },
    },
    end: () => {
      clearTimeout(timer)
      listening.abort()
      offAddress()
      offPanel()
    },
  }
}

function termLink(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.rows a.term') : null
}

/** The term's words nearest to what is being read: in the row of the address, or else in the window. */
function wordsInView(page: Document, term: TermId): HTMLElement | null {
  const named = `a[data-term="${term}"], [data-inner="${term}"]`
  const target = page.querySelector('.row[data-target], .row:target, .row:has(:target)')
  const inRow = target?.querySelector<HTMLElement>(named)
  if (inRow) return inRow
  const all = [...page.querySelectorAll<HTMLElement>(`.rows :is(${named})`)]
  return all.find((words) => isInWindow(words)) ?? null
}
