import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { defaultColour } from '../../../../annotations/annotation.ts'
import { parseRowId } from '../../../../corpus/ids.ts'
import { langs, type Lang } from '../../../../corpus/lang.ts'
import { typeAhead } from '../../../dom/type-ahead.ts'
import { useStore } from '../../../islands/reader.ts'
import { placeAtPoint, sideOf } from '../dom/selection.ts'
import { placeByHand } from '../state/place-by-hand.ts'
import { useMemory } from '../state/memory.ts'
import type { Session } from '../state/session.ts'
import type { ShownNote } from '../state/shown.ts'
import { turnBack } from '../state/turn.ts'
import { noteInAddress } from '../travel/addresses.ts'
import { CaretMode } from './CaretMode.tsx'
import { Editor } from './Editor.tsx'
import { Margin } from './Margin.tsx'
import { NotePopover } from './NotePopover.tsx'
import { notesAt, paintNotes } from './paint-notes.ts'
import { RowButton } from './RowButton.tsx'
import { currentRow, rowTarget } from './rows.ts'
import { SelectionBar } from './SelectionBar.tsx'
import { SharedNotes } from './SharedNotes.tsx'
import { UndoToast } from './UndoToast.tsx'
import { useChosen } from './use-chosen.ts'

type Opened = { readonly ids: readonly string[]; readonly box: DOMRect }

/** All that notes add to a notice's page. */
export function NotesOnPage({ session }: { session: Session }) {
  const { t } = useTranslation('notes')
  const { reader } = session
  const scene = useStore(session.scene, null)
  const shown = useStore(session.shown, [])
  const active = useStore(session.active, null)
  const editing = useStore(session.editing, null)
  const { chosen, look } = useChosen(session)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [barFocused, setBarFocused] = useState(false)
  const [caret, setCaret] = useState<{ lang: Lang; at: number } | null>(null)
  const pointed = useRef<Element | null>(null)

  useEffect(() => {
    if (scene !== null) return paintNotes(document, scene, shown, active)
  }, [scene, shown, active])

  const openRow = useCallback(
    (row: HTMLElement): boolean => {
      const id = parseRowId(row.id)
      if (scene === null || id === null) return false
      // The side that is in sight, the page's own language first.
      const order = [...langs]
        .sort((a, b) => Number(b === reader.words.locale) - Number(a === reader.words.locale))
        .filter((lang) => (row.querySelector(`[data-side="${lang}"]`)?.getClientRects().length ?? 0) > 0)
      const target = rowTarget(scene, id, order)
      const placing = session.placing.get()
      if (target !== null && placing !== null) placeByHand(session, placing, target)
      else if (target !== null) {
        session.editing.set({ kind: 'new', target, colour: defaultColour, focus: 'note' })
        return true
      }
      return false
    },
    [reader, scene, session],
  )

  useEffect(() => {
    const point = ({ target }: PointerEvent): void => {
      if (target instanceof Element) pointed.current = target.closest('.row')
    }
    document.addEventListener('pointerover', point, { passive: true })
    return () => document.removeEventListener('pointerover', point)
  }, [])

  useWaitForScene(session)
  useEffect(() => {
    if (scene === null) return
    return reader.shortcuts.on('annotate', () => {
      const row = currentRow(document, pointed.current)
      if (look() !== null) setBarFocused(true)
      else if (row === null) reader.say(t('noteSaid.noRow'))
      // The editor takes what was typed behind the key.
      else if (openRow(row)) return
      typeAhead.take()
    })
  }, [look, openRow, reader, scene, t])

  useEffect(() => {
    if (scene === null) return
    return reader.shortcuts.on('caret', () => {
      const row = currentRow(document, pointed.current)
      const side = [...(row?.querySelectorAll<HTMLElement>('.side') ?? [])].find(
        (one) => one.getClientRects().length > 0,
      )
      const lang = sideOf(side ?? null)
      const at = Number(side?.querySelector<HTMLElement>('[data-at]')?.dataset.at)
      if (lang === null || Number.isNaN(at)) reader.say(t('noteSaid.noRow'))
      else setCaret({ lang, at })
    })
  }, [reader, scene, t])

  useEffect(() => {
    const press = (event: MouseEvent): void => {
      const element = event.target instanceof Element ? event.target : null
      if (scene === null || !element?.closest('.rows .s') || element.closest('a, button, .repair') !== null) return
      if (document.getSelection()?.isCollapsed === false) return
      const place = placeAtPoint(document, event.clientX, event.clientY)
      const notes = place === null ? [] : notesAt(scene, session.shown.get(), place.lang, place.at)
      const [first] = notes
      if (first === undefined) {
        session.active.set(null)
        return
      }
      session.active.set(first.note.id)
      setOpened({ ids: notes.map(({ note }) => note.id), box: new DOMRect(event.clientX, event.clientY - 10, 1, 20) })
    }
    document.addEventListener('click', press)
    return () => document.removeEventListener('click', press)
  }, [scene, session])

  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]') !== null) return
      const key = event.key.toLowerCase()
      const which = key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' ? 'redo' : null
      if (which === null || session.history.get()[which === 'undo' ? 'done' : 'undone'].length === 0) return
      event.preventDefault()
      void turnBack(session, which)
    }
    document.addEventListener('keydown', turn)
    return () => document.removeEventListener('keydown', turn)
  }, [session])

  useFollowAddress(session, shown)
  useLooks(shown)

  const close = useCallback(() => setOpened(null), [])
  const finish = (): void => {
    setBarFocused(false)
    document.getSelection()?.removeAllRanges()
  }
  const open = opened === null ? [] : shown.filter(({ note }) => opened.ids.includes(note.id))
  return (
    <>
      <Margin session={session} onOpen={({ note }, box) => setOpened({ ids: [note.id], box })} />
      <RowButton onPress={openRow} />
      {chosen === null || editing !== null || caret !== null
        ? null
        : inMain(<SelectionBar session={session} chosen={chosen} focused={barFocused} onDone={finish} />)}
      {caret === null || scene === null
        ? null
        : inMain(
            <CaretMode
              scene={scene}
              start={caret}
              onEnd={(done) => {
                setCaret(null)
                setBarFocused(done)
              }}
            />,
          )}
      {editing === null ? null : (
        <Editor
          key={editing.kind === 'new' ? JSON.stringify(editing.target.position) : editing.note.id}
          session={session}
          editing={editing}
          onClose={() => {
            session.editing.set(null)
            finish()
          }}
        />
      )}
      {opened === null || open.length === 0 ? null : (
        <NotePopover session={session} notes={open} box={opened.box} onClose={close} />
      )}
      <SharedNotes session={session} />
      {inMain(<UndoToast session={session} />)}
    </>
  )
}

