import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { firstLang, type Locale } from '../corpus/locale.ts'
import type { NoticeId } from '../corpus/ids.ts'
import { otherLang } from '../corpus/lang.ts'
import type { ManifestNotice } from '../corpus/manifest.ts'
import type { PageFrame, PageRequest, PageSubject, RenderedPage } from '../corpus/site.ts'
import { createWords } from './i18n/instance.ts'
import { allCatalogues } from './i18n/all-catalogues.ts'
import type { Words } from './i18n/words.ts'
import { DoorPage } from './page/DoorPage.tsx'
import { fillTemplate, type DocumentParts } from './page/document.ts'
import { collectionData, languageLinks, noticeData, pageLinks, previewMetas, type Preview } from './page/head.ts'
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
  const { search } = page.manifest
  const data = search === undefined || !('locale' in parts.data) ? parts.data : { ...parts.data, search }
  return { html: fillTemplate({ frame: page, ...parts, data, body: renderToStaticMarkup(parts.body) }) }
}

type PageParts = Omit<DocumentParts, 'frame' | 'body'> & { readonly body: ReactNode }

function describePage(page: PageRequest): PageParts {
  switch (page.kind) {
    case 'home':
    case 'offline':
    case 'not-found': {
      const name = {
        home: page.manifest.title.en,
        offline: words.en.i18n.getFixedT('en', 'offline')('offline.title'),
        'not-found': words.en.t('notFound.title'),
      }[page.kind]
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
      const title = page.manifest.title[firstLang(page.locale)]
      const description =
        page.manifest.description?.[firstLang(page.locale)] ??
        words[page.locale].i18n.getFixedT(page.locale, 'notices')('notices.description')
      return {
        locale: page.locale,
        title,
        description,
        links: pageLinks(page, ''),
        metas: previewMetas(page, '', { kind: 'website', title, description, picture: collectionPicture(page) }),
        linkedData: collectionData(page),
        data,
        body: <NoticesPage frame={page} words={words[page.locale]} page={data} />,
      }
    }
    case 'notice':
      return describeNotice(page)
    case 'terms': {
      const data: LocalePage = { kind: 'terms', locale: page.locale, root: page.root }
      const t = words[page.locale].i18n.getFixedT(page.locale, 'terms')
      const [title, description] = [t('termsPage.title'), t('termsPage.description')]
      return {
        locale: page.locale,
        title: `${title} · ${page.manifest.title[firstLang(page.locale)]}`,
        description,
        links: pageLinks(page, 'terms/'),
        metas: previewMetas(page, 'terms/', { kind: 'website', title, description, picture: collectionPicture(page) }),
        data,
        body: <TermsPage frame={page} uses={page.uses} words={words[page.locale]} page={data} />,
      }
    }
    case 'term':
      return describeTerm(page)
  }
}

function describeNotice(page: PageFrame & Extract<PageSubject, { kind: 'notice' }>): PageParts {
  const { corpus, locale, notes, manifest } = page
  const listed = listedNotice(page, corpus.id)
  const corpusHref = page.root + listed.corpus.href
  const { sha256 } = listed.corpus
  const data = {
    kind: 'notice',
    locale,
    root: page.root,
    notice: corpus.id,
    corpus: `${corpusHref}?v=${sha256.slice(0, 16)}`,
    integrity: `sha256-${base64(sha256)}`,
    ...(listed.annotations === undefined
      ? {}
      : { annotations: `${page.root}${listed.annotations.href}?v=${listed.annotations.sha256.slice(0, 16)}` }),
  } as const
  const lang = firstLang(locale)
  const first = corpus.sides[lang].sentences[0]
  const description = first === undefined ? undefined : shortened(corpus.sides[lang].text.slice(first.from, first.to))
  const [title, other] = [corpus.titles[lang].text, corpus.titles[otherLang(lang)].text]
  return {
    locale,
    title: `${title} · ${manifest.title[lang]}`,
    ...(description === undefined ? {} : { description }),
    links: [...pageLinks(page, `${corpus.id}/`), { rel: 'alternate', href: corpusHref, type: 'application/json' }],
    metas: previewMetas(page, `${corpus.id}/`, {
      kind: 'article',
      title,
      description,
      picture: listed.preview === undefined ? undefined : { href: listed.preview, alt: `${title} / ${other}` },
    }),
    linkedData: noticeData(page, listed),
    data,
    body: <NoticePage frame={page} corpus={corpus} notes={notes ?? []} words={words[locale]} page={data} />,
  }
}

function describeTerm(page: PageFrame & Extract<PageSubject, { kind: 'term' }>): PageParts {
  const { locale, use, manifest } = page
  const { entry } = use
  const data: LocalePage = { kind: 'term', locale, root: page.root }
  const lang = firstLang(locale)
  const definition = entry.definition?.[lang]
  const below = `terms/${entry.id}/`
  const title = `${preferredTerm(entry, lang)} / ${preferredTerm(entry, otherLang(lang))}`
  const description = definition === undefined ? undefined : shortened(definition)
  return {
    locale,
    title: `${title} · ${manifest.title[lang]}`,
    ...(description === undefined ? {} : { description }),
    links: pageLinks(page, below),
    metas: previewMetas(page, below, { kind: 'article', title, description, picture: collectionPicture(page) }),
    data,
    body: <TermPage frame={page} use={use} words={words[locale]} page={data} />,
  }
}

function collectionPicture({ manifest: { preview, title } }: PageFrame): Preview['picture'] {
  return preview === undefined ? undefined : { href: preview, alt: `${title.en} / ${title['zh-Hant']}` }
}

function listedNotice({ manifest }: PageFrame, id: NoticeId): ManifestNotice {
  const entry = manifest.notices.find((notice) => notice.id === id)
  if (entry === undefined) throw new RangeError(`renderPage: the manifest does not hold the notice ${id}`)
  return entry
}

function base64(hex: string): string {
  return btoa(hex.replaceAll(/../gu, (byte) => String.fromCharCode(Number.parseInt(byte, 16))))
}

/** Chat programs and search engines cut descriptions at about this many characters. */
const descriptionLength = 160

function shortened(text: string): string {
  const characters = Array.from(text.replaceAll(/\s+/g, ' '))
  return characters.length <= descriptionLength
    ? characters.join('')
    : `${characters.slice(0, descriptionLength).join('')}…`
}
