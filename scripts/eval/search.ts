import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { byLang } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { aimsOf, type ColdMeasured, type Measured, type Run } from './search/aims.ts'
import { coldFigures, type Cold } from './search/cold.ts'
import { collectionOf, readBeads, type BeadText } from './search/collection.ts'
import { duiduIndex, duiduScan, type Engine } from './search/engines.ts'
import { flexSearch, lunrBigrams, miniSearch, plainScan } from './search/peers.ts'
import { benchQueries, queryKinds, type BenchQuery } from './search/queries.ts'

/**
 * How well and how fast does search find, beside others on the same rows and queries? Prints tables, each size's
 * figures against what was aimed at, and last a line of JSON.
 *
 * Usage  search [--texts DIR] [--sizes 1000,10000] [--sections warm,cold] [--engines index,lunr] [--cold-each 2]
 *        a folder of aligned texts, by default ../shared/gold; numbers of rows; `warm` is quality, size and warm
 *        time in Node, of all engines or of those named, `cold` the first query in Chromium beside Pagefind, with so
 *        many queries of each kind. At 100,000 rows reading every row (`scan`) takes longest and tells least.
 * Recall counts all rows found; precision is that of the first ten. A miss should find nothing.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      texts: { type: 'string', default: '../shared/gold' },
      sizes: { type: 'string', default: '1000,10000,100000' },
      sections: { type: 'string', default: 'warm,cold' },
      engines: { type: 'string', default: Object.keys(makers).join(',') },
      'cold-each': { type: 'string', default: '2' },
    },
  })
  if (!existsSync(values.texts)) {
    console.error(`No texts in ${values.texts}. Name a folder of aligned texts: --texts DIR`)
    return 1
  }
  const engines = values.engines.split(',')
  const unknown = engines.find((name) => !(name in makers))
  if (unknown !== undefined) {
    console.error(`No engine “${unknown}”. There are ${Object.keys(makers).join(', ')}`)
    return 1
  }
  const beads = readBeads(values.texts)
  const sections = values.sections.split(',')
  const runs: Run[] = []
  for (const size of values.sizes.split(',').map(Number)) {
    const corpora = collectionOf(beads, size)
    // Before anything else of this size, so that its memory is its own.
    const index = sections.includes('warm') && engines.includes('index') ? await duiduIndex(corpora) : null
    const texts = textsOf(corpora)
    const queries = benchQueries(texts, generator(size))
    console.log(`\n${size} rows, ${queries.length} queries`)
    const measured = sections.includes('warm') ? await warm(engines, { index, corpora, texts }, queries) : {}
    const cold = sections.includes('cold')
      ? await coldly(corpora, texts, some(queries, Number(values['cold-each'])))
      : null
    const run = { size, engines: measured, cold }
    runs.push(run)
    for (const { what, aim, figure, met } of aimsOf(run))
      console.log(`  ${met ? 'met   ' : 'MISSED'} ${what.padEnd(36)} aim ${aim.padEnd(8)} ${figure}`)
  }
  console.log(JSON.stringify(runs))
  return 0
}

/** By the names that `--engines` knows, in the order in which they are measured. */
const makers: Readonly<Record<string, (given: Given) => Engine | Promise<Engine>>> = {
  index: ({ index, corpora }) => index ?? duiduIndex(corpora),
  scan: ({ corpora, texts }) => duiduScan(corpora, texts),
  minisearch: ({ texts }) => miniSearch(texts),
  flexsearch: ({ texts }) => flexSearch(texts),
  lunr: ({ texts }) => lunrBigrams(texts),
  plain: ({ texts }) => plainScan(texts),
}

/** A collection, and its index where that is built already. */
type Given = {
  readonly index: Engine | null
  readonly corpora: readonly Corpus[]
  readonly texts: readonly BeadText[]
}

async function warm(
  names: readonly string[],
  given: Given,
  queries: readonly BenchQuery[],
): Promise<Record<string, Measured>> {
  const results: Record<string, Measured> = {}
  for (const [name, make] of Object.entries(makers)) {
    if (!names.includes(name)) continue
    const cpu = process.cpuUsage()
    const engine = await make(given)
    const { user, system } = process.cpuUsage(cpu)
    results[engine.name] = await measure(engine, queries, (user + system) / 1000)
  }
  return results
}

