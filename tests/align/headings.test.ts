import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFiction } from '../../scripts/eval/alignment/fiction.ts'
import { withoutSections } from '../../scripts/eval/alignment/sections.ts'
import { alignSegments, explainBead } from '../../src/align/index.ts'
import { indices } from '../../src/corpus/run.ts'
import { parseLexicon } from '../../src/text/lexicon.ts'

const dictionary = '.build/data/lexicon.bin'

describe.skipIf(!existsSync(dictionary))('headings (needs .build/data)', () => {
  const documents = readFiction('tests/fixtures/alignment/agreement.txt').flatMap((agreement) =>
    ['1.', 'Article 1'].flatMap((numbering) =>
      (['en', 'zh'] as const).flatMap((side) =>
        [[0], [4], [8], [10], [0, 1], [8, 9]].map((gone) => withoutSections(agreement, numbering, side, gone)),
      ),
    ),
  )

  it.each(documents.map((document) => [document.name, document] as const))(
    'stay with their bodies, numbered %s',
    (_name, { en, zh, gold }) => {
      const { beads } = alignSegments({ en, 'zh-Hant': zh }, { lexicon: parseLexicon(readFileSync(dictionary)) })
      const paired = beads.map((bead) => ({ en: indices(bead.en), zh: indices(bead['zh-Hant']) }))
      const isPair = (bead: { en: readonly number[]; zh: readonly number[] }) => bead.en.length * bead.zh.length > 0
      expect(paired.filter(isPair)).toEqual(gold.filter(isPair))
    },
  )

  it('are explained by their bodies, and nothing else is', () => {
    const [agreement] = readFiction('tests/fixtures/alignment/agreement.txt')
    if (agreement === undefined) throw new Error('no agreement to align')
    const { en, zh } = withoutSections(agreement, '1.', 'en', [8])
    const paragraphs = (lines: readonly string[]) => ({
      paragraphs: lines.map((line) => ({ kind: 'paragraph' as const, sentences: [line] })),
    })
    const lexicon = parseLexicon(readFileSync(dictionary))
    const told = explainBead(
      { en: paragraphs(en), 'zh-Hant': paragraphs(zh) },
      { lexicon },
      { en: { from: 16, to: 18 }, 'zh-Hant': { from: 18, to: 20 } },
    )
    expect(told.map(({ en: run, evidence }) => [run.from, evidence.bodies > 5])).toEqual([
      [16, true],
      [17, false],
    ])
  })
})
