import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Annotation } from '../../../../annotations/annotation.ts'
import type { Manifest } from '../../../../corpus/manifest.ts'
import { firstLang } from '../../../../corpus/locale.ts'
import { useStore } from '../../../islands/reader.ts'
import { useKeeper, useSession } from '../parts/use-session.ts'
import type { Session } from '../state/session.ts'
import { Export } from '../travel/Export.tsx'
import { Import } from '../travel/Import.tsx'
import { turnBack } from '../state/turn.ts'
import { everything, filterNotes, sortNotes, type Filter, type Listed, type Order } from './filter.ts'
import { Filters } from './Filters.tsx'
import { NotesList } from './NotesList.tsx'
import { Reminder } from './Reminder.tsx'
import { Settings } from './Settings.tsx'
import { TroubleWords } from './TroubleWords.tsx'
import { start } from '../start.tsx'

/** All notes: found, sorted, undone, sent out and taken in. On every page; on a notice's page its own come first. */
export function Panel() {
  const { t } = useTranslation('notes')
  const session = useSession()
  const { ready } = useKeeper(session)
  const history = useStore(session.history, session.history.get())
  const all = useListed(session)
  // Whoever looks at the list wants to see them in the text as well.
  useEffect(() => void start(session.reader), [session])
  const titles = useTitles(session)
  const here = session.reader.page.kind === 'notice' ? session.reader.page.notice : null
  const [filter, setFilter] = useState<Filter>({ ...everything, notice: here })
  const [order, setOrder] = useState<Order>('place')
  const found = useMemo(() => sortNotes(filterNotes(all, filter), order), [all, filter, order])
  const orphans = all.filter(({ owner, anchoring }) => owner === 'own' && anchoring?.kind === 'orphan')
  return (
    <div className="notes-panel">
      <TroubleWords session={session} />
      <Reminder session={session} />
      <div className="notes-tools" role="group" aria-label={t('noteList.tools')}>
        <button
          type="button"
          className="plain"
          disabled={history.done.length === 0}
          onClick={() => void turnBack(session, 'undo')}
        >
          {t('noteList.undo')}
        </button>
        <button
          type="button"
          className="plain"
          disabled={history.undone.length === 0}
          onClick={() => void turnBack(session, 'redo')}
        >
          {t('noteList.redo')}
        </button>
      </div>
      {orphans.length === 0 || filter.orphans ? null : (
        <p className="notes-lost">
          {t('noteList.orphans', { count: orphans.length })}{' '}
          <button type="button" className="plain" onClick={() => setFilter({ ...everything, orphans: true })}>
            {t('noteList.showOrphans')}
          </button>
        </p>
      )}
      <Filters
        session={session}
        notes={all}
        titles={titles}
        filter={filter}
        order={order}
        onFilter={setFilter}
        onOrder={setOrder}
      />
      <p role="status" className="notes-count">
        {ready ? t('noteList.count', { count: found.length }) : t('noteList.opening')}
      </p>
      {ready && all.length === 0 ? <p>{t('noteList.how')}</p> : null}
      <NotesList session={session} notes={found} titles={titles} />
      <Export session={session} notes={found} />
      <Import session={session} />
      <Settings session={session} />
    </div>
  )
}

/** The page's own notes in the order of the text, then those of other notices, notice by notice. */
function useListed(session: Session): readonly Listed[] {
  const { notes } = useKeeper(session)
  const shown = useStore(session.shown, [])
  return useMemo(() => {
    const here = new Set(shown.map(({ note }) => note.id))
    const others = [...notes.values()].filter(({ id }) => !here.has(id))
    const key = ({ target }: Annotation): string => target.notice
    return [
      ...shown,
      ...others
        .sort((a, b) =>
          key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.target.position.start - b.target.position.start,
        )
        .map((note): Listed => ({ note, owner: 'own', anchoring: null })),
    ]
  }, [notes, shown])
}

/** Names of notices in the interface's language; a notice that the site no longer has goes by its id. */
function useTitles({ reader }: Session): ReadonlyMap<string, string> {
  const [manifest, setManifest] = useState<Manifest | null>(null)
  useEffect(() => {
    reader.loadManifest().then(setManifest, () => undefined)
  }, [reader])
  return useMemo(
    () => new Map(manifest?.notices.map(({ id, titles }) => [id, titles[firstLang(reader.words.locale)].text])),
    [manifest, reader],
  )
}
