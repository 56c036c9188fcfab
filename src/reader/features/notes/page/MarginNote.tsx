import { useTranslation } from 'react-i18next'
import { useStore } from '../../../islands/reader.ts'
import { Text } from '../../../notice/Text.tsx'
import { colourNames } from '../parts/colours.ts'
import { Markdown } from '../parts/Markdown.tsx'
import { Swatch } from '../parts/Swatch.tsx'
import type { Session } from '../state/session.ts'
import type { ShownNote } from '../state/shown.ts'

export type MarginNoteProps = {
  session: Session
  shown: ShownNote
  onOpen: (note: ShownNote, box: DOMRect) => void
}

/** One note beside the text: its words, what was noted and its tags; its button opens all of it. */
export function MarginNote({ session, shown, onOpen }: MarginNoteProps) {
  const { t } = useTranslation('notes')
  const { locale } = session.reader.words
  const active = useStore(session.active, null)
  const { note, owner } = shown
  const words = shortened(note.target.quote.exact)
  return (
    <li
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
}

function shortened(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' '))
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}
