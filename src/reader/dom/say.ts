/** How long words stay that nobody asked for, in milliseconds. */
const shownFor = 5000

/**
 * Says something in passing: shown over the page for a while and read out by screen readers without taking the focus.
 * One voice for the whole page; the next words take the place of the last.
 */
export function createVoice(page: Document): (words: string) => void {
  const box = page.createElement('div')
  box.className = 'toast said'
  box.setAttribute('role', 'status')
  page.body.append(box)
  let timer: ReturnType<typeof setTimeout> | undefined
  return (words) => {
    clearTimeout(timer)
    const line = page.createElement('p')
    line.textContent = words
    box.replaceChildren(line)
    timer = setTimeout(() => box.replaceChildren(), shownFor)
  }
}
