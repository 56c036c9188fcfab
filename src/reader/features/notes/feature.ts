import type { Feature } from '../feature.ts'

/**
 * What wakes up with the page for notes: no more than the question whether they are wanted. They are when this browser
 * has some, when the notice comes with an editor's, when the address names or carries some, when words are selected, or when a row's number is pointed at.
 */
export const notes: Feature = {
  actions: ['annotate', 'caret'],
  wanted: ({ page }) => {
    if (page.kind !== 'notice') return false
    if (page.annotations !== undefined) return true
    if (/[?&]note=/.test(location.search) || location.hash.startsWith('#note=')) return true
    try {
      return localStorage.getItem('duidu.notes')?.includes('"has":true') === true
    } catch {
      return false
    }
  },
  watch: (page, tell) => {
    const once = new AbortController()
    const look = (sign: EventTarget | null): void => {
      if (!(sign instanceof Element) || sign.closest('.rows') === null) return
      once.abort()
      tell()
    }
    const number = ({ target }: Event): void => {
      if (target instanceof Element && target.matches('.row-id')) look(target)
    }
    const { signal } = once
    page.addEventListener(
      'selectionchange',
      () => {
        const selection = page.getSelection()
        if (selection?.isCollapsed === false) look(selection.anchorNode?.parentElement ?? null)
      },
      { signal },
    )
    page.addEventListener('pointerover', number, { signal })
    page.addEventListener('focusin', number, { signal })
  },
  load: () => import('./start.tsx'),
}
