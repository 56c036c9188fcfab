import { otherLang } from '../../corpus/lang.ts'
import { firstLang } from '../../corpus/locale.ts'
import type { ManifestNotice } from '../../corpus/manifest.ts'
import { manifestFile, type PageFrame } from '../../corpus/site.ts'
import { formatDate } from '../i18n/dates.ts'
import type { Words } from '../i18n/words.ts'
import { CollectionWords } from '../notice/Text.tsx'
import { TitleText } from '../notice/Titles.tsx'
import type { LocalePage } from '../state/page-data.ts'
import { Shell } from './Shell.tsx'

/** The list of notices, newest first as the manifest has them. */
export function NoticesPage({ frame, words, page }: { frame: PageFrame; words: Words; page: LocalePage }) {
  const { t, locale } = words
  const { notices, title, description } = frame.manifest
  return (
    <Shell frame={frame} words={words} page={page} below="">
      <div className="notices">
        <h1>
          <CollectionWords words={title} locale={locale} />
        </h1>
        {description === undefined ? null : (
          <p className="description">
            <CollectionWords words={description} locale={locale} />
          </p>
        )}
        <p className="byline">
          <span>{t('notices.count', { count: notices.length })}</span>
          <span className="on-screen">
            <a href={frame.root + manifestFile} type="application/json">
              {t('notices.manifest')}
            </a>
          </span>
        </p>
        {notices.length === 0 ? <p>{t('notices.none')}</p> : null}
        <ul role="list" className="cards">
          {notices.map((notice) => (
            <li key={notice.id}>
              <Card notice={notice} words={words} />
            </li>
          ))}
        </ul>
      </div>
    </Shell>
  )
}

function Card({ notice, words: { t, locale } }: { notice: ManifestNotice; words: Words }) {
  const first = firstLang(locale)
  const date = notice.published === undefined ? null : formatDate(notice.published, locale)
  const count = (characters: number) => new Intl.NumberFormat(locale).format(characters)
  return (
    <article className="card">
      <h2>
        <a href={`${notice.id}/`}>
          <TitleText titles={notice.titles} lang={first} />
        </a>
      </h2>
      <p className="other-title">
        <TitleText titles={notice.titles} lang={otherLang(first)} />
      </p>
      <p className="byline">
        {date === null ? null : (
          <span>
            <time dateTime={notice.published}>{date}</time>
          </span>
        )}
        <span>{t('notice.rows', { count: notice.rows })}</span>
        <span>{t('notices.english', { characters: count(notice.characters.en) })}</span>
        <span>{t('notices.chinese', { characters: count(notice.characters['zh-Hant']) })}</span>
        {notice.unresolved > 0 ? (
          <span className="badge">{t('unresolved.summary', { count: notice.unresolved })}</span>
        ) : null}
      </p>
    </article>
  )
}
