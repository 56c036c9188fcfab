import type { TFunction } from 'i18next'
import { langs, otherLang, type Lang } from '../../../corpus/lang.ts'
import { firstLang, type Locale } from '../../../corpus/locale.ts'
import type { Term, TermEntry } from '../../../corpus/term.ts'
import { SideWords } from '../../notice/Text.tsx'

type Words = { readonly t: TFunction<'terms'>; readonly locale: Locale }

/** The term that an entry prefers, in one of its languages. */
export function preferredTerm({ terms }: TermEntry, lang: Lang): string {
  return terms[lang][0]?.text ?? ''
}

/** The languages of an entry, the one that a reader of this interface reads first before the other. */
export function langsFor(locale: Locale): readonly Lang[] {
  const first = firstLang(locale)
  return [first, otherLang(first)]
}

/** Both preferred terms, as a heading or a link has them. */
export function EntryName({ entry, locale }: { entry: TermEntry; locale: Locale }) {
  const [first = 'en', second = 'zh-Hant'] = langsFor(locale)
  return (
    <span className="term-name">
      <SideWords text={preferredTerm(entry, first)} lang={first} />{' '}
      <span className="other">
        <SideWords text={preferredTerm(entry, second)} lang={second} />
      </span>
    </span>
  )
}

/**
 * All that an entry says: its terms in both languages with their standing, definition, note, subject, source. Below a
 * heading that names the preferred terms, `brief` leaves out a language that has no other.
 */
export function EntryWords({ entry, t, locale, brief = false }: Words & { entry: TermEntry; brief?: boolean }) {
  const named = langsFor(locale).filter((lang) => !brief || entry.terms[lang].length > 1)
  return (
    <dl className="entry">
      {named.map((lang) => (
        <div key={lang}>
          <dt>{t(lang === 'en' ? 'term.english' : 'term.chinese')}</dt>
          {entry.terms[lang].map((term) => (
            <dd key={term.text}>
              <SideWords text={term.text} lang={lang} />
              <Standing term={term} t={t} />
            </dd>
          ))}
        </div>
      ))}
      <Definitions entry={entry} t={t} locale={locale} />
      <Remark name={t('term.note')} text={entry.note} />
      <Remark name={t('term.subject')} text={entry.subject} />
      <Remark name={t('term.source')} text={entry.source} />
    </dl>
  )
}

function Standing({ term: { status, abbreviation }, t }: { term: Term; t: Words['t'] }) {
  const said = [
    ...(status === 'preferred' ? [] : [t(status === 'admitted' ? 'term.admitted' : 'term.deprecated')]),
    ...(abbreviation === true ? [t('term.abbreviation')] : []),
  ]
  return said.map((words) => (
    <span key={words} className="standing">
      {' '}
      {words}
    </span>
  ))
}

function Definitions({ entry: { definition }, t, locale }: Words & { entry: TermEntry }) {
  const given = langsFor(locale).flatMap((lang) => {
    const text = definition?.[lang]
    return text === undefined ? [] : [{ lang, text }]
  })
  if (given.length === 0) return null
  return (
    <div>
      <dt>{t('term.definition')}</dt>
      {given.map(({ lang, text }) => (
        <dd key={lang}>
          <SideWords text={text} lang={lang} />
        </dd>
      ))}
    </div>
  )
}

/** An author's own words, in either language. */
function Remark({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <SideWords text={text} lang={/\p{Script=Han}/u.test(text) ? 'zh-Hant' : 'en'} />
      </dd>
    </div>
  )
}

/** How often it stands on each side. */
export function Counts({ counts, t }: { counts: Readonly<Record<Lang, number>>; t: Words['t'] }) {
  return (
    <span className="counts">
      {langs.map((lang) => (
        <span key={lang}>{t(lang === 'en' ? 'term.inEnglish' : 'term.inChinese', { places: counts[lang] })}</span>
      ))}
    </span>
  )
}
