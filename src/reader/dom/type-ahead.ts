/** However long search is on its way, keys are the page's again when nothing was typed for so many milliseconds. */
const patience = 5000

let text = ''
let last = 0
let listens = false

/**
 * Letters that are typed after the key for search and before there is a box to type into: on a slow line they would
 * be lost, or taken for other keys of the page.
 */
export const typeAhead = {
  /** From here on letters are kept. Asked again, it goes on. */
  listen: (): void => {
    last = Date.now()
    if (listens) return
    listens = true
    document.addEventListener('keydown', hear, true)
  },
  /** What was typed so far; more may come. */
  typed: (): string => text,
  /** All that was typed. From here on the keys are the page's again. */
  take: (): string => {
    document.removeEventListener('keydown', hear, true)
    listens = false
    const taken = text
    text = ''
    return taken
  },
}

function hear(event: KeyboardEvent): void {
  if (Date.now() - last > patience) {
    typeAhead.take()
    return
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Backspace') text = Array.from(text).slice(0, -1).join('')
  else if (Array.from(event.key).length === 1) text += event.key
  else return
  last = Date.now()
  event.preventDefault()
  event.stopPropagation()
}
