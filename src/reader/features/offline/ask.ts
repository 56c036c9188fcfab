export type UpdateWords = { readonly explained: string; readonly now: string; readonly later: string }

/** Asks whether to take the new version of the site now; stays until it is answered, in no one's way. */
export function askToUpdate(page: Document, words: UpdateWords): Promise<boolean> {
  return new Promise((answer) => {
    const box = page.createElement('div')
    box.className = 'toast update'
    const line = page.createElement('p')
    line.setAttribute('role', 'status')
    const button = (text: string, update: boolean): HTMLButtonElement => {
      const made = page.createElement('button')
      made.type = 'button'
      made.textContent = text
      made.addEventListener('click', () => {
        box.remove()
        answer(update)
      })
      return made
    }
    const frame = page.createElement('div')
    frame.append(line, button(words.now, true), button(words.later, false))
    box.append(frame)
    page.body.append(box)
    // Filled after it is there, so that screen readers say it.
    line.textContent = words.explained
  })
}
