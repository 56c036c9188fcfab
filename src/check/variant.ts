import type { Traditional } from '../text/traditional.ts'
import type { BeadView, Draft } from './beads.ts'
import { wrongVariants } from './variant-words.ts'

/**
 * Characters that a conversion from Simplified chose wrongly or left. One finding for each pair of characters and
 * notice: whoever corrects 關于 will correct 不少于 too. Its locus is the first place, and it names all others.
 * A side that is in Simplified altogether has no wrong ones.
 */
export function variantDrafts(beads: readonly BeadView[], traditional: Traditional): Draft[] {
  if (isSimplified(beads, traditional)) return []
  const byPair = new Map<string, Draft[]>()
  for (const bead of beads) {
    const start = bead.at['zh-Hant']?.from
    if (start === undefined) continue
    for (const { at, was, is, pair } of wrongVariants(bead.texts['zh-Hant'], traditional)) {
      const draft: Draft = {
        bead,
        what: { kind: 'variant', words: was, expected: is },
        about: pair,
        places: [{ lang: 'zh-Hant', at: { from: start + at.from, to: start + at.to } }],
      }
      byPair.set(pair, [...(byPair.get(pair) ?? []), draft])
    }
  }
  return [...byPair.values()].flatMap((drafts) => {
    const [first] = drafts
    return first === undefined ? [] : [{ ...first, places: drafts.flatMap(({ places }) => places) }]
  })
}

/** One character in twenty: Traditional text has none, Simplified has one in three. */
const simplifiedShare = 0.05

function isSimplified(beads: readonly BeadView[], { simplified }: Traditional): boolean {
  let [han, plain] = [0, 0]
  for (const { texts } of beads)
    for (const [sign] of texts['zh-Hant'].matchAll(/\p{sc=Han}/gu)) {
      han += 1
      if (simplified.has(sign)) plain += 1
    }
  return plain > han * simplifiedShare
}
