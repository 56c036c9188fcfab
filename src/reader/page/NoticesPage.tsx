import { feedFile, manifestFile, type PageFrame } from '../../corpus/site.ts'
import type { Words } from '../i18n/words.ts'
import { CollectionWords } from '../notice/Text.tsx'
import type { LocalePage } from '../state/page-data.ts'
import { NoticeCard } from './NoticeCard.tsx'
import { Shell } from './Shell.tsx'

/**
 * The list of notices, newest first as the manifest has them. Whole without a script; with one it can be filtered and
 * put in another order (`features/notices/sort-list.ts`).
 */
export function NoticesPage({ frame, words, page }: { frame: PageFrame; words: Words; page: LocalePage }) {
  const { locale, i18n } = words
  const t = i18n.getFixedT(locale, 'notices')
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
          <span className="on-screen">
            <a href={frame.root + feedFile(locale)} type="application/atom+xml">
              {t('notices.feed')}
            </a>
          </span>
        </p>
        {notices.length === 0 ? <p>{t('notices.none')}</p> : null}
        {notices.length < 2 ? null : <Tools t={t} />}
        <ul role="list" className="cards">
          {notices.map((notice) => (
            <NoticeCard key={notice.id} notice={notice} words={words} />
          ))}
        </ul>
      </div>
    </Shell>
  )
}

/** Values are those of `features/notices/list-state.ts`. */
function Tools({ t }: { t: ReturnType<Words['i18n']['getFixedT']> }) {
  return (
    <div className="notice-tools needs-script on-screen" role="search" aria-label={t('notices.tools')}>
      <label>
        <span>{t('notices.filter')}</span>
        <input type="search" id="notice-title" autoComplete="off" spellCheck={false} />
      </label>
      <label>
        <span>{t('notices.sort')}</span>
        <select id="notice-sort" autoComplete="off">
          <option value="newest">{t('notices.newest')}</option>
          <option value="oldest">{t('notices.oldest')}</option>
          <option value="en">{t('notices.titleEnglish')}</option>
          <option value="zh">{t('notices.titleChinese')}</option>
          <option value="longest">{t('notices.longest')}</option>
          <option value="findings">{t('notices.mostFindings')}</option>
          <option value="unsure">{t('notices.leastSure')}</option>
        </select>
      </label>
      <label>
        <span>{t('notices.only')}</span>
        <select id="notice-only" autoComplete="off">
          <option value="all">{t('notices.all')}</option>
          <option value="findings">{t('notices.withFindings')}</option>
          <option value="unmatched">{t('notices.withUnmatched')}</option>
          <option value="damage">{t('notices.withDamage')}</option>
        </select>
      </label>
      <p id="notice-shown" role="status" />
    </div>
  )
}
