import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describeFinding } from '../../../src/check/describe.ts'
import { checkNotice } from '../../../src/check/index.ts'
import type { Corpus } from '../../../src/corpus/notice.ts'
import { beadTexts } from '../../../src/corpus/bead-text.ts'
import { loadTools } from '../../tools.ts'
import { readGold } from '../gold-notice.ts'

type Rate = { readonly beads: number; readonly findings: number; readonly right: number }

/** How many findings the checks make over gold beads, by set, without any term entries; all are judged (verdicts.tsv). */
export type Rates = Readonly<Record<string, Rate>>

/** Each finding of the notices, with a person's judgement of it. */
export function printJudged(corpora: readonly Corpus[], judged: ReadonlyMap<string, string>): void {
  for (const corpus of corpora) {
    console.log(`\n${corpus.id}`)
    for (const finding of checkNotice(corpus, loadTools()))
      console.log(`  ${judged.get(`${corpus.id}\t${finding.key}`) ?? 'not judged'}\t${describeFinding(finding)}`)
  }
}

function isRight(judged: ReadonlyMap<string, string>, notice: string, key: string): boolean {
  return judged.get(`${notice}\t${key}`) === 'right'
}

export function findingRates(
  gold: string,
  sets: readonly string[],
  judged: ReadonlyMap<string, string>,
  show: boolean,
): Rates {
  const rates: Record<string, Rate> = {}
  for (const set of sets) {
    if (!existsSync(join(gold, set))) continue
    const corpora = readGold(gold, [set])
    const findings = corpora.flatMap((corpus) =>
      checkNotice(corpus, loadTools()).map((finding) => ({ corpus, finding })),
    )
    const beads = corpora.reduce((sum, { rows }) => sum + rows.length, 0)
    const right = findings.filter(({ corpus, finding }) => isRight(judged, corpus.id, finding.key)).length
    rates[set] = { beads, findings: findings.length, right }
    const perThousand = ((findings.length / beads) * 1000).toFixed(1)
    console.log(
      `${set}: ${findings.length} findings in ${beads} beads, ${perThousand} per 1,000; judged right: ${right}`,
    )
    if (show)
      for (const { corpus, finding } of findings) {
        const texts = beadTexts(corpus, finding.sentence)
        console.log(
          `  ${corpus.id}\t${finding.key}\t${describeFinding(finding)}\n    ${texts.en}\n    ${texts['zh-Hant']}`,
        )
      }
  }
  return rates
}
