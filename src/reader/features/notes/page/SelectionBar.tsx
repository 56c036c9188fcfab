import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { colours, defaultColour, type Colour } from '../../../../annotations/annotation.ts'
import { useStore } from '../../../islands/reader.ts'
import { placeInWindow } from '../dom/place-in-window.ts'
import { colourNames } from '../parts/colours.ts'
import { Swatch } from '../parts/Swatch.tsx'
import { placeByHand } from '../state/place-by-hand.ts'
import { sayOutcome } from '../state/say-outcome.ts'
import type { Session } from '../state/session.ts'
import { copyText } from '../travel/copy.ts'
import type { ChosenWords } from './use-chosen.ts'

export type SelectionBarProps = {
  session: Session
  chosen: ChosenWords
  /** The bar was asked for by key: it takes the focus, and gives it back when it goes. */
  focused: boolean
  onDone: () => void
}

/** What can be done with selected words: a row of plain buttons. A pointer's press leaves the selection as it is. */
export function SelectionBar({ session, chosen, focused, onDone }: SelectionBarProps) {
  const { t } = useTranslation('notes')
  const { reader } = session
  const placing = useStore(session.placing, null)
  const bar = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (bar.current !== null) placeInWindow(bar.current, chosen.box)
  }, [chosen])
  useEffect(() => {
    if (!focused) return
    const before = document.activeElement
    bar.current?.querySelector('button')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [focused])

  const mark = (colour: Colour): void => {
    void session
      .make(chosen.target, { colour, note: '', tags: [] })
      .then((outcome) => sayOutcome(session, outcome, t('noteSaid.marked', { colour: t(colourNames[colour]) })))
    onDone()
  }
  const write = (focus: 'note' | 'tags'): void => {
    session.editing.set({ kind: 'new', target: chosen.target, colour: defaultColour, focus })
    onDone()
  }
  const copy = (): void => {
    void copyText(chosen.target.quote.exact).then((done) =>
      reader.say(t(done ? 'noteSaid.copied' : 'noteSaid.notCopied')),
    )
    onDone()
  }
  return (
    <div
      ref={bar}
      className="note-bar"
      role="toolbar"
      aria-label={t('noteBar.label')}
      onPointerDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          onDone()
        } else step(event)
      }}
    >
      {placing === null ? (
        <>
          {colours.map((colour) => (
            <button
              key={colour}
              type="button"
              className="colour"
              aria-label={t('noteBar.mark', { colour: t(colourNames[colour]) })}
              onClick={() => mark(colour)}
            >
              <Swatch colour={colour} />
            </button>
          ))}
          <button type="button" className="act" onClick={() => write('note')}>
            {t('noteBar.note')}
          </button>
          <button type="button" className="act" onClick={() => write('tags')}>
            {t('noteBar.tag')}
          </button>
          <button type="button" className="act" onClick={copy}>
            {t('noteBar.copy')}
          </button>
        </>
      ) : (
        <button
          type="button"
          className="act"
          onClick={() => {
            placeByHand(session, placing, chosen.target)
            onDone()
          }}
        >
          {t('noteBar.place')}
        </button>
      )}
    </div>
  )
}

/** Arrows go through the buttons, as in any toolbar; Tab does too. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (direction === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + direction + buttons.length) % buttons.length]?.focus()
}
