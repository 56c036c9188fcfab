import { langs, type Lang } from '../../corpus/lang.ts'
import type { Provenance } from '../../corpus/notice.ts'
import { formatDate } from '../i18n/dates.ts'
import type { Words } from '../i18n/words.ts'
import { SideWords } from './Text.tsx'
import { Titles } from './Titles.tsx'
import type { NoticeView } from './view.ts'

export type NoticeHeadProps = {
  view: NoticeView
  words: Words
  /** Address of the corpus file, relative to the page. */
  corpusHref: string
}

/** Titles, date, and where each side came from, only as far as it is known. */
export function NoticeHead({ view: { corpus }, words, corpusHref }: NoticeHeadProps) {
  const { t, locale } = words
  const date = corpus.published === undefined ? null : formatDate(corpus.published, locale)
  const byEditor = langs.filter((lang) => corpus.titles[lang].by === 'editor')
  return (
    <header className="notice-head">
      <h1>
        <Titles titles={corpus.titles} locale={locale} />
      </h1>
      {byEditor.map((lang) => (
        <p key={lang} className="title-note">
          {t(lang === 'en' ? 'title.editorEnglish' : 'title.editorChinese')}
        </p>
      ))}
      <p className="byline">
        {date === null ? null : (
          <span>
            <time dateTime={corpus.published}>{date}</time>
          </span>
        )}
        <span>{t('notice.rows', { count: corpus.rows.length })}</span>
        <span className="on-screen">
          <a href={corpusHref} type="application/json">
            {t('notice.corpus')}
          </a>
        </span>
      </p>
      <div className="provenance">
        {langs.map((lang) => (
          <ProvenanceList key={lang} lang={lang} provenance={corpus.sides[lang].provenance} words={words} />
        ))}
      </div>
    </header>
  )
}

type ProvenanceListProps = { lang: Lang; provenance: Provenance; words: Words }

/** The page's address is text, never a link: it was scraped, and readers are not sent there. */
function ProvenanceList({ lang, provenance, words: { t, locale } }: ProvenanceListProps) {
  const { site, page, author, retrieved } = provenance
  const known = [
    { name: t('provenance.site'), value: site },
    { name: t('provenance.page'), value: page },
    { name: t('provenance.author'), value: author },
  ].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, shown: <SideWords text={value} lang={lang} /> }]))
  const date = retrieved === undefined ? null : formatDate(retrieved, locale)
  if (date !== null) known.push({ name: t('provenance.retrieved'), shown: <time dateTime={retrieved}>{date}</time> })
  return (
    <div data-side={lang}>
      <p className="side-name">{t(lang === 'en' ? 'side.english' : 'side.chinese')}</p>
      {known.length === 0 ? <p className="unknown">{t('provenance.unknown')}</p> : null}
      {known.length === 0 ? null : (
        <dl>
          {known.map(({ name, shown }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{shown}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