async function measure(engine: Engine, queries: readonly BenchQuery[], cpuMs: number): Promise<Measured> {
  const kinds: Record<string, { recall: number; precision: number }> = {}
  for (const kind of queryKinds) {
    const scores = []
    for (const { query, truth } of queries.filter((one) => one.kind === kind)) {
      const found = await engine.all(query)
      const right = found.filter((row) => truth.has(row)).length
      const ten = found.slice(0, 10)
      scores.push({
        recall: truth.size === 0 ? (found.length === 0 ? 1 : 0) : right / truth.size,
        precision: ten.length === 0 ? 1 : ten.filter((row) => truth.has(row)).length / ten.length,
      })
    }
    kinds[kind] = { recall: mean(scores.map((one) => one.recall)), precision: mean(scores.map((one) => one.precision)) }
  }
  const times: number[] = []
  for (let round = 0; round < 3; round += 1)
    for (const { query } of queries) {
      const begun = performance.now()
      await engine.ten(query)
      if (round > 0) times.push(performance.now() - begun)
    }
  const fetched: number[] = []
  if (engine.cold !== null) for (const { query } of queries) fetched.push(await engine.cold(query))
  const { index, texts } = engine.size
  const p95 = quantile(times, 0.95)
  console.log(
    `${engine.name.padEnd(20)} index ${kilo(index)} texts ${texts === null ? '—' : kilo(texts)}  ` +
      `built in ${(engine.buildMs / 1000).toFixed(1)} s  warm p50 ${quantile(times, 0.5).toFixed(2)} p95 ${p95.toFixed(2)} ms` +
      (fetched.length === 0
        ? ''
        : `  first query p50 ${kilo(quantile(fetched, 0.5))} p95 ${kilo(quantile(fetched, 0.95))}`),
  )
  console.log(
    `${' '.repeat(20)} ${Object.entries(kinds)
      .map(([kind, { recall, precision }]) => `${kind} ${recall.toFixed(3)}/${precision.toFixed(3)}`)
      .join('  ')}`,
  )
  return {
    kinds,
    index,
    warmP95: p95,
    buildCpuMs: engine.buildCpuMs ?? cpuMs,
    peakMb: engine.peakMb ?? process.resourceUsage().maxRSS / 1000,
  }
}

async function coldly(
  corpora: readonly Corpus[],
  texts: readonly BeadText[],
  queries: readonly BenchQuery[],
): Promise<NonNullable<Run['cold']>> {
  const { duidu, pagefind, pagefindBuildMs, protocol } = await coldFigures(corpora, texts, queries)
  console.log(
    `cold, ${protocol}, ${queries.length} queries; Pagefind’s index was built in ${(pagefindBuildMs / 1000).toFixed(1)} s`,
  )
  return { duidu: told('duidu', duidu), pagefind: told('Pagefind', pagefind) }
}

function told(name: string, { ms, bytes, data, tasks }: Cold): ColdMeasured {
  const figures = {
    medianMs: quantile(ms, 0.5),
    medianBytes: quantile(bytes, 0.5),
    p95Bytes: quantile(bytes, 0.95),
    medianData: quantile(data, 0.5),
    p95Data: quantile(data, 0.95),
    longest: Math.max(...tasks),
  }
  console.log(
    `${name.padEnd(20)} p50 ${Math.round(figures.medianMs)} p95 ${Math.round(quantile(ms, 0.95))} ms  ` +
      `fetched p50 ${kilo(figures.medianBytes)} p95 ${kilo(figures.p95Bytes)}, ` +
      `of that data p50 ${kilo(figures.medianData)} p95 ${kilo(figures.p95Data)}  longest task p50 ${Math.round(quantile(tasks, 0.5))} worst ${Math.round(figures.longest)} ms`,
  )
  return figures
}

/** The first few of each kind. */
function some(queries: readonly BenchQuery[], each: number): BenchQuery[] {
  return queryKinds.flatMap((kind) => queries.filter((one) => one.kind === kind).slice(0, each))
}

function textsOf(corpora: readonly Corpus[]): BeadText[] {
  return corpora.flatMap(({ rows, sides }) =>
    rows.map((row) =>
      byLang((lang) => {
        const at = sides[lang].paragraphs[row[lang].from]?.at
        return at === undefined ? '' : sides[lang].text.slice(at.from, at.to)
      }),
    ),
  )
}

const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length)

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Mulberry32: the same queries at every run. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
