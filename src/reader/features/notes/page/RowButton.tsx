import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** One button that stands in the row which is pointed at or has the focus, behind the row's own link. */
export function RowButton({ onPress }: { onPress: (row: HTMLElement) => void }) {
  const { t } = useTranslation('notes')
  useEffect(() => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'row-annotate'
    const sign = document.createElement('span')
    sign.setAttribute('aria-hidden', 'true')
    sign.textContent = '+'
    button.append(sign)
    const follow = (target: EventTarget | null): void => {
      const row = target instanceof Element ? target.closest<HTMLElement>('.row') : null
      const link = row?.querySelector('.row-id')
      if (!row || !link || button.parentElement === row) return
      // A button that has the focus stays where it is.
      if (document.activeElement === button && target !== link) return
      button.setAttribute('aria-label', t('noteBar.row', { row: row.id }))
      link.after(button)
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
