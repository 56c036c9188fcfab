import { overlaps, type Run } from '../corpus/run.ts'
import type { Traditional } from '../text/traditional.ts'
import type { BeadView, Draft } from './beads.ts'
import { wrongVariants } from './variant-words.ts'

/**
 * Characters that a conversion from Simplified chose wrongly or left. One finding for each pair of characters and
 * notice: whoever corrects 關于 will correct 不少于 too. Its locus is the first place, and it names all others.
 * A side that is in Simplified altogether has no wrong ones, and what was received damaged was chosen by nobody.
 */
export function variantDrafts(
  beads: readonly BeadView[],
  traditional: Traditional,
  damaged: readonly { readonly at: Run }[],
): Draft[] {
  if (isSimplified(beads, traditional)) return []
  const byPair = new Map<string, Draft[]>()
  for (const bead of beads) {
    const start = bead.at['zh-Hant']?.from
    if (start === undefined) continue
    for (const { at, was, is, pair } of wrongVariants(bead.texts['zh-Hant'], traditional)) {
      const place = { from: start + at.from, to: start + at.to }
      if (damaged.some((one) => overlaps(one.at, place))) continue
      const draft: Draft = {
        bead,
        what: { kind: 'variant', words: was, expected: is },
        about: pair,
        places: [{ lang: 'zh-Hant', at: place }],
      }
      const known = byPair.get(pair)
      if (known === undefined) byPair.set(pair, [draft])
      else known.push(draft)
    }
  }
  const passages = passagesOf(byPair, traditional)
  for (const { pairs } of passages) for (const pair of pairs) byPair.delete(pair)
  const left = [...byPair.values()].flatMap((drafts) => {
    const [first] = drafts
    return first === undefined ? [] : [{ ...first, places: drafts.flatMap(({ places }) => places) }]
  })
  return [...passages.map(({ draft }) => draft), ...left]
}

/**
 * A passage that was left in Simplified: several of its characters in one bead and nowhere else are one finding, with
 * all their words in it.
 */
function passagesOf(
  byPair: ReadonlyMap<string, readonly Draft[]>,
  { simplified }: Traditional,
): { readonly draft: Draft; readonly pairs: readonly string[] }[] {
  const byBead = new Map<BeadView, (readonly [pair: string, drafts: readonly Draft[]])[]>()
  for (const [pair, drafts] of byPair) {
    const bead = drafts[0]?.bead
    if (bead === undefined || !simplified.has(pair.charAt(0)) || drafts.some((draft) => draft.bead !== bead)) continue
    byBead.set(bead, [...(byBead.get(bead) ?? []), [pair, drafts]])
  }
  return [...byBead].flatMap(([bead, found]) => {
    if (found.length < leastSimplified) return []
    const drafts = found.flatMap(([, list]) => list)
    const words = (key: 'words' | 'expected'): string =>
      [...new Set(drafts.flatMap(({ what }) => (what.kind === 'variant' ? what[key] : [])))].join('、')
    const what = { kind: 'variant' as const, words: words('words'), expected: words('expected') }
    const places = drafts.flatMap((draft) => draft.places)
    return [{ draft: { bead, what, about: bead.id, places }, pairs: found.map(([pair]) => pair) }]
  })
}

/** Fewer are slips of conversion, each with a place of its own. */
const leastSimplified = 3

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
