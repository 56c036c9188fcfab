import { mkdir, cp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Manifest } from '../../../src/corpus/manifest.ts'
import type { Corpus } from '../../../src/corpus/notice.ts'
import { manifestFile, type RenderPage } from '../../../src/corpus/site.ts'
import { versions } from '../../../src/corpus/version.ts'
import { writeSearch } from '../../site/search.ts'
import type { BeadText } from './collection.ts'

/** The two sites that are searched cold: the reader with this collection's index, and a bare page with Pagefind's. */

/** The reader's list of notices, with no notice on it, since only its search is measured. */
export async function writeReader(out: string, reader: string, corpora: readonly Corpus[]): Promise<void> {
  const title = { en: 'Bench', 'zh-Hant': '量測' }
  const manifest: Manifest = { ...versions.manifest, title, notices: [], search: await writeSearch(out, corpora) }
  await cp(join(reader, 'client', 'assets'), join(out, 'assets'), { recursive: true })
  const template = await readFile(join(reader, 'client', 'index.html'), 'utf8')
  const entry: unknown = await import(pathToFileURL(join(reader, 'server', 'server.js')).href)
  const { renderPage } = entry as { readonly renderPage: RenderPage }
  await put(join(out, manifestFile), JSON.stringify(manifest))
  await put(
    join(out, 'en/index.html'),
    renderPage({ kind: 'notices', locale: 'en', template, root: '../', manifest }).html,
  )
}

/** What of Pagefind's Node API is used. Not bundled: it looks for its binary beside itself. */
type Pagefind = {
  readonly createIndex: () => Promise<{ readonly index?: PagefindIndex; readonly errors: readonly string[] }>
  readonly close: () => Promise<unknown>
}
type PagefindIndex = {
  readonly addCustomRecord: (record: {
    readonly url: string
    readonly content: string
    readonly language: string
  }) => Promise<unknown>
  readonly writeFiles: (options: { readonly outputPath: string }) => Promise<unknown>
}

/** One record a row, as Chinese: its splitter keeps English words whole, and one index has one language. */
export async function writePagefind(out: string, modules: string, texts: readonly BeadText[]): Promise<number> {
  const library: unknown = await import(pathToFileURL(join(modules, 'pagefind/lib/index.js')).href)
  const { createIndex, close } = library as Pagefind
  const begun = performance.now()
  const { index, errors } = await createIndex()
  if (index === undefined) throw new Error(`Pagefind: ${errors.join(' ')}`)
  // Its binary is spoken to by a pipe, which a hundred thousand records at once would burst.
  for (let from = 0; from < texts.length; from += 500)
    await Promise.all(
      texts.slice(from, from + 500).map((row, at) =>
        index.addCustomRecord({
          url: `/${from + at}/`,
          content: `${row.en}\n${row['zh-Hant']}`,
          language: 'zh',
        }),
      ),
    )
  await index.writeFiles({ outputPath: join(out, 'pagefind') })
  await close()
  const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>Bench</title><ol></ol></html>`
  await put(join(out, 'pagefind.html'), page)
  return performance.now() - begun
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
