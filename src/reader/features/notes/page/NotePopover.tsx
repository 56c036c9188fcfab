import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { placeInWindow } from '../dom/place-in-window.ts'
import { NoteCard } from '../parts/NoteCard.tsx'
import type { Session } from '../state/session.ts'
import type { ShownNote } from '../state/shown.ts'

export type NotePopoverProps = { session: Session; notes: readonly ShownNote[]; box: DOMRect; onClose: () => void }

/** The notes at a place that was pressed, beside it. The browser's own popover: Escape or a press elsewhere closes it. */
export function NotePopover({ session, notes, box, onClose }: NotePopoverProps) {
  const { t } = useTranslation('notes')
  const popover = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = popover
    if (current === null) return
    if (!current.matches(':popover-open')) current.showPopover()
    placeInWindow(current, box)
    current.focus({ preventScroll: true })
  }, [box, notes])
  return (
    <div
      ref={popover}
      className="note-popover"
      popover="auto"
      role="dialog"
      aria-label={t('card.here', { count: notes.length })}
      tabIndex={-1}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      {notes.map(({ note, owner, anchoring }) => (
        <NoteCard key={note.id} session={session} note={note} owner={owner} anchoring={anchoring} />
      ))}
      <button type="button" className="plain" onClick={() => popover.current?.hidePopover()}>
        {t('card.close')}
      </button>
    </div>
  )
}
