import type { EditorialNote } from '../../corpus/editorial.ts'
import type { Row } from '../../corpus/notice.ts'
import { NoteText } from '../features/notes/parts/NoteText.tsx'
import type { Words } from '../i18n/words.ts'
import { Text } from './Text.tsx'

/** An editor's notes on a row, for every reader. They stand here until the reader's own notes join them. */
export function EditorialNotes({ row, notes, words }: { row: Row; notes: readonly EditorialNote[]; words: Words }) {
  if (notes.length === 0) return null
  const t = words.i18n.getFixedT(words.locale, 'notes')
  return (
    <div className="row-margin" data-editorial="">
      <ul role="list" aria-label={t('margin.label', { row: row.id, count: notes.length })}>
        {notes.map(({ id, lang, words: quoted, note, tags }) => (
          <li key={id} className="margin-note" data-owner="published">
            <p className="margin-open">
              <span className="badge">{t('card.published')}</span>
              <q lang={lang} className="margin-words">
                <Text text={quoted} context={lang} />
              </q>
            </p>
            {note === '' ? null : <NoteText text={note} locale={words.locale} />}
            {tags.length === 0 ? null : (
              <p className="margin-tags">
                <Text text={tags.map((tag) => `#${tag}`).join(' ')} context={words.locale} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
