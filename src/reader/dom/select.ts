/**
 * Selecting across rows takes one language only: while a selection lasts, the side that it did not begin in
 * cannot be selected (CSS does that by `data-selecting`), and so is not copied either.
 */
export function selectOneLanguage(page: Document): void {
  const { documentElement: root } = page
  const begin = (node: EventTarget | Node | null): void => {
    const element = node instanceof Element ? node : node instanceof Node ? node.parentElement : null
    const side = element?.closest<HTMLElement>('.rows [data-side]')?.dataset.side
    if (side === undefined) delete root.dataset.selecting
    else root.dataset.selecting = side
  }
  page.addEventListener('selectstart', (event) => begin(event.target))
  page.addEventListener('selectionchange', () => {
    const selection = page.getSelection()
    if (selection === null || selection.isCollapsed) delete root.dataset.selecting
    // A selection made by keyboard or by a program begins without the event above.
    else if (root.dataset.selecting === undefined) begin(selection.anchorNode)
  })
}
