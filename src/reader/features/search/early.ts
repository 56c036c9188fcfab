/**
 * Letters that are typed after the key for search and before there is a box to type into: on a slow line they would
 * be lost, or taken for other keys of the page.
 */
export const early = {
  listen: (): void => {
    text = ''
    document.addEventListener('keydown', hear, true)
  },
  /** What was typed so far; more may come. */
  typed: (): string => text,
  /** All that was typed. From here on the keys are the page's again. */
  take: (): string => {
    document.removeEventListener('keydown', hear, true)
    const taken = text
    text = ''
    return taken
  },
}

let text = ''

function hear(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Backspace') text = Array.from(text).slice(0, -1).join('')
  else if (Array.from(event.key).length === 1) text += event.key
  else return
  event.preventDefault()
  event.stopPropagation()
}
