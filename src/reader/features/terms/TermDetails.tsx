import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermId } from '../../../corpus/ids.ts'
import { useAddress, useReader } from '../../islands/reader.ts'
import { TitleText } from '../../notice/Titles.tsx'
import { firstLang } from '../../../corpus/locale.ts'
import { Dispersion } from './Dispersion.tsx'
import { Counts, EntryName, EntryWords } from './EntryWords.tsx'
import { noticeTerms, type NoticeTerm, type TermPlace } from './notice-terms.ts'
import { collectionTerm } from './others.ts'
import { Places } from './Places.tsx'
import { useLoad } from './use-load.ts'

/** All about one term, below its name: in the card and in the panel. Asks for the corpus file when it is first shown. */
export function TermDetails({ id }: { id: TermId }) {
  const { t } = useTranslation('terms')
  const reader = useReader()
  const { loadCorpus } = reader
  const load = useCallback(async () => {
    const here = noticeTerms(await loadCorpus()).get(id)
    // An entry that this notice lacks is looked for in the collection.
    return { here, entry: here?.entry ?? (await collectionTerm(reader, id))?.entry ?? null }
  }, [loadCorpus, reader, id])
  const loaded = useLoad(load)
  if (loaded.state === 'loading') return <p role="status">{t('termCard.loading')}</p>
  if (loaded.state === 'failed') return <p role="alert">{t('termCard.failed')}</p>
  const { here, entry } = loaded.value
  if (entry === null) return <p>{t('termCard.unknown', { id })}</p>
  return (
    <>
      <EntryWords entry={entry} t={t} locale={reader.page.locale} brief />
      {here === undefined ? <p className="quiet">{t('termCard.notHere')}</p> : <Here term={here} />}
      <Inner term={here} />
      <Others id={id} />
      <p>
        <a className="to-page" href={`${reader.page.root}${reader.page.locale}/terms/${id}/`}>
          {t('termCard.page')}
        </a>
      </p>
    </>
  )
}

function Here({ term: { places, counts } }: { term: NoticeTerm }) {
  const { t } = useTranslation('terms')
  const current = useCurrentPlace(places)
  return (
    <section>
      <h3>{t('termCard.here')}</h3>
      <Counts counts={counts} t={t} />
      <Dispersion
        places={places}
        label={t('termCard.plot', { english: counts.en, chinese: counts['zh-Hant'] })}
        current={current}
      />
      <Places places={places} current={current?.sentence ?? null} />
    </section>
  )
}

/** The place that the address names. */
function useCurrentPlace(places: readonly TermPlace[]): TermPlace | null {
  const { target } = useAddress()
  if (target === null) return null
  return (
    places.find(({ sentence, row }) =>
      target.kind === 'sentence' ? sentence === target.id : target.kind === 'row' && row === target.id,
    ) ?? null
  )
}

function Inner({ term }: { term: NoticeTerm | undefined }) {
  const { t } = useTranslation('terms')
  const { page } = useReader()
  if (term === undefined || term.inner.length === 0) return null
  return (
    <section>
      <h3>{t('term.inner')}</h3>
      <ul role="list" className="inner-terms">
        {term.inner.map((entry) => (
          <li key={entry.id}>
            <a href={`${page.root}${page.locale}/terms/${entry.id}/`} data-term={entry.id}>
              <EntryName entry={entry} locale={page.locale} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Others({ id }: { id: TermId }) {
  const { t } = useTranslation('terms')
  const reader = useReader()
  const { page } = reader
  const load = useCallback(() => collectionTerm(reader, id), [reader, id])
  const loaded = useLoad(load)
  if (loaded.state === 'loading') return <p role="status">{t('termCard.loading')}</p>
  if (loaded.state === 'failed') return <p className="quiet">{t('termCard.othersFailed')}</p>
  const own = page.kind === 'notice' ? page.notice : null
  const others = (loaded.value?.titled ?? []).filter((notice) => notice.id !== own)
  if (others.length === 0) return <p className="quiet">{t('termCard.noOthers')}</p>
  return (
    <section>
      <h3>{t('termCard.others')}</h3>
      <ul role="list" className="other-notices">
        {others.map((notice) => (
          <li key={notice.id}>
            <a href={`${page.root}${page.locale}/${notice.id}/?term=${id}`}>
              <TitleText titles={notice.titles} lang={firstLang(page.locale)} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
