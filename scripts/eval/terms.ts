import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../../src/corpus/notice.ts'
import { buildCollection } from '../collection.ts'
import { loadTools } from '../tools.ts'
import { readGold } from './gold-notice.ts'
import { brokenScore, fixtureTexts, goldTexts, printBroken } from './terms/broken.ts'
import { candidateScore } from './terms/candidates.ts'
import { drawnFindings } from './terms/draw.ts'
import { parallelOf, type ParallelText } from './terms/copies.ts'
import { findingRates, printJudged } from './terms/rates.ts'
import { markingTimes, tries } from './terms/speed.ts'
import { verdicts } from './terms/verdicts.ts'

/**
 * How good are the proposed terms, how many findings do the checks make, and what do they find in broken copies?
 *
 * Usage  terms [GOLD [CONTENT]] [--show] [--sections=candidates,speed,rates,notices,fixtures,gold]: the folders with
 *        alignment data and with the notices. Prints the share of the first notice's gold pairs among the first 100
 *        proposals with terms.yaml emptied, then findings for gold beads by set, then what the checks tell of copies
 *        that were broken on purpose. `--unseen=FOLDER` instead counts findings over other texts, in folders like those of
 *        the gold data, and draws fifty to be judged. `--show` lists proposals, findings and what was missed, to be judged by hand.
 */
const goldSets = ['twlaw-dev', 'ntrex-tw', 'cc-legal', 'udhr'] as const

/** Findings of unseen texts that are shown to be judged. */
const drawn = 60

export async function main(argv: readonly string[]): Promise<number> {
  const show = argv.includes('--show')
  const sections = argv.flatMap((word) => /^--sections=(.+)$/u.exec(word)?.[1]?.split(',') ?? [])
  const unseen = argv.flatMap((word) => /^--unseen=(.+)$/u.exec(word)?.[1] ?? [])
  const [shared = '../shared', content = 'content'] = argv.filter((word) => !word.startsWith('--'))
  if (!existsSync(join(shared, 'notice/gold.json'))) {
    console.error(`No gold data in ${shared}. Name the folder that has it.`)
    return 1
  }
  const judged = verdicts(join(content, '../scripts/eval/terms/verdicts.tsv'))
  for (const folder of unseen) drawnFindings(folder, drawn, judged)
  if (unseen.length > 0) return 0
  const part = <T>(name: string, make: () => T): T | undefined =>
    sections.length === 0 || sections.includes(name) ? make() : undefined
  const corpora = (await buildCollection(content, loadTools())).notices.map(({ corpus }) => corpus)
  const gold = join(shared, 'gold')
  const fixtures = join(content, '../tests/fixtures/terms')
  const broken = (name: string, texts: readonly ParallelText[], most: number) => {
    const score = brokenScore(texts, most, loadTools(), show ? (line) => console.log(`  ${line}`) : undefined)
    printBroken(name, score)
    return score
  }
  const measured = {
    candidates: part('candidates', () => candidateScore(corpora, shared, judged, show)),
    milliseconds: part('speed', () => printedTimes(gold)),
    findings: part('rates', () => findingRates(gold, goldSets, judged, show)),
    judged: part('rates', () => printJudged(corpora, judged)),
    broken: {
      notices: part('notices', () => broken('the notices', corpora.map(whole), 60)),
      fixtures: part('fixtures', () => broken('small texts', fixtureTexts(fixtures), 20)),
      gold: part('gold', () => broken('gold texts', goldTexts(readGold(gold, goldSets), fixtures), 3)),
    },
  }
  console.log(JSON.stringify(measured))
  return 0
}

function whole(corpus: Corpus): ParallelText {
  return parallelOf(corpus.id, corpus, corpus.terms)
}

function printedTimes(gold: string) {
  const speed = markingTimes(gold)
  for (const [lang, milliseconds] of Object.entries(speed))
    console.log(`10,000 terms over 1,000,000 characters, ${lang}: ${milliseconds} ms of CPU, the best of ${tries}`)
  return speed
}
