import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildReader } from '../../scripts/build-reader.js'
import { ensureTools } from '../../scripts/build-tools.js'
import { writeSite } from '../../scripts/site/site.ts'
import { editorialOf } from './editorial.ts'
import { serveFolder } from './static-host.ts'
import { awkwardCorpus, longCorpus, plainCorpus } from './awkward.ts'

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

const title = { en: 'Health notices', 'zh-Hant': '衛生通知' }

/** Builds the reader and a site of fixtures, and serves it as a static host would, until the tests are over. */
export default async function fixtureSite(project: TestProject): Promise<() => Promise<void>> {
  // Pictures are drawn from compiled data, and a project's set-up may run before the one that all share.
  await ensureTools({ reader: false })
  const place = await mkdtemp(join(tmpdir(), 'duidu-site-'))
  const reader = await buildReader({ outDir: join(place, 'reader') })
  const plain = plainCorpus()
  const corpora = [awkwardCorpus(), plain, longCorpus(10_000)]
  const terms = corpora.flatMap((corpus) => corpus.terms)
  await writeSite(join(place, 'host', folder), { collection: { title }, terms }, corpora, {
    reader: pathToFileURL(`${reader}/`),
    annotations: new Map([[plain.id, editorialOf(plain, [['en', 'says one thing']])]]),
  })
  const host = await serveFolder(join(place, 'host'))
  project.provide('site', `${host.address}${folder}/`)
  return async () => {
    host.close()
    await rm(place, { recursive: true, force: true })
  }
}
