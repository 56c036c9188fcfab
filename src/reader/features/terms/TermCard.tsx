import './terms.css'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReader, useStore } from '../../islands/reader.ts'
import { Icon } from '../../panels/Icon.tsx'
import { watchTerms, type Card, type CardState } from './card-state.ts'
import { keepBeside } from './keep-beside.ts'
import { TermDetails } from './TermDetails.tsx'
import { useTermName } from './use-term-name.tsx'

/** The card of the term that is pointed at, has the focus, or stands in the address; nothing while there is none. */
export function TermCard() {
  const reader = useReader()
  const [card, setCard] = useState<Card | null>(null)
  useEffect(() => {
    const watching = watchTerms(document, reader)
    // The page outside React is what is watched, and only once it is there.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setCard(watching.card)
    return watching.end
  }, [reader])
  return card === null ? null : <Shown card={card} />
}

function Shown({ card }: { card: Card }) {
  const open = useStore<CardState>(card, null)
  return open === null ? null : <Box key={`${open.term} ${open.how}`} open={open} card={card} />
}

type BoxProps = { open: NonNullable<CardState>; card: Card }

/**
 * No dialog that closes the text off: the text can be read, and the pointer can move in and out. On a phone it is a
 * sheet at the bottom.
 */
function Box({ open, card }: BoxProps) {
  const { t } = useTranslation('terms')
  const box = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => (box.current === null ? undefined : keepBeside(box.current, open.anchor)), [open.anchor])
  const name = useTermName(open.term)
  useEffect(() => {
    if (open.byKey) heading.current?.focus({ preventScroll: true })
  }, [open.byKey])
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        card.close('escape')
      },
      { signal },
    )
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target instanceof Element) || box.current?.contains(target) === true) return
        if (target.closest('.rows') !== null && target.closest('a.term') === null) card.close('beside')
      },
      { signal },
    )
    return () => listening.abort()
  }, [card])
  return (
    <section
      ref={box}
      className="term-card"
      role="dialog"
      aria-labelledby="term-card-title"
      data-how={open.how}
      onPointerEnter={() => card.keep(true)}
      onPointerLeave={() => card.keep(false)}
    >
      <div className="term-card-head">
        <h2 id="term-card-title" ref={heading} tabIndex={-1}>
          {name ?? t('termCard.label')}
        </h2>
        <button
          type="button"
          className="plain icon-only"
          aria-label={t('termCard.close')}
          onClick={() => card.close('escape')}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="term-card-body">
        <TermDetails id={open.term} />
      </div>
    </section>
  )
}
