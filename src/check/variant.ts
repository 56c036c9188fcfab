import type { BeadView, Draft } from './beads.ts'
import { variantPattern, variants } from './variants.ts'

/**
 * Characters that a conversion from Simplified chose wrongly. One finding for each pair of characters and notice:
 * whoever corrects 關于 will correct 不少于 too. Its locus is the first place, and it names all others.
 */
export function variantDrafts(beads: readonly BeadView[]): Draft[] {
  const byPair = new Map<string, Draft[]>()
  for (const bead of beads) {
    const start = bead.at['zh-Hant']?.from
    if (start === undefined) continue
    for (const match of bead.texts['zh-Hant'].matchAll(variantPattern)) {
      const variant = variants.get(match[0])
      if (variant === undefined) continue
      const from = start + match.index
      const draft: Draft = {
        bead,
        what: { kind: 'variant', words: variant.was, expected: variant.is },
        about: variant.pair,
        places: [{ lang: 'zh-Hant', at: { from, to: from + variant.was.length } }],
      }
      byPair.set(variant.pair, [...(byPair.get(variant.pair) ?? []), draft])
    }
  }
  return [...byPair.values()].flatMap((drafts) => {
    const [first] = drafts
    return first === undefined ? [] : [{ ...first, places: drafts.flatMap(({ places }) => places) }]
  })
}
