import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { colours, type Annotation } from '../../../../annotations/annotation.ts'
import { limits } from '../../../../annotations/limits.ts'
import { isSame } from '../../../../annotations/same.ts'
import { typeAhead } from '../../../dom/type-ahead.ts'
import { Text } from '../../../notice/Text.tsx'
import { colourNames } from '../parts/colours.ts'
import { Markdown } from '../parts/Markdown.tsx'
import { fits } from '../parts/NoteCard.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import { formatTags, parseTags } from '../state/tags.ts'
import { sayOutcome } from '../state/say-outcome.ts'
import type { Editing, Session } from '../state/session.ts'

export type EditorProps = { session: Session; editing: Editing; onClose: () => void }

/**
 * Writes a note: its words in Markdown, its tags, its colour. It leaves the text in sight. What has been written is
 * not thrown away by a key: leaving asks first.
 */
export function Editor({ session, editing, onClose }: EditorProps) {
  const { t } = useTranslation('notes')
  const { locale } = session.reader.words
  const target = editing.kind === 'new' ? editing.target : editing.note.target
  const first = editing.kind === 'new' ? { note: '', tags: [], colour: editing.colour } : editing.note
  const [note, setNote] = useState(first.note)
  const [tags, setTags] = useState(formatTags(first.tags))
  const [colour, setColour] = useState(first.colour)
  const [shown, setShown] = useState<'write' | 'preview'>('write')
  const [leaving, setLeaving] = useState(false)
  const ids = useId()
  const box = useRef<HTMLDialogElement>(null)
  const changed = note !== first.note || tags !== formatTags(first.tags) || colour !== first.colour
  const wrong = faultOf(note, parseTags(tags))

  useLayoutEffect(() => {
    const before = document.activeElement
    const dialog = box.current
    if (dialog !== null && !dialog.open) dialog.show()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  // Once more when it is asked for while it is open; at once, since the next key goes into the box as it is drawn.
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    const typed = typeAhead.take()
    // Known only now: keys go on being typed until the box has the focus.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setNote((before) => before + typed)
  }, [editing])

  const save = (): void => {
    if (wrong !== null) return
    const fields = { note, tags: parseTags(tags), colour }
    const done = (said: string) => (outcome: Parameters<typeof sayOutcome>[1]) => sayOutcome(session, outcome, said)
    if (editing.kind === 'new') void session.make(target, fields).then(done(t('noteSaid.kept')))
    else {
      const now = session.own().get(editing.note.id)
      // Changed in another tab while it was being written here: this becomes a second note, and both stay.
      if (now !== undefined && !isSame(now, editing.note))
        void session.make(target, fields).then((outcome) => sayOutcome(session, outcome, t('noteSaid.both')))
      else void session.change(editing.note, fields).then(done(t('noteSaid.kept')))
    }
    onClose()
  }
  const leave = (): void => {
    if (changed && !leaving) setLeaving(true)
    else onClose()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      leave()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }
  const focusTags = editing.kind === 'new' && editing.focus === 'tags'
  return (
    <dialog ref={box} className="note-editor" aria-labelledby={`${ids}title`} onKeyDown={press}>
      <h2 id={`${ids}title`}>{t(editing.kind === 'new' ? 'editor.new' : 'editor.change')}</h2>
      <blockquote lang={target.lang} tabIndex={target.quote.exact.length > fits ? 0 : undefined}>
        <Text text={target.quote.exact} context={target.lang} />
      </blockquote>
      <fieldset className="colours">
        <legend>
          {t('editor.colour')} <span className="colour-name">{t(colourNames[colour])}</span>
        </legend>
        {colours.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${ids}colour`}
              value={one}
              checked={one === colour}
              onChange={() => setColour(one)}
            />
            <Swatch colour={one} />
            <span className="visually-hidden">{t(colourNames[one])}</span>
          </label>
        ))}
      </fieldset>
      <div className="note-field">
        <label htmlFor={`${ids}note`}>{t('editor.note')}</label>
        <button
          type="button"
          className="plain"
          aria-pressed={shown === 'preview'}
          onClick={() => setShown(shown === 'write' ? 'preview' : 'write')}
        >
          {t('editor.preview')}
        </button>
        {shown === 'preview' ? (
          <Markdown text={note} />
        ) : (
          <textarea
            id={`${ids}note`}
            rows={4}
            dir="auto"
            value={note}
            data-first={focusTags ? undefined : ''}
            aria-describedby={`${ids}help`}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <p id={`${ids}help`} className="note-help">
          {t('editor.help')}
        </p>
      </div>
      <div className="note-field">
        <label htmlFor={`${ids}tags`}>{t('editor.tags')}</label>
        <input
          id={`${ids}tags`}
          type="text"
          list={`${ids}known`}
          value={tags}
          data-first={focusTags ? '' : undefined}
          autoComplete="off"
          onChange={(event) => setTags(event.target.value)}
        />
        <datalist id={`${ids}known`}>
          {knownTags(session).map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
      </div>
      {wrong === null ? null : (
        <p role="alert" className="note-wrong">
          {t(wrong.key, { limit: wrong.limit })}
        </p>
      )}
      {leaving ? (
        <p role="alert" className="note-leaving">
          {t('editor.leaving')}{' '}
          <button type="button" className="plain" onClick={onClose}>
            {t('editor.discard')}
          </button>
        </p>
      ) : null}
      <p className="note-actions">
        <button type="button" className="plain strong" disabled={wrong !== null} onClick={save}>
          {t('editor.save')}
        </button>
        <button type="button" className="plain" onClick={leave}>
          {t('editor.cancel')}
        </button>
      </p>
      <p className="visually-hidden" lang={locale}>
        {t('editor.keys')}
      </p>
    </dialog>
  )
}

function faultOf(
  note: string,
  tags: readonly string[],
): { readonly key: 'editor.tooLong' | 'editor.tagTooLong' | 'editor.tooManyTags'; readonly limit: number } | null {
  if (note.length > limits.note) return { key: 'editor.tooLong', limit: limits.note }
  if (tags.length > limits.tags) return { key: 'editor.tooManyTags', limit: limits.tags }
  if (tags.some((tag) => tag.length > limits.tag)) return { key: 'editor.tagTooLong', limit: limits.tag }
  return null
}

/** Tags that the reader has used, the newest first; enough to choose from. */
function knownTags(session: Session): string[] {
  const notes = [...session.own().values()].sort((a: Annotation, b: Annotation) => (a.modified < b.modified ? 1 : -1))
  return [...new Set(notes.flatMap(({ tags }) => tags))].slice(0, 50)
}
