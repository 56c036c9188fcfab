import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { firstLang, locales, type Locale } from '../corpus/locale.ts'
import type { NoticeId } from '../corpus/ids.ts'
import { otherLang } from '../corpus/lang.ts'
import type { PageFrame, PageRequest, PageSubject, RenderedPage } from '../corpus/site.ts'
import { createWords } from './i18n/instance.ts'
import { allCatalogues } from './i18n/all-catalogues.ts'
import type { Words } from './i18n/words.ts'
import { DoorPage } from './page/DoorPage.tsx'
import { fillTemplate, type DocumentParts, type HeadLink } from './page/document.ts'
import { NoticePage } from './page/NoticePage.tsx'
import { NoticesPage } from './page/NoticesPage.tsx'
import { TermPage } from './page/TermPage.tsx'
import { TermsPage } from './page/TermsPage.tsx'
import { preferredTerm } from './features/terms/EntryWords.tsx'
import type { LocalePage } from './state/page-data.ts'

const words: Readonly<Record<Locale, Words>> = {
  en: createWords('en', allCatalogues('en')),
  'zh-Hant': createWords('zh-Hant', allCatalogues('zh-Hant')),
  'zh-Hans': createWords('zh-Hans', allCatalogues('zh-Hans')),
}

/** The server entry: a page's HTML from its request. Pure; see `src/corpus/site.ts` for the contract. */
export function renderPage(page: PageRequest): RenderedPage {
  const parts = describePage(page)
  return { html: fillTemplate({ frame: page, ...parts, body: renderToStaticMarkup(parts.body) }) }
}

type PageParts = Omit<DocumentParts, 'frame' | 'body'> & { readonly body: ReactNode }

function describePage(page: PageRequest): PageParts {
  switch (page.kind) {
    case 'home':
    case 'not-found': {
      const { title } = page.manifest
      const name = page.kind === 'home' ? title.en : words.en.t('notFound.title')
      return {
        locale: 'en',
        title: name,
        links: page.kind === 'home' ? languageLinks(page, '') : [],
        data: { kind: page.kind },
        body: <DoorPage frame={page} kind={page.kind} wordsIn={(locale) => words[locale]} />,
      }
    }
    case 'notices': {
      const data: LocalePage = { kind: 'notices', locale: page.locale, root: page.root }
      return {
        locale: page.locale,
        title: page.manifest.title[firstLang(page.locale)],
        description: page.manifest.description?.[firstLang(page.locale)] ?? words[page.locale].t('notices.description'),
        links: [...canonical(page, ''), ...languageLinks(page, '')],
        data,
        body: <NoticesPage frame={page} words={words[page.locale]} page={data} />,
      }
    }
    case 'notice':
      return describeNotice(page)
    case 'terms': {
      const data: LocalePage = { kind: 'terms', locale: page.locale, root: page.root }
      const t = words[page.locale].i18n.getFixedT(page.locale, 'terms')
      return {
        locale: page.locale,
        title: `${t('termsPage.title')} · ${page.manifest.title[firstLang(page.locale)]}`,
        description: t('termsPage.description'),
        links: [...canonical(page, 'terms/'), ...languageLinks(page, 'terms/')],
        data,
        body: <TermsPage frame={page} uses={page.uses} words={words[page.locale]} page={data} />,
      }
    }
    case 'term':
      return describeTerm(page)
  }
}

function describeNotice(page: PageFrame & Extract<PageSubject, { kind: 'notice' }>): PageParts {
  const { corpus, locale, manifest } = page
  const corpusHref = page.root + corpusLink(page, corpus.id)
  const data = { kind: 'notice', locale, root: page.root, notice: corpus.id, corpus: corpusHref } as const
  const lang = firstLang(locale)
  const first = corpus.sides[lang].sentences[0]
  const description = first === undefined ? null : corpus.sides[lang].text.slice(first.from, first.to)
  return {
    locale,
    title: `${corpus.titles[lang].text} · ${manifest.title[lang]}`,
    ...(description === null ? {} : { description: shortened(description) }),
    links: [
      ...canonical(page, `${corpus.id}/`),
      ...languageLinks(page, `${corpus.id}/`),
      { rel: 'alternate', href: corpusHref, type: 'application/json' },
    ],
    data,
    body: <NoticePage frame={page} corpus={corpus} words={words[locale]} page={data} />,
  }
}

function describeTerm(page: PageFrame & Extract<PageSubject, { kind: 'term' }>): PageParts {
  const { locale, use, manifest } = page
  const { entry } = use
  const data: LocalePage = { kind: 'term', locale, root: page.root }
  const lang = firstLang(locale)
  const definition = entry.definition?.[lang]
  const below = `terms/${entry.id}/`
  return {
    locale,
    title: `${preferredTerm(entry, lang)} / ${preferredTerm(entry, otherLang(lang))} · ${manifest.title[lang]}`,
    ...(definition === undefined ? {} : { description: shortened(definition) }),
    links: [...canonical(page, below), ...languageLinks(page, below)],
    data,
    body: <TermPage frame={page} use={use} words={words[locale]} page={data} />,
  }
}

function corpusLink({ manifest }: PageFrame, id: NoticeId): string {
  const entry = manifest.notices.find((notice) => notice.id === id)
  if (entry === undefined) throw new RangeError(`renderPage: the manifest does not hold the notice ${id}`)
  return entry.corpus.href
}

/** Search engines ask for whole addresses here; without a base there is nothing to say. */
function canonical({ base, ...page }: PageFrame & { locale: Locale }, below: string): HeadLink[] {
  return base === undefined ? [] : [{ rel: 'canonical', href: `${base}${page.locale}/${below}` }]
}

function languageLinks({ base, root }: PageFrame, below: string): HeadLink[] {
  return locales.map((hreflang) => ({ rel: 'alternate', href: `${base ?? root}${hreflang}/${below}`, hreflang }))
}

/** Chat programs and search engines cut descriptions at about this many characters. */
const descriptionLength = 160

function shortened(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' '))
  return characters.length <= descriptionLength
    ? characters.join('')
    : `${characters.slice(0, descriptionLength).join('')}…`
}
