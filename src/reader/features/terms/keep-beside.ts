import { placeBeside } from '../../dom/place-beside.ts'

/**
 * Keeps a box beside an element while that is in the window, also when the box grows or the page is scrolled; while it
 * is not, the box stands where its styles put it (`data-docked`). Returns what ends that.
 */
export function keepBeside(box: HTMLElement, anchor: HTMLElement | null): () => void {
  const place = (): void => {
    const beside = anchor !== null && anchor.isConnected && isInWindow(anchor)
    box.dataset.docked = beside ? 'no' : 'yes'
    if (beside) placeBeside(box, anchor)
    else box.removeAttribute('style')
  }
  place()
  window.addEventListener('scroll', place, { passive: true })
  window.addEventListener('resize', place)
  const grown = new ResizeObserver(place)
  grown.observe(box)
  return () => {
    grown.disconnect()
    window.removeEventListener('scroll', place)
    window.removeEventListener('resize', place)
  }
}

export function isInWindow(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight && element.getClientRects().length > 0
}
