import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readGold } from '../../scripts/eval/alignment/gold.ts'
import { addUp, f1, scoreDocument } from '../../scripts/eval/alignment/score.ts'
import { alignSegments } from '../../src/align/index.ts'
import { indices } from '../../src/corpus/run.ts'
import { parseLexicon } from '../../src/text/lexicon.ts'

const folder = '../shared/gold'
const dictionary = '.build/data/lexicon.bin'

/** The project's floors: strict F1 over a set's first two documents, and the part of their one-sided beads found. */
const floors = [
  ['udhr', 0.99, 1],
  ['cc-legal', 0.94, 0],
  ['ntrex-tw-noisy', 0.965, 0.8],
] as const

describe.skipIf(!existsSync(folder) || !existsSync(dictionary))(
  'gold alignments (needs ../shared and .build/data)',
  () => {
    it.each(floors)('%s: F1 of %d and null recall of %d at least', (set, least, leastNulls) => {
      const lexicon = parseLexicon(readFileSync(dictionary))
      const scores = readGold(folder, [set])
        .slice(0, 2)
        .map((document) => {
          const { beads } = alignSegments({ en: document.en, 'zh-Hant': document.zh }, { lexicon })
          const found = beads.map((bead) => ({ en: indices(bead.en), zh: indices(bead['zh-Hant']) }))
          return scoreDocument(found, document)
        })
      const sum = addUp(scores)
      expect(f1(sum)).toBeGreaterThanOrEqual(least)
      expect(sum.nullHits).toBeGreaterThanOrEqual(leastNulls * sum.nulls)
    })
  },
)
