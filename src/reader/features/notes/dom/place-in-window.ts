/** Kept free between a box, what it is about, and the window's edges, in CSS pixels. */
const space = 8

/** Under this width boxes stand at the window's lower edge, where the stylesheet puts them. */
const narrow = 600

/**
 * Puts a fixed box under a rectangle of the window, or above it where there is no room below.
 * Sets properties through CSSOM, which a policy without inline styles allows.
 */
export function placeInWindow(box: HTMLElement, about: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement
  if (clientWidth < narrow) {
    box.style.removeProperty('inset-block-start')
    box.style.removeProperty('inset-inline-start')
    return
  }
  const { width, height } = box.getBoundingClientRect()
  const below = about.bottom + space
  const above = about.top - space - height
  const top = below + height <= clientHeight - space ? below : above >= space ? above : clientHeight - height - space
  box.style.insetBlockStart = `${Math.max(space, top)}px`
  box.style.insetInlineStart = `${Math.max(space, Math.min(about.left, clientWidth - width - space))}px`
}
