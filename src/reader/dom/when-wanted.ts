/** However busy the browser is, the page wakes up after this time, in milliseconds. */
const longestWait = 3000

const wishes = ['pointerdown', 'pointerover', 'focusin', 'keydown', 'touchstart'] as const

/**
 * Does something once: when an island is touched, pointed at or given the focus, or else when the browser has
 * loaded the page and is idle. What could not be done is tried again by the next touch. Returns what does it now.
 */
export function whenWanted(page: Document, wake: () => Promise<void>): () => void {
  const wish = (event: Event): void => {
    if (event.target instanceof Element && event.target.closest('[data-island]') !== null) begin()
  }
  const begin = (): void => {
    for (const name of wishes) page.removeEventListener(name, wish, true)
    window.removeEventListener('load', idle)
    if (begun) return
    begun = true
    wake().catch(() => {
      begun = false
      listen()
    })
  }
  const listen = (): void => {
    for (const name of wishes) page.addEventListener(name, wish, { capture: true, passive: true })
  }
  const idle = (): void => {
    // Not in every browser.
    if ('requestIdleCallback' in window) window.requestIdleCallback(begin, { timeout: longestWait })
    else setTimeout(begin, longestWait / 10)
  }
  let begun = false
  listen()
  if (page.readyState === 'complete') idle()
  else window.addEventListener('load', idle)
  return begin
}
