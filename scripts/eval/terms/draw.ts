import { readdirSync } from 'node:fs'
import { checkNotice } from '../../../src/check/index.ts'
import { describeFinding } from '../../../src/check/describe.ts'
import { beadTexts } from '../../../src/corpus/bead-text.ts'
import { loadTools } from '../../tools.ts'
import { chanceFrom } from '../anchoring/random.ts'
import { readGold } from '../gold-notice.ts'

/**
 * Findings over texts that nothing was set on, and some of them drawn to be judged by hand, where no verdict is written down yet. The texts lie in one folder
 * each below `folder`, in documents as the gold data has them. verdicts.tsv judges those of four English originals and
 * their Chinese (Taiwan) translations, paired paragraph by paragraph: Debian's handbook, reference and maintainers' guide
 * as packaged for Debian 12, and Lighthouse's messages.
 */
export function drawnFindings(folder: string, most: number, judged: ReadonlyMap<string, string>): void {
  const sets = readdirSync(folder).sort()
  const all = sets.flatMap((set) => {
    const corpora = readGold(folder, [set])
    const found = corpora.flatMap((corpus) => checkNotice(corpus, loadTools()).map((finding) => ({ corpus, finding })))
    const beads = corpora.reduce((sum, { rows }) => sum + rows.length, 0)
    const kinds = new Map<string, number>()
    for (const { finding } of found) kinds.set(finding.kind, (kinds.get(finding.kind) ?? 0) + 1)
    const told = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ')
    console.log(`${set}: ${found.length} findings in ${beads} beads (${told})`)
    return found
  })
  const verdictOf = ({ corpus, finding }: (typeof all)[number]): string | undefined =>
    judged.get(`${corpus.id}\t${finding.key}`)
  const tally = (verdict: string | undefined): number => all.filter((one) => verdictOf(one) === verdict).length
  console.log(`judged by hand: ${tally('right')} right, ${tally('wrong')} wrong, ${tally(undefined)} not yet`)
  const chance = chanceFrom(seed)
  for (let times = 0; times < most && all.length > 0; times += 1) {
    const [drawn] = all.splice(chance.whole(0, all.length - 1), 1)
    if (drawn === undefined) break
    const { corpus, finding } = drawn
    if (verdictOf(drawn) !== undefined) continue
    const texts = beadTexts(corpus, finding.sentence)
    console.log(`${corpus.id}\t${finding.key}\t${describeFinding(finding)}\n\t${texts.en}\n\t${texts['zh-Hant']}`)
  }
}

/** Fixed, so that the same fifty are drawn again. */
const seed = 50
