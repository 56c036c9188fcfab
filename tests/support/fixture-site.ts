import { createServer } from 'node:http'
import { mkdir, mkdtemp, readFile, rm, writeFile, cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sirv from 'sirv'
import type { TestProject } from 'vitest/node'
import { locales } from '../../src/corpus/locale.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import {
  corpusFile,
  manifestFile,
  pageFile,
  rootFrom,
  type PageSubject,
  type RenderPage,
} from '../../src/corpus/site.ts'
import { buildReader } from '../../scripts/build-reader.js'
import { awkwardCorpus, longCorpus, plainCorpus } from './awkward.ts'
import { manifestOf } from './corpus.ts'
import { termsFiles } from '../../scripts/site/terms.ts'
import { termUses } from '../../src/terms/uses.ts'

declare module 'vitest' {
  // Only an interface can be added to.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    /** Address of the fixture site, in a sub-folder as on a static host, ending in a slash. */
    readonly site: string
  }
}

/** The sub-folder in which the fixture site stands, since a reader must not depend on being at a host's root. */
const folder = 'some/where'

/** Builds the reader and a site of fixtures, and serves it as a static host would, until the tests are over. */
export default async function fixtureSite(project: TestProject): Promise<() => Promise<void>> {
  const place = await mkdtemp(join(tmpdir(), 'duidu-site-'))
  const reader = await buildReader({ outDir: join(place, 'reader') })
  const { renderPage } = await serverEntry(reader)
  await writeSite(reader, renderPage, join(place, 'host', folder), [awkwardCorpus(), plainCorpus(), longCorpus(10_000)])
  const server = createServer(sirv(join(place, 'host'), { dev: true }))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  project.provide('site', `http://127.0.0.1:${address.port}/${folder}/`)
  return async () => {
    server.close()
    server.closeAllConnections()
    await rm(place, { recursive: true, force: true })
  }
}

async function serverEntry(reader: string): Promise<{ readonly renderPage: RenderPage }> {
  const entry: unknown = await import(pathToFileURL(join(reader, 'server', 'server.js')).href)
  return entry as { readonly renderPage: RenderPage }
}

/** A site from built reader files and corpora, as the build scripts make it. */
export async function writeSite(
  reader: string,
  renderPage: RenderPage,
  out: string,
  corpora: readonly Corpus[],
): Promise<void> {
  const template = await readFile(join(reader, 'client', 'index.html'), 'utf8')
  const uses = termUses(
    corpora,
    corpora.flatMap(({ terms }) => terms),
  )
  const terms = termsFiles(uses)
  const manifest = { ...manifestOf(corpora), ...(terms === null ? {} : { terms: terms.link }) }
  const pages: PageSubject[] = [
    { kind: 'home' },
    { kind: 'not-found' },
    ...locales.flatMap((locale): PageSubject[] => [
      { kind: 'notices', locale },
      { kind: 'terms', locale, uses },
      ...uses.map((use): PageSubject => ({ kind: 'term', locale, use })),
      ...corpora.map((corpus): PageSubject => ({ kind: 'notice', locale, corpus })),
    ]),
  ]
  await cp(join(reader, 'client', 'assets'), join(out, 'assets'), { recursive: true })
  for (const page of pages) {
    const file = pageFile(page)
    await write(join(out, file), renderPage({ ...page, template, manifest, root: rootFrom(file) }).html)
  }
  await write(join(out, manifestFile), JSON.stringify(manifest))
  for (const [file, bytes] of terms?.files ?? []) await write(join(out, file), new TextDecoder().decode(bytes))
  for (const corpus of corpora) await write(join(out, corpusFile(corpus.id)), JSON.stringify(corpus))
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
