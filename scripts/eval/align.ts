import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { alignSegments } from '../../src/align/index.ts'
import { indices } from '../../src/corpus/run.ts'
import { parseLexicon } from '../../src/text/lexicon.ts'
import { loadData } from '../data/load.ts'
import { chooseApart } from './alignment/apart.ts'
import { bins, fitLine, judge, logLoss, unchanged, type Judged } from './alignment/calibration.ts'
import { galeChurch } from './alignment/gale-church.ts'
import { readFiction } from './alignment/fiction.ts'
import { longDocument } from './alignment/long.ts'
import { beadKey, joinGroups, readGold, type GoldBead, type GoldDocument } from './alignment/gold.ts'
import { chanceFrom } from './anchoring/random.ts'
import { lackingSections } from './alignment/sections.ts'
import { stressed, stresses } from './alignment/stress.ts'
import { addUp, allF1, f1, scoreDocument, type Score } from './alignment/score.ts'

/**
 * How well and how fast the aligner aligns: every gold set, beside its floor, its aim and a length-only baseline.
 *
 * Strict precision: predicted beads that are gold beads / predicted beads. Strict recall: two-sided gold beads that
 * are predicted / two-sided gold beads. F1 of the two, counts summed over documents. One configuration for all.
 * What was fitted is shown as it does on the kind of text that it was not fitted on.
 * Usage: `eval:align [GOLD FOLDER] [--apart]`. With `--apart`, which takes some minutes, the constants are varied instead.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [folder = '../shared/gold'] = argv.filter((one) => !one.startsWith('--'))
  if (!existsSync(folder)) {
    process.stderr.write(`eval:align: skipped, the gold alignments are not here (needs ${folder})\n`)
    return 0
  }
  if (argv.includes('--apart')) return reportApart(folder)
  const loading = process.cpuUsage()
  const lexicon = parseLexicon(loadData('lexicon.bin'))
  const loaded = process.cpuUsage(loading)
  const load = (loaded.user + loaded.system) / 1e3
  const sets = [...targets.keys()].filter((set) => existsSync(join(folder, set)))
  const documents = readGold(folder, sets)
  const alignAll = (all: readonly GoldDocument[]): Scored[][] =>
    all.map(({ en, zh }) =>
      alignSegments({ en, 'zh-Hant': zh }, { lexicon }).beads.map((bead) => ({
        en: indices(bead.en),
        zh: indices(bead['zh-Hant']),
        score: bead.score,
      })),
    )
  // Once unmeasured, so that speed is that of warm code.
  alignAll(documents)
  const started = process.cpuUsage()
  const ours = alignAll(documents)
  const used = process.cpuUsage(started)
  const pairs = documents.reduce((sum, { en, zh }) => sum + Math.max(en.length, zh.length), 0)
  const speed = pairs / ((used.user + used.system) / 1e6)
  const baseline = documents.map(({ en, zh }) => galeChurch(en, zh))
  const lines = sets.map((set) => {
    const score = (all: readonly (readonly GoldBead[])[]): Score =>
      addUp(documents.flatMap((document, at) => (document.set === set ? [scoreDocument(all[at] ?? [], document)] : [])))
    return { set, ...(targets.get(set) ?? { floor: 0, aim: 0 }), ours: score(ours), baseline: score(baseline) }
  })
  const folds = documents.map((document, at) => f1(scoreDocument(ours[at] ?? [], document)))
  report('set', ['F1', 'floor', 'aim', 'Gale–Church', 'all F1', 'null recall', 'nulls'])
  for (const { set, floor, aim, ours: mine, baseline: other } of lines)
    report(set, [f1(mine), floor, aim, f1(other), allF1(mine), mine.nullHits / mine.nulls, mine.nulls])
  report('by document', ['least', 'mean', 'most', 'documents'])
  for (const set of sets) {
    const of = folds.filter((_, at) => documents[at]?.set === set)
    report(set, [Math.min(...of), of.reduce((sum, one) => sum + one, 0) / of.length, Math.max(...of), of.length])
  }
  const shapes = byShape(documents, ours)
  report('by shape', ['F1', 'gold beads'])
  for (const [shape, { hits, predicted, gold }] of shapes) report(shape, [(2 * hits) / (predicted + gold), gold])
  const judged = judge(documents, ours)
  report('scored', ['are right', 'beads'])
  for (const { from, to, right, beads } of bins(judged)) if (beads > 0) report(`${from}–${to}`, [right / beads, beads])
  reportCalibration(judged)
  const harder = reportStress([...documents, ...readFiction(fiction)], alignAll)
  const sections = reportSections(alignAll)
  const memory = process.resourceUsage().maxRSS / 1024
  const long = reportLong(documents, alignAll)
  process.stdout.write(`\n${Math.round(speed)} pairs/s of processor time, dictionary in ${Math.round(load)} ms of it, `)
  process.stdout.write(`${Math.round(memory)} MB at most\n`)
  const summary = lines.map(({ set, ours: mine }) => [set, rounded(f1(mine))] as const)
  const byName: Record<string, number> = Object.fromEntries(summary)
  const nullRecall = Object.fromEntries(
    lines
      .filter(({ ours: mine }) => mine.nulls > 1)
      .map(({ set, ours: mine }) => [set, rounded(mine.nullHits / mine.nulls)]),
  )
  const json = {
    f1: byName,
    nullRecall,
    harder,
    sections,
    long,
    pairsPerSecond: Math.round(speed),
    megabytes: Math.round(memory),
  }
  process.stdout.write(`${JSON.stringify(json)}\n`)
  return 0
}

async function reportApart(folder: string): Promise<number> {
  const rows = await chooseApart(folder)
  report('errors', ['as set', 'chosen apart', 'best on it'])
  for (const { name, kind, set, apart, best } of rows) report(`${name}, ${kind}`, [set, apart, best])
  process.stdout.write(`${JSON.stringify({ apart: rows })}\n`)
  return 0
}

type Scored = GoldBead & { readonly score: number }

/** A short story in two languages, written for this: free, with dialogue, few 1-1 of equal length. */
const fiction = 'tests/fixtures/alignment/ferry.txt'

