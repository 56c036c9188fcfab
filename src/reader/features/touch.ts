/** Tells when such an element is first pointed at or focused, and whenever one is pressed: that may try again. */
export function onTouch(page: Document, selector: string, tell: () => void): void {
  const once = new AbortController()
  const touch = ({ target, type }: Event): void => {
    if (!(target instanceof Element) || target.closest(selector) === null) return
    if (type !== 'click') once.abort()
    tell()
  }
  page.addEventListener('click', touch)
  page.addEventListener('pointerover', touch, { signal: once.signal })
  page.addEventListener('focusin', touch, { signal: once.signal })
}
