import { langs, type Lang } from '../../corpus/lang.ts'
import type { Corpus } from '../../corpus/notice.ts'
import { overlaps, sliceRun, type Run } from '../../corpus/run.ts'
import type { Words } from '../i18n/words.ts'
import { damageWords } from './damage-words.ts'
import { hasHan } from './scripts-in-text.ts'
import { SideWords } from './Text.tsx'
import type { NoticeView } from './view.ts'

type Props = { view: NoticeView; words: Words }

/** Behind the rows: damage that was not undone, and what was left out and why. Opens without a script. */
export function Appendix({ view, words }: Props) {
  return (
    <section className="appendix" aria-label={words.t('appendix.label')}>
      <Unresolved view={view} words={words} />
      <LeftOut view={view} words={words} />
    </section>
  )
}

function Unresolved({ view: { corpus }, words: { t } }: Props) {
  const damage = langs.flatMap((lang) =>
    corpus.sides[lang].unresolved.map((one) => ({ ...one, lang, row: rowAt(corpus, lang, one.at) })),
  )
  if (damage.length === 0) return null
  return (
    <details id="unresolved" open>
      <summary>{t('unresolved.summary', { count: damage.length })}</summary>
      <p>{t('unresolved.explained')}</p>
      <ul>
        {damage.map(({ lang, row, at, was, why, cause, candidates }) => (
          <li key={`${lang}:${at.from}`}>
            {row === null ? null : <a href={`#${row}`}>{row}</a>} <SideWords text={was} lang={lang} />
            <span className="reason">{damageWords(cause, t) ?? <SideWords text={why} lang={languageOf(why)} />}</span>
            {candidates.length === 0 ? null : (
              <span className="reason">
                {t('unresolved.candidates')}{' '}
                {candidates.map((candidate, index) => (
                  <span key={candidate}>
                    {index === 0 ? null : ' · '}
                    <SideWords text={candidate} lang={lang} />
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function rowAt(corpus: Corpus, lang: Lang, at: Run): string | null {
  const { paragraphs } = corpus.sides[lang]
  const holds = corpus.rows.find((row) =>
    paragraphs.slice(row[lang].from, row[lang].to).some((paragraph) => overlaps(paragraph.at, at)),
  )
  return holds?.id ?? null
}

function LeftOut({ view: { corpus }, words: { t } }: Props) {
  const sides = langs
    .map((lang) => ({ lang, dropped: corpus.sides[lang].dropped }))
    .filter(({ dropped }) => dropped.length > 0)
  if (sides.length === 0) return null
  return (
    <details>
      <summary>{t('dropped.summary', { count: sides.reduce((sum, { dropped }) => sum + dropped.length, 0) })}</summary>
      <p>{t('dropped.explained')}</p>
      {sides.map(({ lang, dropped }) => (
        <div key={lang}>
          <p className="side-name">{t(lang === 'en' ? 'side.english' : 'side.chinese')}</p>
          <ul>
            {dropped.map(({ at, reason, title }) => (
              <li key={at.from}>
                <SideWords text={sliceRun(corpus.sides[lang].text, at)} lang={lang} />
                <span className="reason">
                  {title ? t('dropped.title') : <SideWords text={reason} lang={languageOf(reason)} />}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  )
}

/** Reasons are an author's own words, in either language. */
function languageOf(text: string): Lang {
  return hasHan(text) ? 'zh-Hant' : 'en'
}
