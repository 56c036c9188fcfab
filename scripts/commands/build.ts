import { join } from 'node:path'
import type { Content } from '../../src/build/content.ts'
import type { BuiltNotice } from '../../src/build/pipeline.ts'
import type { Editions } from '../../src/corpus/editions.ts'
import type { Fault } from '../../src/corpus/fault.ts'
import { locales } from '../../src/corpus/locale.ts'
import { editionsFile, manifestFile, workerFile } from '../../src/corpus/site.ts'
import { buildInWorkers } from '../build-worker.ts'
import { buildCollection, type BuiltCollection } from '../collection.ts'
import { replaceFolder, writeInto, writeWhole } from '../files.ts'
import { counted, exit, hasErrors, reportFaults } from '../report.ts'
import { writeSite } from '../site/site.ts'
import { loadTools } from '../tools.ts'

export type BuildOptions = {
  readonly content: string
  readonly out: string
  readonly base?: string
  readonly frozen?: boolean
  readonly strict?: boolean
  /** Is this a build that readers will see? A preview of every keystroke is no edition. Yes unless said otherwise. */
  readonly record?: boolean
  readonly jobs?: number
}

/** Builds every notice and the site. With an error in the content nothing is written, neither site nor ids. */
export async function build(options: BuildOptions): Promise<number> {
  const ready = await readySite(options)
  if (ready === null) return exit.badInput
  const { content, notices, hasFaults } = ready
  const base = withSlash(options.base ?? content.collection.base)
  await replaceFolder(options.out, strangersIn, async (out) => {
    await writeSite(
      out,
      content,
      notices.map(({ corpus }) => corpus),
      {
        previous: options.out,
        ...(base === undefined ? {} : { base }),
        annotations: new Map(
          notices.flatMap(({ corpus, annotations }) => (annotations === null ? [] : [[corpus.id, annotations]])),
        ),
      },
    )
    await publishEditions(out, notices)
  })
  const rows = notices.reduce((sum, { corpus }) => sum + corpus.rows.length, 0)
  process.stdout.write(`${options.out}: ${counted(notices.length, 'notice')}, ${counted(rows, 'row')}\n`)
  return options.strict === true && hasFaults ? exit.badInput : exit.done
}

/**
 * What the site is made of. Only that: ledgers and sources hold every word again, which a large collection is better
 * without while its index is made.
 */
type ReadySite = {
  readonly content: Pick<Content, 'collection' | 'terms'>
  readonly notices: readonly (Pick<BuiltNotice, 'corpus' | 'annotations'> & { readonly earlier: Editions | null })[]
  readonly hasFaults: boolean
}

/** Builds the notices and writes their ledgers; `null` with an error in the content, which is told. */
async function readySite(options: BuildOptions): Promise<ReadySite | null> {
  const built = await buildCollection(options.content, loadTools(), buildInWorkers(options.jobs))
  const faults = [...built.faults, ...frozenFaults(built, options), ...baseFaults(options)]
  reportFaults(faults)
  if (built.content === null || hasErrors(faults)) return null
  await writeLedgers(built, options)
  const { collection, terms } = built.content
  return {
    content: { collection, terms },
    notices: built.notices.map(({ corpus, annotations, editions }) => ({
      corpus,
      annotations,
      earlier: editions.earlier.length > 0 ? editions : null,
    })),
    hasFaults: faults.length > 0,
  }
}

/** A ledger is written only when new ids were given out; the editions, when a build says something else than the last. */
async function writeLedgers(
  { notices }: BuiltCollection,
  { content, frozen, record = true }: BuildOptions,
): Promise<void> {
  for (const { spec, ledger, grown, editions, recorded } of notices) {
    if (grown) await writeWhole(join(content, spec.folder, 'ids.json'), `${JSON.stringify(ledger, null, 2)}\n`)
    if (frozen !== true && (recorded === null || (record && editions !== recorded)))
      await writeWhole(join(content, spec.folder, 'editions.json'), `${JSON.stringify(editions, null, 2)}\n`)
  }
}

/** Earlier wordings, for readers whose link was made on one; nothing where there is none. */
async function publishEditions(out: string, notices: ReadySite['notices']): Promise<void> {
  for (const { corpus, earlier } of notices)
    if (earlier !== null) await writeInto(out, editionsFile(corpus.id), `${JSON.stringify(earlier)}\n`)
}

/**
 * What of a folder's names is not of a site that a build made: all of them where there is no site, and beside one what
 * its editor put there, such as `.git` or a host's `CNAME`, which a new site would take away.
 */
function strangersIn(names: readonly string[]): string[] {
  const isSite = names.includes(manifestFile) && names.includes('index.html')
  return names.filter((name) => !isSite || !(atTheTop.has(name) || /^sitemap(?:-\d+)?\.xml$/u.test(name)))
}

/** What stands at the top of a site, and what desktops leave in every folder. */
const atTheTop = new Set([
  ...locales,
  ...[manifestFile, workerFile, 'index.html', 'offline.html', '404.html', 'robots.txt'],
  ...['assets', 'notices', 'previews', 'schema', 'search', 'terms'],
  ...['.DS_Store', 'Thumbs.db', 'desktop.ini'],
])

function frozenFaults({ notices }: BuiltCollection, { frozen }: BuildOptions): Fault[] {
  if (frozen !== true) return []
  return notices
    .filter(({ grown }) => grown)
    .map(({ spec }) => ({
      file: `${spec.folder}/ids.json`,
      what: 'New ids are needed, and --frozen forbids writing them',
      todo: 'Build once without --frozen and commit ids.json',
    }))
}

function baseFaults({ base }: BuildOptions): Fault[] {
  if (base === undefined || (URL.canParse(base) && /^https?:$/u.test(new URL(base).protocol))) return []
  return [{ file: '--base', what: `“${base}” is no web address`, todo: 'Write it as https://example.org/notices/' }]
}

function withSlash(base: string | undefined): string | undefined {
  return base === undefined || base.endsWith('/') ? base : `${base}/`
}
