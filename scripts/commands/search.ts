import { join } from 'node:path'
import type { Corpus } from '../../src/corpus/notice.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import type { Hit } from '../../src/search/answer.ts'
import { searchCorpora } from '../../src/search/corpora.ts'
import { parseWritten } from '../../src/build/written.ts'
import { buildCollection } from '../collection.ts'
import { readInput } from '../files.ts'
import { readingsOf } from '../readings.ts'
import { exit, hasErrors, InputError, reportFaults } from '../report.ts'
import { loadTools } from '../tools.ts'

export type SearchOptions = { readonly content: string; readonly site?: string; readonly json?: boolean }

/** Rows that hold a phrase. Nothing found, or a query that asks for nothing, is an answer and no failure. */
export async function search(query: string, { content, site, json }: SearchOptions): Promise<number> {
  const corpora = site === undefined ? await corporaOfContent(content) : await corporaOfSite(site)
  const answer = await searchCorpora(corpora, query, { readings: readingsOf(corpora) })
  if (json === true) {
    const { hits, message } = answer
    process.stdout.write(`${JSON.stringify({ hits, message })}\n`)
    return exit.done
  }
  if (answer.message !== undefined) process.stderr.write(`${answer.message}\n`)
  for (const hit of answer.hits) {
    const corpus = corpora.find(({ id }) => id === hit.notice)
    if (corpus !== undefined) process.stdout.write(shown(corpus, hit))
  }
  process.stderr.write(`${answer.count} ${answer.count === 1 ? 'row' : 'rows'}\n`)
  return exit.done
}

/** A row's address and each match in its context, one a line. */
function shown(corpus: Corpus, hit: Hit): string {
  const lines = hit.matches.map(({ lang, from, to }) => {
    const { text } = corpus.sides[lang]
    const around = sliceRun(text, { from: Math.max(0, from - 30), to: Math.min(text.length, to + 30) })
    return `  ${lang.padEnd(7)} …${around.replace(/\s+/gu, ' ')}…`
  })
  return `${hit.notice}#${hit.id}\n${lines.join('\n')}\n`
}

async function corporaOfContent(content: string): Promise<Corpus[]> {
  const built = await buildCollection(content, loadTools())
  const errors = built.faults.filter((fault) => fault.severity !== 'warning')
  if (hasErrors(errors) && built.notices.length === 0) throw new InputError(errors)
  reportFaults(errors)
  return built.notices.map(({ corpus }) => corpus)
}

async function corporaOfSite(site: string): Promise<Corpus[]> {
  const manifest = await read('manifest', join(site, 'manifest.json'))
  return Promise.all(manifest.notices.map((notice) => read('corpus', join(site, notice.corpus.href))))
}

async function read<K extends 'manifest' | 'corpus'>(kind: K, path: string) {
  const parsed = parseWritten(kind, path, new TextDecoder().decode(await readInput(path)))
  if (!parsed.ok) throw new InputError([parsed.fault])
  return parsed.value
}