/** Texts made harder (stress.ts), by kind, with the same length-only baseline. Answers the mean F1 of each stress. */
function reportStress(
  documents: readonly GoldDocument[],
  align: (all: readonly GoldDocument[]) => Scored[][],
): Record<string, number> {
  const kinds = ['twlaw-dev', 'ntrex-tw', 'fiction'].filter((kind) => documents.some(({ set }) => set === kind))
  report('made harder', [...kinds, 'Gale–Church', 'null recall', 'nulls'])
  return Object.fromEntries(
    stresses.map((stress) => {
      const made = documents
        .filter(({ set }) => kinds.includes(set))
        .map((document, at) => stressed(document, stress, chanceFrom(at + 1)))
      const found = align(made)
      const scores = made.map((document, at) => ({
        kind: document.set,
        score: scoreDocument(found[at] ?? [], document),
      }))
      const of = (wanted: string): Score =>
        addUp(scores.filter(({ kind }) => kind === wanted).map(({ score }) => score))
      const all = addUp(scores.map(({ score }) => score))
      const baseline = addUp(made.map((document) => scoreDocument(galeChurch(document.en, document.zh), document)))
      const cells = [...kinds.map((kind) => f1(of(kind))), f1(baseline), all.nullHits / all.nulls, all.nulls]
      report(stress.name, cells)
      return [stress.name, rounded(f1(all))]
    }),
  )
}

/** An agreement in two languages, written for this: headings and bodies in turn. */
const agreement = 'tests/fixtures/alignment/agreement.txt'

/** One or two sections left out and the others numbered anew (sections.ts). Answers the F1 of each numbering. */
function reportSections(align: (all: readonly GoldDocument[]) => Scored[][]): Record<string, number> {
  const made = readFiction(agreement).flatMap(lackingSections)
  const found = align(made)
  report('sections left out', ['F1', 'Gale–Church', 'all right', 'documents'])
  const sets = [...new Set(made.map(({ set }) => set))]
  return Object.fromEntries(
    sets.map((set) => {
      const scores = made.flatMap((document, at) =>
        document.set === set ? [scoreDocument(found[at] ?? [], document)] : [],
      )
      const baseline = made
        .filter((document) => document.set === set)
        .map((document) => scoreDocument(galeChurch(document.en, document.zh), document))
      const right = scores.filter((score) => f1(score) === 1).length
      report(set, [f1(addUp(scores)), f1(addUp(baseline)), right, scores.length])
      return [set, rounded(f1(addUp(scores)))]
    }),
  )
}

/** Lengths in pairs, and English segments of a chapter in the middle that the other side lacks. */
const lengths = [
  [5000, 0],
  [25_000, 0],
  [25_000, 2000],
] as const

type Long = { readonly pairs: number; readonly chapter: number; readonly f1: number; readonly seconds: number }

/** One long document after another, each longer than the last, since the system tells the most memory ever held. */
function reportLong(
  documents: readonly GoldDocument[],
  align: (all: readonly GoldDocument[]) => Scored[][],
): (Long & { readonly megabytes: number })[] {
  report('long documents', ['chapter without', 'F1', 'null recall', 'seconds', 'MB at most'])
  return lengths.map(([pairs, chapter]) => {
    const document = longDocument(documents, pairs, chapter, chanceFrom(pairs + chapter))
    const started = process.cpuUsage()
    const [found = []] = align([document])
    const used = process.cpuUsage(started)
    const seconds = (used.user + used.system) / 1e6
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    const score = scoreDocument(found, document)
    report(`${pairs} pairs`, [chapter, f1(score), score.nullHits / score.nulls, seconds, megabytes])
    return { pairs, chapter, f1: rounded(f1(score)), seconds: rounded(seconds), megabytes }
  })
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

/**
 * The score's line on the log odds is the one thing fitted to the gold by a program. Here it is fitted anew with one
 * kind of text left out, and judged on that kind: close to `as scored`, it generalises.
 */
function reportCalibration(judged: readonly Judged[]): void {
  report('log loss', ['as scored', 'fitted apart', 'fitted on it', 'beads'])
  for (const kind of new Set(judged.map((bead) => bead.kind))) {
    const here = judged.filter((bead) => bead.kind === kind)
    const apart = fitLine(judged.filter((bead) => bead.kind !== kind))
    report(kind, [logLoss(here, unchanged), logLoss(here, apart), logLoss(here, fitLine(here)), here.length])
  }
  const { slope, offset } = fitLine(judged)
  process.stdout.write(`refitted on all: slope × ${slope.toFixed(3)}, offset ${offset.toFixed(3)} on the log odds\n`)
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}

function report(name: string, cells: readonly (string | number)[]): void {
  const shown = cells.map((cell) =>
    typeof cell === 'string'
      ? cell
      : Number.isNaN(cell)
        ? '–'
        : Number.isInteger(cell) && cell !== 1
          ? `${cell}`
          : cell.toFixed(4),
  )
  const line = [name.padEnd(26), ...shown.map((cell) => cell.padStart(14))].join('')
  process.stdout.write(typeof cells[0] === 'string' ? `\n${line}\n` : `${line}\n`)
}
