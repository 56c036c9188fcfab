import { readFile, readdir } from 'node:fs/promises'
import * as z from 'zod'
import type { PublishedAnnotations } from '../../src/build/annotations.ts'
import type { Content } from '../../src/build/content.ts'
import type { NoticeId } from '../../src/corpus/ids.ts'
import { locales } from '../../src/corpus/locale.ts'
import type { Manifest, ManifestNotice } from '../../src/corpus/manifest.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { corpusSchema, manifestSchema, termsFileSchema } from '../../src/corpus/schema/files.ts'
import {
  corpusFile,
  feedFile,
  manifestFile,
  pageFile,
  rootFrom,
  workerFile,
  type PageSubject,
  type RenderPage,
} from '../../src/corpus/site.ts'
import type { TermUse } from '../../src/corpus/term-use.ts'
import { versions } from '../../src/corpus/version.ts'
import { termUses } from '../../src/terms/uses.ts'
import { copyInto, writeInto } from '../files.ts'
import { progress } from '../report.ts'
import { writeAnnotations } from './annotations.ts'
import { atomFeed } from './feed.ts'
import { listed, newestFirst } from './manifest.ts'
import { writeWorker } from './offline.ts'
import { openSearchFiles, writeSearch } from './search.ts'
import { collectionPicture, noticePicture, writePicture } from './preview.ts'
import { robots, sitemapFiles } from './sitemap.ts'
import { termsFiles } from './terms.ts'

export type SiteOptions = {
  /** Absolute address of the site's root, ending in a slash, where it is known. */
  readonly base?: string
  /** The built reader's folder; by default the one beside the bundle of the command line. */
  readonly reader?: URL
  /** A site that an earlier build made of the same content: pictures that it has are not drawn again. */
  readonly previous?: string
  /** The editor's annotations of notices that have some. */
  readonly annotations?: ReadonlyMap<NoticeId, PublishedAnnotations>
}

/**
 * Writes the whole site into an empty folder: the reader's files, each notice's corpus file, the manifest, the schemas
 * of both, and a prerendered page for each notice in each locale. The same corpora give the same bytes.
 */
export async function writeSite(
  out: string,
  { collection, terms }: Pick<Content, 'collection' | 'terms'>,
  corpora: readonly Corpus[],
  { base, reader = new URL('../reader/', import.meta.url), annotations = new Map(), previous }: SiteOptions = {},
): Promise<void> {
  const client = new URL('client/', reader)
  for (const name of await readdir(client))
    if (name !== 'index.html' && name !== '.vite' && name !== workerFile)
      await copyInto(out, name, new URL(name, client))

  const notices: ManifestNotice[] = []
  const drawn = progress('drawing preview', corpora.length)
  for (const [index, corpus] of corpora.entries()) {
    drawn.step(index + 1)
    const bytes = new TextEncoder().encode(`${JSON.stringify(corpus)}\n`)
    await writeInto(out, corpusFile(corpus.id), bytes)
    const published = await writeAnnotations(out, corpus.id, annotations.get(corpus.id) ?? null, base)
    const preview = await writePicture(out, noticePicture(corpus, collection.title), previous)
    notices.push({ ...listed(corpus, bytes), preview, ...published })
  }
  drawn.end()
  const uses = termUses(corpora, terms)
  const termFiles = termsFiles(uses)
  for (const [file, bytes] of termFiles?.files ?? []) await writeInto(out, file, bytes)
  const manifest: Manifest = {
    ...versions.manifest,
    title: collection.title,
    ...(collection.description === undefined ? {} : { description: collection.description }),
    preview: await writePicture(out, collectionPicture(collection.title), previous),
    notices: notices.sort(newestFirst),
    search: await writeSearch(out, corpora),
    ...(termFiles === null ? {} : { terms: termFiles.link }),
  }
  await writeInto(out, manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  await writeSchemas(out)

  for (const locale of locales) await writeInto(out, feedFile(locale), atomFeed(manifest, locale, base))
  if (base !== undefined) await writeForCrawlers(out, manifest, uses, base)

  for (const [file, text] of openSearchFiles(manifest, base)) await writeInto(out, file, text)
  const renderPage = await loadReader(reader)
  const template = await readFile(new URL('index.html', client), 'utf8')
  const subjects = pageSubjects(corpora, uses, annotations)
  const shown = progress('writing page', subjects.length)
  // The page for an unknown address is shown at any depth, so its links start from the host's root or the base's path.
  for (const [index, subject] of subjects.entries()) {
    shown.step(index + 1)
    const file = pageFile(subject)
    const root = subject.kind === 'not-found' ? new URL(base ?? 'http://localhost/').pathname : rootFrom(file)
    const { html } = renderPage({ ...subject, template, root, manifest, ...(base === undefined ? {} : { base }) })
    await writeInto(out, file, html)
  }
  shown.end()
  await writeWorker(out, new URL(workerFile, client), manifest)
}

/** Sitemaps hold whole addresses only, so there is none without a base; robots.txt counts at a host's root alone. */
async function writeForCrawlers(
  out: string,
  manifest: Manifest,
  uses: readonly TermUse[],
  base: string,
): Promise<void> {
  const below = [
    '',
    ...manifest.notices.map(({ id }) => `${id}/`),
    'terms/',
    ...uses.map(({ entry }) => `terms/${entry.id}/`),
  ]
  for (const [file, xml] of sitemapFiles(below, base)) await writeInto(out, file, xml)
  if (new URL(base).pathname === '/') await writeInto(out, 'robots.txt', robots(base))
}

function pageSubjects(
  corpora: readonly Corpus[],
  uses: readonly TermUse[],
  annotations: NonNullable<SiteOptions['annotations']>,
): PageSubject[] {
  return [
    { kind: 'home' },
    { kind: 'not-found' },
    { kind: 'offline' },
    ...locales.flatMap((locale): PageSubject[] => [
      { kind: 'notices', locale },
      { kind: 'terms', locale, uses },
      ...uses.map((use): PageSubject => ({ kind: 'term', locale, use })),
      ...corpora.map((corpus): PageSubject => {
        const notes = annotations.get(corpus.id)?.notes
        return { kind: 'notice', locale, corpus, ...(notes === undefined ? {} : { notes }) }
      }),
    ]),
  ]
}

async function writeSchemas(out: string): Promise<void> {
  for (const [name, schema] of [
    ['corpus', corpusSchema],
    ['manifest', manifestSchema],
    ['terms', termsFileSchema],
  ] as const) {
    const json = `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`
    await writeInto(out, `schema/${name}-${versions[name].version}.json`, json)
  }
}

async function loadReader(reader: URL): Promise<RenderPage> {
  const { renderPage } = (await import(new URL('server/server.js', reader).href)) as { renderPage: RenderPage }
  return renderPage
}
