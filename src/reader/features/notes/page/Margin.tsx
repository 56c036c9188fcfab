import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { parseRowId, type RowId } from '../../../../corpus/ids.ts'
import { useStore } from '../../../islands/reader.ts'
import { Text } from '../../../notice/Text.tsx'
import { colourNames } from '../parts/colours.ts'
import { Markdown } from '../parts/Markdown.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import type { Session } from '../state/session.ts'
import type { ShownNote } from '../state/shown.ts'

/**
 * The notes beside the text: in each row, behind its words, what is noted on them. A column on wide screens, under
 * the row on narrow ones and on paper. Only rows near the window are filled in; for the printer all are.
 */
export function Margin({ session, onOpen }: { session: Session; onOpen: (note: ShownNote, box: DOMRect) => void }) {
  const shown = useStore(session.shown, [])
  const byRow = useMemo(() => groupByRow(shown), [shown])
  const near = useRowsNear(byRow)
  return (
    <>
      {[...byRow].map(([row, notes]) => {
        const place = near.get(row)
        return place === undefined
          ? null
          : createPortal(<RowMargin session={session} row={row} notes={notes} onOpen={onOpen} />, place, row)
      })}
    </>
  )
}

type RowMarginProps = {
  session: Session
  row: RowId
  notes: readonly ShownNote[]
  onOpen: (note: ShownNote, box: DOMRect) => void
}

function RowMargin({ session, row, notes, onOpen }: RowMarginProps) {
  const { t } = useTranslation('notes')
  const { locale } = session.reader.words
  const active = useStore(session.active, null)
  // They are here now, with the reader's own.
  const published = notes.some(({ owner }) => owner === 'published')
  useLayoutEffect(() => {
    if (published) document.getElementById(row)?.querySelector(':scope > [data-editorial]')?.remove()
  }, [published, row])
  return (
    <ul role="list" aria-label={t('margin.label', { row, count: notes.length })}>
      {notes.map((shown) => {
        const { note, owner } = shown
        const words = shortened(note.target.quote.exact)
        return (
          <li
            key={note.id}
            className="margin-note"
            data-colour={note.colour}
            data-owner={owner}
            data-bare={note.note === '' && note.tags.length === 0 && owner === 'own' ? '' : undefined}
            data-active={active === note.id ? '' : undefined}
          >
            <button
              type="button"
              className="margin-open"
              aria-haspopup="dialog"
              onClick={(event) => {
                session.active.set(note.id)
                onOpen(shown, event.currentTarget.getBoundingClientRect())
              }}
              onFocus={() => session.active.set(note.id)}
            >
              {owner === 'own' ? (
                <Swatch colour={note.colour} />
              ) : (
                <span className="badge">{t(owner === 'published' ? 'card.published' : 'card.shared')}</span>
              )}
              <span className="visually-hidden">
                {t(colourNames[note.colour])}
                {shown.anchoring.kind === 'moved' ? ` (${t('margin.moved')})` : null}{' '}
              </span>
              <span lang={note.target.lang} className="margin-words">
                <Text text={words} context={note.target.lang} />
              </span>
            </button>
            {note.note === '' ? null : <Markdown text={note.note} />}
            {note.tags.length === 0 ? null : (
              <p className="margin-tags">
                <Text text={note.tags.map((tag) => `#${tag}`).join(' ')} context={locale} />
              </p>
            )}
          </li>
        )
      })}
    </ul>
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

/** For rows that have notes and have once come near the window, the element that holds them. */
function useRowsNear(rows: ReadonlyMap<RowId, unknown>): ReadonlyMap<RowId, HTMLElement> {
  const [near, setNear] = useState<ReadonlyMap<RowId, HTMLElement>>(new Map())
  useEffect(() => {
    const show = (ids: readonly RowId[]): void =>
      setNear((before) => {
        const come = ids
          .filter((id) => !before.has(id))
          .flatMap((id): [RowId, HTMLElement][] => {
            const row = document.getElementById(id)
            return row === null ? [] : [[id, holder(row)]]
          })
        return come.length === 0 ? before : new Map([...before, ...come])
      })
    const watch = new IntersectionObserver(
      (entries) => {
        const here = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target)
        for (const row of here) watch.unobserve(row)
        show(here.flatMap(({ id }) => parseRowId(id) ?? []))
      },
      { rootMargin: '600px 0px' },
    )
    for (const id of rows.keys()) {
      const row = document.getElementById(id)
      if (row !== null) watch.observe(row)
    }
    const print = (): void => flushSync(() => show([...rows.keys()]))
    window.addEventListener('beforeprint', print)
    return () => {
      watch.disconnect()
      window.removeEventListener('beforeprint', print)
    }
  }, [rows])
  return near
}

function holder(row: HTMLElement): HTMLElement {
  const known = row.querySelector<HTMLElement>(':scope > .row-margin:not([data-editorial])')
  if (known !== null) return known
  const made = document.createElement('div')
  made.className = 'row-margin'
  row.append(made)
  return made
}

function shortened(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' '))
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}
