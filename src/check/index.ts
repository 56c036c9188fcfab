import type { Finding } from '../corpus/finding.ts'
import type { RowId } from '../corpus/ids.ts'
import { langs, otherLang, type Lang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import type { Run } from '../corpus/run.ts'
import type { Lexicon } from '../text/lexicon.ts'
import type { Traditional } from '../text/traditional.ts'
import { viewBeads, type BeadView, type Draft } from './beads.ts'
import { consistencyDrafts } from './consistency.ts'
import { englishDrafts } from './english.ts'
import { itemDrafts } from './item.ts'
import { lengthDrafts } from './length.ts'
import { listDrafts } from './list.ts'
import { nameDrafts } from './name.ts'
import { quantityDrafts } from './quantity.ts'
import { swallowedDrafts } from './swallowed.ts'
import { termDrafts } from './term.ts'
import { variantDrafts } from './variant.ts'

/** Compiled data that the checks look things up in: how Traditional is written, and what translates what. */
export type CheckTools = { readonly traditional: Traditional; readonly lexicon: Lexicon }

/**
 * What a notice's two texts say differently, and where either is broken: findings in reading order.
 *
 * A finding nobody needs is noise, so each check leaves out what it is not sure of, and what follows from a cause stands
 * under it: the terms and numbers of a sentence that has no counterpart, or of a far too short one; the term of an item
 * that a list lacks; the deprecated term that is a wrongly converted character.
 */
export function checkNotice(
  corpus: Corpus,
  { traditional, lexicon }: CheckTools,
  beads: readonly BeadView[] = viewBeads(corpus),
): Finding[] {
  const quantities = quantityDrafts(beads)
  const items = itemDrafts(beads, lexicon)
  const withItem = new Set(items.map(({ bead }) => bead))
  const drafts = [
    ...unmatchedDrafts(beads),
    ...swallowedDrafts(beads, quantities),
    ...lengthDrafts(beads),
    ...items,
    // A list whose lacking item is known is told once.
    ...listDrafts(beads).filter(({ bead }) => !withItem.has(bead)),
    ...quantities,
    ...termDrafts(corpus, beads),
    ...nameDrafts(beads, lexicon),
    ...consistencyDrafts(corpus, beads),
    ...englishDrafts(beads, lexicon),
    ...variantDrafts(beads, traditional, corpus.sides['zh-Hant'].unresolved),
  ]
  const isHeld = new Set<Draft>()
  const held = new Map<Draft, Draft[]>()
  const inRow = new Map<RowId, Draft[]>()
  for (const draft of drafts) {
    const { row } = draft.bead
    const known = inRow.get(row)
    if (known === undefined) inRow.set(row, [draft])
    else known.push(draft)
  }
  for (const cause of drafts) {
    // What follows from a wrong character may stand anywhere; every other cause is told with its own row.
    const group = (cause.what.kind === 'variant' ? drafts : (inRow.get(cause.bead.row) ?? [])).filter(
      (draft) => !isHeld.has(draft) && draft !== cause && isConsequence(draft, cause),
    )
    if (isHeld.has(cause)) continue
    for (const draft of group) isHeld.add(draft)
    held.set(cause, group)
  }
  const seen = new Map<string, number>()
  return drafts
    .filter((draft) => !isHeld.has(draft))
    .sort((a, b) => a.bead.index - b.bead.index)
    .map((draft) => named(draft, held.get(draft) ?? [], seen))
}

/** A row that is all on one side is one finding, at its first sentence. */
function unmatchedDrafts(beads: readonly BeadView[]): Draft[] {
  const drafts: Draft[] = []
  for (const bead of beads) {
    const lang = langs.find((one) => bead.at[one] !== null && bead.at[otherLang(one)] === null)
    const run = lang === undefined ? null : bead.at[lang]
    if (lang === undefined || run === null) continue
    const last = drafts.at(-1)
    if (last?.bead.row === bead.row && isOneSided(beads, bead, lang))
      drafts[drafts.length - 1] = { ...last, places: [...last.places, { lang, at: run }] }
    else drafts.push({ bead, what: { kind: 'unmatched', lang }, about: '', places: [{ lang, at: run }] })
  }
  return drafts
}

/** Is the whole row of this bead on one side? Looked at only where the bead before it was too. */
function isOneSided(beads: readonly BeadView[], { row }: BeadView, lang: Lang): boolean {
  return beads.every((bead) => bead.row !== row || bead.at[otherLang(lang)] === null)
}

function isConsequence(draft: Draft, cause: Draft): boolean {
  const { kind } = draft.what
  const isLack = kind === 'term' || kind === 'quantity' || kind === 'name'
  switch (cause.what.kind) {
    case 'unmatched':
      return (
        draft.bead.row === cause.bead.row &&
        isLack &&
        draft.places.every(({ at }) => cause.places.some((place) => isWithin(at, place.at)))
      )
    case 'length':
      return draft.bead === cause.bead && (isLack || kind === 'list')
    case 'list':
      return (
        draft.bead === cause.bead &&
        kind === 'term' &&
        draft.places.every(({ lang, at }) =>
          cause.places.some((place) => place.lang === lang && isWithin(at, place.at)),
        )
      )
    case 'variant':
      return (
        kind === 'deprecated-term' &&
        draft.places.every(({ at }) => cause.places.some((place) => at.from < place.at.to && place.at.from < at.to))
      )
    default:
      return false
  }
}

function isWithin(inner: Run, outer: Run): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** Of two findings that are alike to the word the second is numbered. */
function named(
  { bead, what, about, places }: Draft,
  consequences: readonly Draft[],
  seen: Map<string, number>,
): Finding {
  // A wrong variant is one finding of the whole notice; every other belongs to its place.
  const key = [what.kind, what.kind === 'variant' ? null : bead.id, about]
    .filter((part) => part !== null && part !== '')
    .join(' ')
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return {
    ...what,
    key: times === 1 ? key : `${key} (${times})`,
    row: bead.row,
    sentence: bead.id,
    places,
    ...(consequences.length === 0 ? {} : { consequences: consequences.map((draft) => named(draft, [], seen)) }),
  }
}
