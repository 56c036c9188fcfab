import { useTranslation } from 'react-i18next'
import type { Anchoring, Change } from '../../../../annotations/anchor.ts'
import type { Annotation } from '../../../../annotations/annotation.ts'
import { useStore } from '../../../islands/reader.ts'
import { SideWords, Text } from '../../../notice/Text.tsx'
import type { Session } from '../state/session.ts'
import type { Owner } from '../state/shown.ts'
import { colourNames } from './colours.ts'
import { Markdown } from './Markdown.tsx'
import { NoteActions } from './NoteActions.tsx'
import { Swatch } from './Swatch.tsx'
import { useKeeper } from './use-session.ts'
import { formatInstant } from './instant.ts'

/** A quote up to this length, in UTF-16 units, is seen whole in the narrowest box; a longer one is scrolled, by key too. */
export const fits = 60

export type NoteCardProps = {
  session: Session
  note: Annotation
  owner: Owner
  /** `null` where the notice is another than the page's. */
  anchoring: Anchoring | null
  /** The notice's name, where notes of several are listed. */
  notice?: string
}

/** One note with its words, where they are now, and what can be done with it. */
export function NoteCard({ session, note, owner, anchoring, notice }: NoteCardProps) {
  const { t } = useTranslation('notes')
  const { locale } = session.reader.words
  const { pending } = useKeeper(session)
  const active = useStore(session.active, null)
  const { quote, lang } = note.target
  const [first] = anchoring === null || anchoring.kind === 'orphan' ? note.target.rows : anchoring.rows
  const colour = t(colourNames[note.colour])
  return (
    <article
      className="note-card"
      data-colour={note.colour}
      data-owner={owner}
      data-note={note.id}
      data-active={active === note.id ? '' : undefined}
      aria-label={t('card.label', { colour, row: first ?? '' })}
    >
      <header>
        <Swatch colour={note.colour} />
        <span className="visually-hidden">{colour}</span>
        {owner === 'own' ? null : (
          <span className="badge">{t(owner === 'published' ? 'card.published' : 'card.shared')}</span>
        )}
        {pending.has(note.id) ? <span className="badge">{t('card.pending')}</span> : null}
        <span className="note-place">
          {notice === undefined ? null : (
            <>
              <Text text={notice} context={locale} /> ·{' '}
            </>
          )}
          {t(lang === 'en' ? 'noteLang.english' : 'noteLang.chinese')}
          {first === undefined ? null : ` · ${first}`}
        </span>
      </header>
      <blockquote lang={lang} tabIndex={quote.exact.length > fits ? 0 : undefined}>
        <Text text={quote.exact} context={lang} />
      </blockquote>
      {anchoring?.kind === 'moved' ? <Moved changes={anchoring.changes} lang={lang} /> : null}
      {anchoring?.kind === 'orphan' ? (
        <Lost session={session} note={note} anchoring={anchoring} mine={owner === 'own'} />
      ) : null}
      {note.note === '' ? null : <Markdown text={note.note} />}
      {note.tags.length === 0 ? null : (
        <ul className="note-tags" role="list" aria-label={t('card.tags')}>
          {note.tags.map((tag) => (
            <li key={tag}>
              <Text text={tag} context={locale} />
            </li>
          ))}
        </ul>
      )}
      <p className="note-when">
        {note.creator === undefined ? null : (
          <>
            <Text text={note.creator} context={locale} /> ·{' '}
          </>
        )}
        <time dateTime={note.modified}>{formatInstant(note.modified, locale)}</time>
      </p>
      <NoteActions session={session} note={note} owner={owner} anchoring={anchoring} />
    </article>
  )
}

const changeNames = { script: 'moved.script', writing: 'moved.writing', words: 'moved.words' } as const

function Moved({ changes, lang }: { changes: readonly Change[]; lang: string }) {
  const { t } = useTranslation('notes')
  return (
    <div className="note-moved">
      {changes.map((change) =>
        change.kind === 'place' ? (
          <p key={change.kind}>{t('moved.place')}</p>
        ) : (
          <p key={change.kind}>
            {t(changeNames[change.kind])}{' '}
            <del>
              <SideWords text={change.was} lang={lang} />
            </del>{' '}
            <ins>
              <SideWords text={change.is} lang={lang} />
            </ins>
          </p>
        ),
      )}
    </div>
  )
}

const reasons = {
  gone: 'orphan.gone',
  figures: 'orphan.figures',
  context: 'orphan.context',
  several: 'orphan.several',
} as const

type LostProps = {
  session: Session
  note: Annotation
  anchoring: Extract<Anchoring, { kind: 'orphan' }>
  /** Only one's own notes can be placed. */
  mine: boolean
}

/** An orphan is never put on other words by itself: the reader may do it. */
function Lost({ session, note, anchoring: { why, near }, mine }: LostProps) {
  const { t } = useTranslation('notes')
  const placing = useStore(session.placing, null) === note.id
  return (
    <div className="note-lost">
      <p>{t(reasons[why])}</p>
      <p>
        {near === null ? null : (
          <>
            <a href={`#${near}`}>{t('orphan.near', { row: near })}</a>{' '}
          </>
        )}
        {mine ? (
          <button
            type="button"
            className="plain"
            aria-pressed={placing}
            onClick={() => {
              session.placing.set(placing ? null : note.id)
              if (!placing) session.reader.say(t('orphan.how'))
            }}
          >
            {t('orphan.place')}
          </button>
        ) : null}
      </p>
      {placing ? <p role="status">{t('orphan.how')}</p> : null}
    </div>
  )
}