/** What belongs to the text stands in its landmark, where who goes from one to the next comes by. */
function inMain(content: ReactNode): ReactNode {
  return createPortal(content, document.querySelector('main') ?? document.body)
}

/** A key that is pressed before the corpus file is there waits for it; where that did not come, it is asked for again. */
function useWaitForScene(session: Session): void {
  const { reader } = session
  const scene = useStore(session.scene, null)
  useEffect(() => {
    if (scene !== null) return
    const keys = ['annotate', 'caret'] as const
    const failed = (): void => {
      if (!reader.shortcuts.forget(keys)) return
      typeAhead.take()
      reader.say(reader.words.t('feature.failed'))
    }
    const off = keys.map((key) =>
      reader.shortcuts.on(key, () => {
        reader.shortcuts.wait(key)
        session.openScene().catch(failed)
      }),
    )
    return () => off.forEach((take) => take())
  }, [reader, scene, session])
}

/** A link to a note leads to its words, once they are found. */
function useFollowAddress(session: Session, shown: readonly ShownNote[]): void {
  const followed = useRef<string | null>(null)
  const wanted = noteInAddress(window.location.search)
  useEffect(() => {
    const found = shown.find(({ note }) => note.id === wanted)
    if (wanted === null || wanted === followed.current || found === undefined) return
    followed.current = wanted
    session.active.set(wanted)
    if (found.anchoring.kind !== 'orphan')
      document.getElementById(found.anchoring.rows[0] ?? '')?.scrollIntoView({ block: 'center' })
  }, [session, shown, wanted])
}

/** What the stylesheet has to know: that there are notes, and what the reader wants to see of them. */
function useLooks(shown: readonly ShownNote[]): void {
  const { marginOff, printOff } = useMemory()
  // An editor's notes alone stay under their rows, where the page was sent with them: nothing moves as it wakes up.
  const some = shown.some(({ owner, anchoring }) => owner !== 'published' && anchoring.kind !== 'orphan')
  useEffect(() => {
    const { dataset } = document.documentElement
    if (some) dataset.notes = ''
    else delete dataset.notes
    dataset.margin = marginOff === true ? 'off' : 'on'
    dataset.printNotes = printOff === true ? 'off' : 'on'
  }, [some, marginOff, printOff])
}
