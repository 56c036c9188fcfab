import { existsSync } from 'node:fs'
import { collectionOf, readBeads, type BeadText } from './search/collection.ts'
import { duiduIndex, duiduScan, lunrBigrams, miniSearch, type Engine } from './search/engines.ts'
import { benchQueries, queryKinds, type BenchQuery } from './search/queries.ts'

/**
 * How well and how fast does search find, beside others on the same rows and queries? Prints tables, and last a line
 * of JSON.
 *
 * Usage  search [TEXTS [SIZES]]: a folder of aligned texts, by default ../shared/gold, and numbers of rows, 1000,10000.
 * Recall counts all rows found; precision is that of the first ten. A miss should find nothing.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [folder = '../shared/gold', sizes = '1000,10000'] = argv
  if (!existsSync(folder)) {
    console.error(`No texts in ${folder}. Name a folder of aligned texts.`)
    return 1
  }
  const beads = readBeads(folder)
  const figures: Record<string, unknown> = {}
  for (const size of sizes.split(',').map(Number)) {
    const corpora = collectionOf(beads, size)
    const texts = corpora.flatMap(({ rows, sides }) =>
      rows.map((row): BeadText => {
        const of = (lang: 'en' | 'zh-Hant'): string => {
          const at = sides[lang].paragraphs[row[lang].from]?.at
          return at === undefined ? '' : sides[lang].text.slice(at.from, at.to)
        }
        return { en: of('en'), 'zh-Hant': of('zh-Hant') }
      }),
    )
    const queries = benchQueries(texts, generator(size))
    console.log(`\n${size} rows, ${queries.length} queries`)
    const results: Record<string, unknown> = {}
    for (const make of [
      () => duiduIndex(corpora),
      () => duiduScan(corpora, texts),
      () => miniSearch(texts),
      () => lunrBigrams(texts),
    ]) {
      const engine = await make()
      results[engine.name] = await measure(engine, queries)
    }
    figures[size] = results
  }
  console.log(JSON.stringify(figures))
  return 0
}

async function measure(engine: Engine, queries: readonly BenchQuery[]): Promise<unknown> {
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
  const cold: number[] = []
  if (engine.cold !== null) for (const { query } of queries) cold.push(await engine.cold(query))
  const { index, texts } = engine.size
  const warm = { median: quantile(times, 0.5), p95: quantile(times, 0.95) }
  console.log(
    `${engine.name.padEnd(20)} index ${kilo(index)} texts ${texts === null ? '—' : kilo(texts)}  built in ${Math.round(engine.buildMs)} ms  ` +
      `warm p50 ${warm.median.toFixed(2)} p95 ${warm.p95.toFixed(2)} ms` +
      (cold.length === 0 ? '' : `  first query p50 ${kilo(quantile(cold, 0.5))} p95 ${kilo(quantile(cold, 0.95))}`),
  )
  console.log(
    `${' '.repeat(20)} ${Object.entries(kinds)
      .map(([kind, { recall, precision }]) => `${kind} ${recall.toFixed(3)}/${precision.toFixed(3)}`)
      .join('  ')}`,
  )
  return {
    ...engine.size,
    buildMs: engine.buildMs,
    warm,
    kinds,
    ...(cold.length === 0 ? {} : { cold: { median: quantile(cold, 0.5), p95: quantile(cold, 0.95) } }),
  }
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
