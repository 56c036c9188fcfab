import type { Reader } from '../islands/reader.ts'

/**
 * One button for all rows: it stands, behind the row's own link, in the row that was pointed at, tapped or focused
 * last, so that ten thousand rows cost one element. The keyboard reaches it with Tab from the row's link.
 */
export function followRows(page: Document, { shortcuts, words }: Pick<Reader, 'shortcuts' | 'words'>): void {
  const rows = page.querySelector<HTMLElement>('.rows')
  if (rows === null) return
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'row-tool'
  button.setAttribute('aria-haspopup', 'dialog')
  button.append(dots(page))
  button.addEventListener('click', () => {
    // In use from here on: while the menu is on its way the pointer goes over other rows.
    button.setAttribute('aria-expanded', 'true')
    shortcuts.run('row')
  })
  const follow = ({ target, type }: Event): void => {
    const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null
    if (row === null || row.contains(button)) return
    // A button that is in use stays where it is, until another row is pressed.
    if (type !== 'click' && button.getAttribute('aria-expanded') === 'true') return
    button.setAttribute('aria-expanded', 'false')
    button.setAttribute('aria-label', words.t('row.actions', { id: row.id }))
    row.querySelector('.row-id')?.after(button)
  }
  for (const name of ['pointerover', 'focusin', 'click'] as const) rows.addEventListener(name, follow)
}

const svg = 'http://www.w3.org/2000/svg'

function dots(page: Document): SVGElement {
  const picture = page.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '0 0 20 20')
  picture.setAttribute('aria-hidden', 'true')
  for (const x of [4, 10, 16]) {
    const dot = page.createElementNS(svg, 'circle')
    for (const [name, value] of Object.entries({ cx: x, cy: 10, r: 1.75, fill: 'currentColor' }))
      dot.setAttribute(name, String(value))
    picture.append(dot)
  }
  return picture
}
