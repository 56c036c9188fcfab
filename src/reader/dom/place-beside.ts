/** Kept free between a box and both the run that it is about and the window's edges, in CSS pixels. */
const space = 8

/**
 * Puts a fixed box under an element, or above it where there is no room below, inside the window.
 * Sets properties through CSSOM, which a policy without inline styles allows.
 */
export function placeBeside(box: HTMLElement, element: Element): void {
  // Without the scroll bars, unlike the window's own figures.
  const { clientWidth, clientHeight } = document.documentElement
  const anchor = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const below = anchor.bottom + space
  const top = below + height <= clientHeight ? below : Math.max(space, anchor.top - space - height)
  box.style.insetBlockStart = `${top}px`
  box.style.insetInlineStart = `${Math.max(space, Math.min(anchor.left, clientWidth - width - space))}px`
}
