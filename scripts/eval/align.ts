import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alignSegments } from '../../src/align/index.ts'
import { indices } from '../../src/corpus/run.ts'
import { parseLexicon } from '../../src/text/lexicon.ts'
import { galeChurch } from './alignment/gale-church.ts'
import { beadKey, joinGroups, readGold, type GoldBead, type GoldDocument } from './alignment/gold.ts'

/**
 * How well and how fast the aligner aligns: every gold set, beside its floor, its aim and a length-only baseline.
 *
 * Strict precision: predicted beads that are gold beads / predicted beads. Strict recall: two-sided gold beads that
 * are predicted / two-sided gold beads. F1 of the two, counts summed over documents. One configuration for all.
 * Usage: `eval:align [GOLD FOLDER] [COMPILED DICTIONARY]`.
 */
export function main(argv: readonly string[]): Promise<number> {
  const [folder = '../shared/gold', dictionary = '.build/data/lexicon.bin'] = argv
  for (const needed of [folder, dictionary])
    if (!existsSync(needed)) {
      process.stderr.write(`eval:align needs ${needed}\n`)
      return Promise.resolve(1)
    }
  const loading = performance.now()
  const lexicon = parseLexicon(readFileSync(dictionary))
  const load = performance.now() - loading
  const sets = [...targets.keys()].filter((set) => existsSync(join(folder, set)))
  const documents = readGold(folder, sets)
  // Once unmeasured, so that speed is that of warm code.
  for (const { en, zh } of documents.slice(0, 2)) alignSegments({ en, 'zh-Hant': zh }, { lexicon })
  const started = process.cpuUsage()
  const ours = documents.map((document) => {
    const { beads } = alignSegments({ en: document.en, 'zh-Hant': document.zh }, { lexicon })
    return beads.map((bead) => ({ en: indices(bead.en), zh: indices(bead['zh-Hant']), score: bead.score }))
  })
  const used = process.cpuUsage(started)
  const pairs = documents.reduce((sum, { en, zh }) => sum + Math.max(en.length, zh.length), 0)
  const speed = pairs / ((used.user + used.system) / 1e6)
  const baseline = documents.map(({ en, zh }) => galeChurch(en, zh))
  const lines = sets.map((set) => {
    const here = documents.flatMap((document, at) => (document.set === set ? [at] : []))
    const score = (all: readonly (readonly GoldBead[])[]): Score =>
      addUp(here.map((at) => scoreDocument(all[at] ?? [], documents[at])))
    return { set, ...(targets.get(set) ?? { floor: 0, aim: 0 }), ours: score(ours), baseline: score(baseline) }
  })
  const folds = documents.map((document, at) => f1(scoreDocument(ours[at] ?? [], document)))
  report('set', ['F1', 'floor', 'aim', 'Gale–Church', 'all F1', 'null recall', 'nulls'])
  for (const { set, floor, aim, ours: mine, baseline: other } of lines)
    report(set, [f1(mine), floor, aim, f1(other), allF1(mine), mine.nullHits / mine.nulls, mine.nulls])
  report('by document', ['least', 'mean', 'most'])
  for (const set of sets) {
    const of = folds.filter((_, at) => documents[at]?.set === set)
    report(set, [Math.min(...of), of.reduce((sum, one) => sum + one, 0) / of.length, Math.max(...of)])
  }
  const shapes = byShape(documents, ours)
  report('by shape', ['F1', 'gold beads'])
  for (const [shape, { hits, predicted, gold }] of shapes) report(shape, [(2 * hits) / (predicted + gold), gold])
  const calibration = calibrate(documents, ours)
  report('scored', ['are right', 'beads'])
  for (const { from, to, right, beads } of calibration) if (beads > 0) report(`${from}–${to}`, [right / beads, beads])
  const memory = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`\n${Math.round(speed)} pairs/s of processor time, dictionary in ${Math.round(load)} ms, `)
  process.stdout.write(`${Math.round(memory)} MB at most\n`)
  const summary = lines.map(({ set, ours: mine }) => [set, Number(f1(mine).toFixed(4))] as const)
  const byName: Record<string, number> = Object.fromEntries(summary)
  const json = { f1: byName, pairsPerSecond: Math.round(speed), megabytes: Math.round(memory) }
  process.stdout.write(`${JSON.stringify(json)}\n`)
  return Promise.resolve(0)
}

