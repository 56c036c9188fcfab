import type { NoticeId } from '../../corpus/ids.ts'
import type { Lang } from '../../corpus/lang.ts'
import type { PageFrame } from '../../corpus/site.ts'
import type { NoticeUse, TermUse, UseLine } from '../../corpus/term-use.ts'
import { Counts, EntryName, EntryWords, langsFor } from '../features/terms/EntryWords.tsx'
import type { Words } from '../i18n/words.ts'
import { SideWords, Text } from '../notice/Text.tsx'
import { Titles } from '../notice/Titles.tsx'
import type { LocalePage } from '../state/page-data.ts'
import { Shell } from './Shell.tsx'

export type TermPageProps = { frame: PageFrame; use: TermUse; words: Words; page: LocalePage }

/** One term: what its entry says, and its concordance in both languages, bead by bead, notice by notice. */
export function TermPage({ frame, use, words, page }: TermPageProps) {
  const { entry, counts, notices, inner } = use
  const { locale, i18n } = words
  const t = i18n.getFixedT(locale, 'terms')
  return (
    <Shell frame={frame} words={words} page={page} below={`terms/${entry.id}/`}>
      <article className="term-page">
        <p className="crumb on-screen">
          <a href="../">{t('termsPage.all')}</a>
        </p>
        <h1>
          <EntryName entry={entry} locale={locale} />
        </h1>
        <EntryWords entry={entry} t={t} locale={locale} />
        {inner.length === 0 ? null : (
          <section>
            <h2>{t('term.inner')}</h2>
            <ul role="list" className="inner-terms">
              {inner.map((one) => (
                <li key={one.id}>
                  <a href={`../${one.id}/`}>
                    <EntryName entry={one} locale={locale} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{t('term.where')}</h2>
          {notices.length === 0 ? <p>{t('term.nowhere')}</p> : <Counts counts={counts} t={t} />}
          {notices.map((notice) => (
            <Concordance key={notice.notice} frame={frame} use={use} notice={notice} words={words} />
          ))}
        </section>
      </article>
    </Shell>
  )
}

type ConcordanceProps = { frame: PageFrame; use: TermUse; notice: NoticeUse; words: Words }

function Concordance({ frame, use: { entry }, notice, words }: ConcordanceProps) {
  const { locale, i18n } = words
  const t = i18n.getFixedT(locale, 'terms')
  const { titles } = listedNotice(frame, notice.notice)
  const href = `../../${notice.notice}/?term=${entry.id}`
  return (
    <section className="concordance">
      <h3>
        <a href={href}>
          <Titles titles={titles} locale={locale} />
        </a>
      </h3>
      <Counts counts={notice.counts} t={t} />
      <ol role="list" className="kwic">
        {notice.lines.map((line) => (
          <li key={line.sentence}>
            <a className="row-id" href={`${href}#${line.sentence}`} aria-label={t('term.link', { id: line.sentence })}>
              {line.sentence}
            </a>
            {langsFor(locale).map((lang) => (
              <Side key={lang} lang={lang} line={line} words={words} />
            ))}
          </li>
        ))}
      </ol>
      {notice.more === 0 ? null : (
        <p>
          <a href={href}>{t('term.more', { count: notice.more })}</a>
        </p>
      )}
    </section>
  )
}

/** The nodes of a side stand under one another; contexts may be cut by the edge of the column, nodes never. */
function Side({ lang, line, words: { locale, i18n } }: { lang: Lang; line: UseLine; words: Words }) {
  const t = i18n.getFixedT(locale, 'terms')
  const { nodes, instead } = line.sides[lang]
  if (nodes.length === 0)
    return (
      <p className="instead">
        {instead === '' ? t('term.nothing') : t('term.instead')}{' '}
        {instead === '' ? null : <SideWords text={instead} lang={lang} />}
      </p>
    )
  return (
    <div className="nodes" lang={lang}>
      {nodes.map(({ left, node, right }, index) => (
        <p key={index}>
          <span className="left">
            <bdi>
              <Text text={left} context={lang} />
            </bdi>
          </span>
          <b>
            <Text text={node} context={lang} />
          </b>
          <span className="right">
            <Text text={right} context={lang} />
          </span>
        </p>
      ))}
    </div>
  )
}

function listedNotice({ manifest }: PageFrame, id: NoticeId) {
  const listed = manifest.notices.find((notice) => notice.id === id)
  if (listed === undefined) throw new RangeError(`renderPage: the manifest does not hold the notice ${id}`)
  return listed
}
