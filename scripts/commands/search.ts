import { join } from 'node:path'
import { parseWritten } from '../../src/build/written.ts'
import type { Manifest } from '../../src/corpus/manifest.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { answer, type SearchAnswer } from '../../src/search/answer.ts'
import { kwicLines } from '../../src/search/kwic.ts'
import { IndexUnavailable } from '../../src/search/open-index.ts'
import { messageOf } from '../../src/search/said-words.ts'
import { openScan } from '../../src/search/scan.ts'
import type { Shelf } from '../../src/search/shelf.ts'
import { buildCollection } from '../collection.ts'
import { readInput } from '../files.ts'
import { readingsOf } from '../readings.ts'
import { exit, hasErrors, InputError, reportFaults } from '../report.ts'
import { openSearch } from '../site/search.ts'
import { loadTools } from '../tools.ts'

export type SearchOptions = { readonly content: string; readonly site?: string; readonly json?: boolean }

/**
 * Rows that a query finds, as a site finds them: from the site's index, or from the texts where none is built.
 * Nothing found, or a query that asks for nothing, is an answer and no failure.
 */
export async function search(query: string, { content, site, json }: SearchOptions): Promise<number> {
  const found = await answered(async () => {
    const shelf = site === undefined ? shelfOf(await corporaOfContent(content)) : await shelfOfSite(site)
    return answer(shelf, query)
  })
  const message = messageOf(found.said)
  if (json === true) {
    process.stdout.write(`${JSON.stringify({ hits: found.hits, message })}\n`)
    return exit.done
  }
  if (message !== undefined) process.stderr.write(`${message}\n`)
  found.hits.forEach((hit, at) => {
    const row = found.rows[at]
    if (row === undefined) return
    const lines = kwicLines(hit, row).map(
      ({ lang, left, node, right }) => `  ${lang.padEnd(7)} …${left}${node}${right}…`,
    )
    process.stdout.write(`${hit.notice}#${hit.id}  ${hit.reason}\n${lines.join('\n')}\n`)
  })
  process.stderr.write(`${found.count} ${found.count === 1 ? 'row' : 'rows'}\n`)
  return exit.done
}

async function answered(ask: () => Promise<SearchAnswer>): Promise<SearchAnswer> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof IndexUnavailable)) throw error
    const what = 'This part of the search index is damaged or missing'
    throw new InputError([{ file: error.file, what, todo: 'Build the site anew' }])
  }
}

function shelfOf(corpora: readonly Corpus[]): Shelf {
  return openScan(corpora, readingsOf(corpora))
}

/** The manifest is read first: a site of a newer version is refused before any of its files is trusted. */
async function shelfOfSite(site: string): Promise<Shelf> {
  const manifest = await read('manifest', join(site, 'manifest.json'))
  return (await openSearch(site)) ?? shelfOf(await corporaOfSite(site, manifest))
}

async function corporaOfContent(content: string): Promise<Corpus[]> {
  const built = await buildCollection(content, loadTools())
  const errors = built.faults.filter((fault) => fault.severity !== 'warning')
  if (hasErrors(errors) && built.notices.length === 0) throw new InputError(errors)
  reportFaults(errors)
  return built.notices.map(({ corpus }) => corpus)
}

function corporaOfSite(site: string, manifest: Manifest): Promise<Corpus[]> {
  return Promise.all(manifest.notices.map((notice) => read('corpus', join(site, notice.corpus.href))))
}

async function read<K extends 'manifest' | 'corpus'>(kind: K, path: string) {
  const parsed = parseWritten(kind, path, new TextDecoder().decode(await readInput(path)))
  if (!parsed.ok) throw new InputError([parsed.fault])
  return parsed.value
}
