import type { ReactNode } from 'react'
import { locales } from '../../corpus/locale.ts'
import type { PageFrame } from '../../corpus/site.ts'
import type { Words } from '../i18n/words.ts'
import { CollectionWords } from '../notice/Text.tsx'
import type { LocalePage } from '../state/page-data.ts'
import { Island } from './Island.tsx'

export type ShellProps = {
  frame: PageFrame
  words: Words
  /** What the page tells its scripts. */
  page: LocalePage
  /** The page's place below a locale's folder: empty, or `some-notice/`. */
  below: string
  children: ReactNode
}

/** What all pages in a locale share: the way past the header, the collection's name, languages, tools, footer. */
export function Shell({ frame: { root, manifest, base }, words, page, below, children }: ShellProps) {
  const { t, locale } = words
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="site-head">
        <a className="site-name" href={`${root}${locale}/`}>
          <CollectionWords words={manifest.title} locale={locale} />
        </a>
        {manifest.terms === undefined ? null : (
          <nav className="site-nav" aria-label={t('nav.label')}>
            <a href={`${root}${locale}/terms/`} aria-current={page.kind === 'terms' ? 'page' : undefined}>
              {t('nav.terms')}
            </a>
          </nav>
        )}
        <nav className="locales" aria-label={t('locales.label')}>
          {locales.map((other) => (
            <a
              key={other}
              href={`${root}${other}/${below}`}
              hrefLang={other}
              lang={other}
              aria-current={other === locale ? 'true' : undefined}
              data-keeps-state=""
            >
              {localeNames[other]}
            </a>
          ))}
        </nav>
        <Island name="tools" words={words} page={page} />
        <p className="without-script">{t('tools.noScript')}</p>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-foot">
        <p>
          {t('brand.made')} <span lang="en">{t('brand.latin')}</span> <span lang="zh-Hant">{t('brand.han')}</span>
        </p>
        <p className="print-address">{base === undefined ? null : `${base}${locale}/${below}`}</p>
      </footer>
    </>
  )
}

/** Each language is named in itself, whatever the interface speaks, so that those who need it can find it. */
const localeNames = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const
