import type { PageFrame } from '../../corpus/site.ts'
import type { TermUse } from '../../corpus/term-use.ts'
import { Counts, EntryName, preferredTerm } from '../features/terms/EntryWords.tsx'
import type { Words } from '../i18n/words.ts'
import type { LocalePage } from '../state/page-data.ts'
import { Shell } from './Shell.tsx'

export type TermsPageProps = { frame: PageFrame; uses: readonly TermUse[]; words: Words; page: LocalePage }

/**
 * All terms of the collection, by the first letter of the English one, each with how often it stands on either side.
 * Whole without a script; with one it can be filtered and sorted (`features/terms/sort-list.ts`). Sections are laid out
 * only when near, so that ten thousand terms open at once.
 */
export function TermsPage({ frame, uses, words, page }: TermsPageProps) {
  const { locale, i18n } = words
  const t = i18n.getFixedT(locale, 'terms')
  const unused = uses.filter(({ notices }) => notices.length === 0).length
  const groups = byLetter(uses)
  return (
    <Shell frame={frame} words={words} page={page} below="terms/">
      <div className="terms-page">
        <h1>{t('termsPage.title')}</h1>
        {uses.length === 0 ? (
          <p>{t('termsPage.empty')}</p>
        ) : (
          <p className="byline">
            <span>{t('termsPage.count', { count: uses.length })}</span>
            {unused === 0 ? null : <span>{t('termsPage.unused', { count: unused })}</span>}
          </p>
        )}
        {uses.length === 0 ? null : <Tools t={t} />}
        <nav className="letters" aria-label={t('termsPage.letters')}>
          {groups.map(([letter]) => (
            <a key={letter} href={`#${sectionId(letter)}`}>
              {letter === otherLetters ? t('termsPage.otherLetters') : letter}
            </a>
          ))}
        </nav>
        <div className="term-sections">
          {groups.map(([letter, held]) => (
            <section key={letter} aria-labelledby={sectionId(letter)}>
              <h2 id={sectionId(letter)}>{letter === otherLetters ? t('termsPage.otherLetters') : letter}</h2>
              <ul role="list" className="term-list">
                {held.map(({ entry, counts }) => (
                  <li
                    key={entry.id}
                    data-en={counts.en}
                    data-zh={counts['zh-Hant']}
                    data-names={[preferredTerm(entry, 'en'), preferredTerm(entry, 'zh-Hant')].join('\n')}
                  >
                    <a href={`${entry.id}/`}>
                      <EntryName entry={entry} locale={locale} />
                    </a>
                    <Counts counts={counts} t={t} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Shell>
  )
}

type T = ReturnType<Words['i18n']['getFixedT']>

function Tools({ t }: { t: T }) {
  return (
    <div className="term-tools needs-script" role="group" aria-label={t('termsPage.tools')}>
      <label>
        <span>{t('termsPage.filter')}</span>
        <input type="search" id="term-filter" autoComplete="off" spellCheck={false} />
      </label>
      <label>
        <span>{t('termsPage.sort')}</span>
        <select id="term-sort">
          <option value="letter">{t('termsPage.byEnglish')}</option>
          <option value="chinese">{t('termsPage.byChinese')}</option>
          <option value="en">{t('termsPage.byEnglishCount')}</option>
          <option value="zh">{t('termsPage.byChineseCount')}</option>
        </select>
      </label>
      <p id="term-shown" role="status" />
    </div>
  )
}

/** What stands for terms that begin with no Latin letter. */
const otherLetters = '#'

function byLetter(uses: readonly TermUse[]): [string, TermUse[]][] {
  const groups = new Map<string, TermUse[]>()
  for (const use of [...uses].sort(compareNames)) {
    const [letter = ''] = plain(use)
    const key = /[A-Z]/u.test(letter) ? letter : otherLetters
    groups.set(key, [...(groups.get(key) ?? []), use])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** By code units of the folded name: the same order on every machine. */
function compareNames(a: TermUse, b: TermUse): number {
  const [one, other] = [plain(a), plain(b)]
  return one === other ? (a.entry.id < b.entry.id ? -1 : 1) : one < other ? -1 : 1
}

function plain({ entry }: TermUse): string {
  return preferredTerm(entry, 'en')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .toUpperCase()
}

function sectionId(letter: string): string {
  return letter === otherLetters ? 'letter-other' : `letter-${letter.toLowerCase()}`
}
