import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { RowId } from '../../../../corpus/ids.ts'
import { useStore } from '../../../islands/reader.ts'
import type { Session } from '../state/session.ts'
import type { ShownNote } from '../state/shown.ts'
import { MarginNote } from './MarginNote.tsx'
import { useRowsNear } from './rows-near.ts'

/**
 * The notes beside the text: in each row, behind its words, what is noted on them. A column on wide screens, under
 * the row on narrow ones and on paper. Only rows near the window are filled in; for the printer all are.
 */
export function Margin({ session, onOpen }: { session: Session; onOpen: (note: ShownNote, box: DOMRect) => void }) {
  const shown = useStore(session.shown, [])
  const byRow = useMemo(() => groupByRow(shown), [shown])
  const { near, printing } = useRowsNear(byRow)
  return (
    <>
      {[...byRow].map(([row, notes]) => {
        const place = near.get(row)
        return place === undefined
          ? null
          : createPortal(
              <RowMargin session={session} row={row} notes={notes} printing={printing} onOpen={onOpen} />,
              place,
              row,
            )
      })}
    </>
  )
}

type RowMarginProps = {
  session: Session
  row: RowId
  notes: readonly ShownNote[]
  printing: boolean
  onOpen: (note: ShownNote, box: DOMRect) => void
}

/** Notes of a row that are shown at once, and with each press more; nobody reads hundreds beside one paragraph. */
const step = 20

function RowMargin({ session, row, notes, printing, onOpen }: RowMarginProps) {
  const { t } = useTranslation('notes')
  const [most, setMost] = useState(step)
  const list = useRef<HTMLUListElement>(null)
  // They are here now, with the reader's own.
  const published = notes.some(({ owner }) => owner === 'published')
  useLayoutEffect(() => {
    if (published) document.getElementById(row)?.querySelector(':scope > [data-editorial]')?.remove()
  }, [published, row])
  const here = printing ? notes : notes.slice(0, most)
  const left = notes.length - here.length
  return (
    <>
      <ul ref={list} role="list" aria-label={t('margin.label', { row, count: notes.length })}>
        {here.map((shown) => (
          <MarginNote key={shown.note.id} session={session} shown={shown} onOpen={onOpen} />
        ))}
      </ul>
      {left === 0 ? null : (
        <button
          type="button"
          className="plain margin-more"
          onClick={() => {
            // The button may go: whoever pressed it goes on with the first of those that have come.
            flushSync(() => setMost(most + step))
            list.current?.children[most]?.querySelector('button')?.focus()
          }}
        >
          {t('margin.more', { row, count: left })}
        </button>
      )}
    </>
  )
}

/** Where a note is shown: at the row that its words begin in. */
function groupByRow(notes: readonly ShownNote[]): ReadonlyMap<RowId, readonly ShownNote[]> {
  const rows = new Map<RowId, ShownNote[]>()
  for (const shown of notes) {
    const row = shown.anchoring.kind === 'orphan' ? undefined : shown.anchoring.rows[0]
    if (row === undefined) continue
    const list = rows.get(row)
    if (list === undefined) rows.set(row, [shown])
    else list.push(shown)
  }
  return rows
}
