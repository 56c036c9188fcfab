import { otherLang } from '../../corpus/lang.ts'
import { firstLang } from '../../corpus/locale.ts'
import type { ManifestNotice } from '../../corpus/manifest.ts'
import { formatDate } from '../i18n/dates.ts'
import type { Words } from '../i18n/words.ts'
import { TitleText } from '../notice/Titles.tsx'

/** A notice in the list: titles in both languages, date, length, how sure its alignment is, what the checks noticed. */
export function NoticeCard({ notice, words: { t, locale, i18n } }: { notice: ManifestNotice; words: Words }) {
  const tn = i18n.getFixedT(locale, 'notices')
  const first = firstLang(locale)
  const { id, titles, published, rows, words: english, characters, beads, unresolved, findings = 0 } = notice
  const date = published === undefined ? null : formatDate(published, locale)
  const sure = surePart(notice)
  return (
    <li
      data-titles={`${titles.en.text}\n${titles['zh-Hant'].text}`}
      data-published={published}
      data-length={characters['zh-Hant'] + characters.en}
      data-findings={findings}
      data-unmatched={beads?.unmatched}
      data-damage={unresolved}
      data-sure={sure?.toFixed(4)}
    >
      <article className="card">
        <h2>
          <a href={`${id}/`}>
            <TitleText titles={titles} lang={first} />
          </a>
        </h2>
        <p className="other-title">
          <TitleText titles={titles} lang={otherLang(first)} />
        </p>
        <p className="byline">
          {date === null ? null : (
            <span>
              <time dateTime={published}>{date}</time>
            </span>
          )}
          <span>{t('notice.rows', { count: rows })}</span>
          {english === undefined ? null : <span>{tn('notices.english', { count: english })}</span>}
          <span>{tn('notices.chinese', { count: characters['zh-Hant'] })}</span>
        </p>
        <p className="byline">
          {sure === null ? null : <span>{tn('notices.alignment', { percent: percent(sure, locale) })}</span>}
          {beads === undefined || beads.unmatched === 0 ? null : (
            <span>{tn('notices.unmatched', { count: beads.unmatched })}</span>
          )}
          {findings === 0 ? null : <span className="badge">{tn('notices.findings', { count: findings })}</span>}
          {unresolved === 0 ? null : <span className="badge">{t('unresolved.summary', { count: unresolved })}</span>}
        </p>
      </article>
    </li>
  )
}

/** How much of what has a counterpart is aligned without a doubt; `null` where nothing is known or nothing has one. */
function surePart({ beads }: ManifestNotice): number | null {
  if (beads === undefined || beads.count === beads.unmatched) return null
  return 1 - beads.doubtful / (beads.count - beads.unmatched)
}

/** Rounded down: all is only said of all. */
function percent(part: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(part * 100) / 100)
}
