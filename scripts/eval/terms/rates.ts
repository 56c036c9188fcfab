import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describeFinding } from '../../../src/check/describe.ts'
import { checkNotice } from '../../../src/check/index.ts'
import { beadTexts } from '../../../src/corpus/bead-text.ts'
import { loadTools } from '../../tools.ts'
import { readGold } from '../gold-notice.ts'

/** How many findings the checks make over gold beads, by set, without any term entries. */
export type Rates = Readonly<Record<string, { readonly beads: number; readonly findings: number }>>

export function findingRates(gold: string, sets: readonly string[], show: boolean): Rates {
  const rates: Record<string, { beads: number; findings: number }> = {}
  for (const set of sets) {
    if (!existsSync(join(gold, set))) continue
    const corpora = readGold(gold, [set])
    const findings = corpora.flatMap((corpus) =>
      checkNotice(corpus, loadTools()).map((finding) => ({ corpus, finding })),
    )
    const beads = corpora.reduce((sum, { rows }) => sum + rows.length, 0)
    rates[set] = { beads, findings: findings.length }
    console.log(`${set}: ${findings.length} findings in ${beads} beads`)
    if (show)
      for (const { corpus, finding } of findings) {
        const texts = beadTexts(corpus, finding.sentence)
        console.log(
          `  ${corpus.id}#${finding.sentence} ${describeFinding(finding)}\n    ${texts.en}\n    ${texts['zh-Hant']}`,
        )
      }
  }
  return rates
}
