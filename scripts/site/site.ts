import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { byLang } from '../../src/corpus/lang.ts'
import { locales } from '../../src/corpus/locale.ts'
import type { Manifest, ManifestNotice } from '../../src/corpus/manifest.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { corpusSchema, manifestSchema, termsFileSchema } from '../../src/corpus/schema/files.ts'
import {
  corpusFile,
  manifestFile,
  pageFile,
  rootFrom,
  type PageSubject,
  type RenderPage,
} from '../../src/corpus/site.ts'
import { versions } from '../../src/corpus/version.ts'
import type { Content } from '../../src/build/content.ts'
import { review } from '../../src/check/accept.ts'
import { progress } from '../report.ts'
import { sha256 } from '../tools.ts'
import { termUses } from '../../src/terms/uses.ts'
import { writeSearch } from './search.ts'
import { termsFiles } from './terms.ts'

/** The built reader lies beside the bundle of the command line. */
const reader = new URL('../reader/', import.meta.url)

/**
 * Writes the whole site into an empty folder: the reader's files, each notice's corpus file, the manifest, the schemas
 * of both, and a prerendered page for each notice in each locale. The same corpora give the same bytes.
 */
export async function writeSite(
  out: string,
  content: Content,
  corpora: readonly Corpus[],
  base: string | undefined,
): Promise<void> {
  const client = new URL('client/', reader)
  for (const name of await readdir(client))
    if (name !== 'index.html' && name !== '.vite') await cp(new URL(name, client), join(out, name), { recursive: true })

  const notices: ManifestNotice[] = []
  for (const corpus of corpora) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(corpus)}\n`)
    await put(out, corpusFile(corpus.id), bytes)
    notices.push(listed(corpus, bytes))
  }
  const uses = termUses(corpora, content.terms)
  const terms = termsFiles(uses)
  for (const [file, bytes] of terms?.files ?? []) await put(out, file, bytes)
  const manifest: Manifest = {
    ...versions.manifest,
    title: content.collection.title,
    notices: notices.sort(newestFirst),
    search: await writeSearch(out, corpora),
    ...(terms === null ? {} : { terms: terms.link }),
  }
  await put(out, manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
  for (const [name, schema] of [
    ['corpus', corpusSchema],
    ['manifest', manifestSchema],
    ['terms', termsFileSchema],
  ] as const)
    await put(
      out,
      `schema/${name}-${versions[name].version}.json`,
      `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
    )

  const renderPage = await loadReader()
  const template = await readFile(new URL('index.html', client), 'utf8')
  const subjects: PageSubject[] = [
    { kind: 'home' },
    { kind: 'not-found' },
    ...locales.map((locale): PageSubject => ({ kind: 'notices', locale })),
    ...locales.map((locale): PageSubject => ({ kind: 'terms', locale, uses })),
    ...uses.flatMap((use) => locales.map((locale): PageSubject => ({ kind: 'term', locale, use }))),
    ...corpora.flatMap((corpus) => locales.map((locale): PageSubject => ({ kind: 'notice', locale, corpus }))),
  ]
  const shown = progress('writing page', subjects.length)
  // The page for an unknown address is shown at any depth, so its links start from the host's root or the base's path.
  for (const [index, subject] of subjects.entries()) {
    shown.step(index + 1)
    const file = pageFile(subject)
    const root = subject.kind === 'not-found' ? new URL(base ?? 'http://localhost/').pathname : rootFrom(file)
    const { html } = renderPage({ ...subject, template, root, manifest, ...(base === undefined ? {} : { base }) })
    await put(out, file, html)
  }
  shown.end()
}

async function loadReader(): Promise<RenderPage> {
  const { renderPage } = (await import(new URL('server/server.js', reader).href)) as { renderPage: RenderPage }
  return renderPage
}

async function put(out: string, file: string, data: string | Uint8Array): Promise<void> {
  const path = join(out, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, data)
}

function listed(corpus: Corpus, bytes: Uint8Array): ManifestNotice {
  const { id, titles, published, sides, rows } = corpus
  return {
    id,
    titles,
    ...(published === undefined ? {} : { published }),
    corpus: { href: corpusFile(id), bytes: bytes.length, sha256: sha256(bytes) },
    rows: rows.length,
    characters: byLang((lang) =>
      sides[lang].paragraphs.reduce((sum, { at }) => sum + Array.from(sliceRun(sides[lang].text, at)).length, 0),
    ),
    unresolved: [sides.en, sides['zh-Hant']].reduce((sum, side) => {
      const kept = side.unresolved.filter(({ at }) =>
        side.paragraphs.some((paragraph) => paragraph.at.from <= at.from && at.from < paragraph.at.to),
      )
      return sum + kept.length
    }, 0),
    ...(corpus.findings === undefined ? {} : { findings: review(corpus.findings, corpus.accepted ?? []).open.length }),
  }
}

function newestFirst(a: ManifestNotice, b: ManifestNotice): number {
  const [dateA, dateB] = [a.published ?? '', b.published ?? '']
  if (dateA !== dateB) return dateA > dateB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
