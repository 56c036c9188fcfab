import { alignSegments } from '../../src/align/index.ts'
import { indices } from '../../src/corpus/run.ts'
import { parseLexicon } from '../../src/text/lexicon.ts'
import { loadData } from '../data/load.ts'
import { readFiction } from './alignment/fiction.ts'
import { beadKey, joinGroups, readGold, type GoldDocument } from './alignment/gold.ts'
import { stressed, stresses } from './alignment/stress.ts'
import { chanceFrom } from './anchoring/random.ts'

/**
 * How many beads are wrong or missed in each kind of text, as it came and made harder: one line of JSON. Run by
 * `eval:align --apart`, once for each setting.
 * Usage: GOLD FOLDER.
 */
export function main([folder = '../shared/gold']: readonly string[]): Promise<number> {
  const lexicon = parseLexicon(loadData('lexicon.bin'))
  const gold = readGold(folder, ['twlaw-dev', 'twlaw-dev-noisy', 'ntrex-tw', 'ntrex-tw-noisy', 'udhr', 'cc-legal'])
  const plain = [...gold, ...readFiction('tests/fixtures/alignment/ferry.txt')]
  const harder = plain
    .filter(({ set }) => ['twlaw-dev', 'ntrex-tw', 'fiction'].includes(set))
    .flatMap((document, at) => stresses.map((stress) => stressed(document, stress, chanceFrom(at + 1))))
  const errors: Record<string, number> = {}
  for (const document of [...plain, ...harder]) {
    const { en, zh } = document
    const beads = alignSegments({ en, 'zh-Hant': zh }, { lexicon }).beads.map((bead) => ({
      en: indices(bead.en),
      zh: indices(bead['zh-Hant']),
    }))
    const kind = kindOf(document)
    errors[kind] = (errors[kind] ?? 0) + errorsIn(beads, document)
  }
  process.stdout.write(`${JSON.stringify(errors)}\n`)
  return Promise.resolve(0)
}

function kindOf({ set }: GoldDocument): string {
  return set.startsWith('twlaw') ? 'law' : set.startsWith('ntrex') ? 'news' : set === 'fiction' ? 'fiction' : 'charters'
}

function errorsIn(beads: Parameters<typeof joinGroups>[0], document: GoldDocument): number {
  const wanted = new Set(document.gold.map(beadKey))
  const found = new Set(joinGroups(beads, document.groups).map(beadKey))
  const beyond = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
    [...one].filter((key) => !other.has(key)).length
  return beyond(wanted, found) + beyond(found, wanted)
}
