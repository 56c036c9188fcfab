import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** One button that stands in the row which is pointed at or has the focus, behind the row's link and its menu. */
export function RowButton({ onPress }: { onPress: (row: HTMLElement) => void }) {
  const { t } = useTranslation('notes')
  useEffect(() => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'row-annotate'
    button.append(plus(document))
    const follow = (target: EventTarget | null): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null
      const link = row?.querySelector('.row-id')
      if (!row || !link || button.parentElement === row) return
      // A button that has the focus stays where it is.
      if (document.activeElement === button && target !== link) return
      button.setAttribute('aria-label', t('noteBar.row', { row: row.id }))
      const menu = row.querySelector('.row-tool') ?? link
      menu.after(button)
    }
    const press = (): void => {
      const row = button.closest<HTMLElement>('.row')
      if (row !== null) onPress(row)
    }
    const hear = ({ target }: Event): void => follow(target)
    button.addEventListener('click', press)
    document.addEventListener('pointerover', hear)
    document.addEventListener('focusin', hear)
    follow(document.querySelector('.row:focus-within') ?? document.querySelector('.row:hover'))
    return () => {
      document.removeEventListener('pointerover', hear)
      document.removeEventListener('focusin', hear)
      button.remove()
    }
  }, [onPress, t])
  return null
}

const svg = 'http://www.w3.org/2000/svg'

function plus(page: Document): SVGElement {
  const picture = page.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '0 0 20 20')
  picture.setAttribute('aria-hidden', 'true')
  const lines = page.createElementNS(svg, 'path')
  for (const [name, value] of Object.entries({ d: 'M10 4v12M4 10h12', stroke: 'currentColor', 'stroke-width': '1.75' }))
    lines.setAttribute(name, value)
  picture.append(lines)
  return picture
}