/** Floors and aims set for the project, strict F1. */
const targets: ReadonlyMap<string, { readonly floor: number; readonly aim: number }> = new Map([
  ['twlaw-dev', { floor: 0.975, aim: 0.99 }],
  ['twlaw-dev-noisy', { floor: 0.96, aim: 0.985 }],
  ['ntrex-tw', { floor: 0.985, aim: 0.99 }],
  ['ntrex-tw-noisy', { floor: 0.965, aim: 0.98 }],
  ['cc-legal', { floor: 0.94, aim: 1 }],
  ['udhr', { floor: 0.99, aim: 1 }],
])

type Score = {
  readonly predicted: number
  readonly hits: number
  readonly gold: number
  readonly nulls: number
  readonly nullHits: number
}

function isNull({ en, zh }: GoldBead): boolean {
  return en.length === 0 || zh.length === 0
}

function scoreDocument(beads: readonly GoldBead[], document: GoldDocument | undefined): Score {
  if (document === undefined) throw new RangeError('eval:align: no such document')
  const joined = joinGroups(beads, document.groups)
  const predicted = new Set(joined.map(beadKey))
  const wanted = new Set(document.gold.map(beadKey))
  const nulls = document.gold.filter(isNull)
  return {
    predicted: joined.length,
    hits: joined.filter((bead) => wanted.has(beadKey(bead))).length,
    gold: document.gold.length - nulls.length,
    nulls: nulls.length,
    nullHits: nulls.filter((bead) => predicted.has(beadKey(bead))).length,
  }
}

function addUp(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0)
  return {
    predicted: sum((score) => score.predicted),
    hits: sum((score) => score.hits),
    gold: sum((score) => score.gold),
    nulls: sum((score) => score.nulls),
    nullHits: sum((score) => score.nullHits),
  }
}

function f1({ predicted, hits, nullHits, gold }: Score): number {
  const precision = hits / predicted
  const recall = (hits - nullHits) / gold
  return (2 * precision * recall) / (precision + recall)
}

function allF1({ predicted, hits, gold, nulls }: Score): number {
  return (2 * hits) / (predicted + gold + nulls)
}

type ShapeCounts = { hits: number; predicted: number; gold: number }

function byShape(
  documents: readonly GoldDocument[],
  ours: readonly (readonly GoldBead[])[],
): [shape: string, counts: ShapeCounts][] {
  const counts = new Map<string, ShapeCounts>()
  const at = ({ en, zh }: GoldBead): ShapeCounts => {
    const large = Math.max(en.length, zh.length) > 2 && Math.min(en.length, zh.length) > 1
    const shape = large ? 'larger' : `${en.length}-${zh.length}`
    const known = counts.get(shape) ?? { hits: 0, predicted: 0, gold: 0 }
    counts.set(shape, known)
    return known
  }
  for (const [index, document] of documents.entries()) {
    const wanted = new Set(document.gold.map(beadKey))
    for (const bead of document.gold) at(bead).gold += 1
    for (const bead of joinGroups(ours[index] ?? [], document.groups)) {
      at(bead).predicted += 1
      if (wanted.has(beadKey(bead))) at(bead).hits += 1
    }
  }
  return [...counts].sort(([, one], [, other]) => other.gold - one.gold)
}

const bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]

/** Over the sets whose gold is by bead: of beads with a score in a range, how many are right. */
function calibrate(
  documents: readonly GoldDocument[],
  ours: readonly (readonly (GoldBead & { readonly score: number })[])[],
) {
  const all = documents.flatMap((document, at) => {
    if (document.groups !== null) return []
    const wanted = new Set(document.gold.map(beadKey))
    return (ours[at] ?? []).map((bead) => ({ score: bead.score, right: wanted.has(beadKey(bead)) }))
  })
  return bounds.slice(0, -1).map((from, at) => {
    const to = bounds[at + 1] ?? 1
    const here = all.filter(({ score }) => score >= from && (score < to || to === 1))
    return { from, to, beads: here.length, right: here.filter(({ right }) => right).length }
  })
}

function report(name: string, cells: readonly (string | number)[]): void {
  const shown = cells.map((cell) =>
    typeof cell === 'string'
      ? cell
      : Number.isNaN(cell)
        ? '–'
        : Number.isInteger(cell) && cell > 1
          ? `${cell}`
          : cell.toFixed(4),
  )
  const line = [name.padEnd(18), ...shown.map((cell) => cell.padStart(12))].join('')
  process.stdout.write(typeof cells[0] === 'string' ? `\n${line}\n` : `${line}\n`)
}
