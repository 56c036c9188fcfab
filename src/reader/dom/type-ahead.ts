import { isTyping, patience } from '../state/shortcuts.ts'

let text = ''
let last = 0
let listens = false

/**
 * What is typed behind the key or the button for search, or for a note, before there is a box to type into: on a slow
 * line letters would be lost, or taken for other keys of the page, and Enter would press what has the focus.
 *
 * The keys are the page's again when nothing was typed for as long as an action waits, or when someone writes elsewhere.
 */
export const typeAhead = {
  /** From here on letters are kept. Asked again, it goes on. */
  listen: (): void => {
    last = Date.now()
    if (listens) return
    listens = true
    document.addEventListener('keydown', hear, true)
  },
  /** What was typed so far, with a newline for Enter; more may come. */
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
  if (Date.now() - last > patience || isTyping(event)) {
    typeAhead.take()
    return
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return
  if (event.key === 'Backspace') text = Array.from(text).slice(0, -1).join('')
  else if (event.key === 'Enter') text += '\n'
  else if (Array.from(event.key).length === 1) text += event.key
  else return
  last = Date.now()
  event.preventDefault()
  event.stopPropagation()
}
