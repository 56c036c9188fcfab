import { langs, type Lang } from '../corpus/lang.ts'
import { titleFits } from './evaluate.ts'
import { bestReason, matchesIn, reasons, rowUnits, type Match, type Reason } from './locate.ts'
import type { Found, FoundRow, Need } from './need.ts'
import type { Shelf } from './shelf.ts'

/**
 * Found rows, best first: by reason, then by BM25 (Robertson & Zaragoza 2009) over text, terms and title with the
 * collection's own statistics, then in reading order. lunr's `k1` and `b`, and BM25F's way of summing weighted fields
 * before saturation, so that a title cannot outweigh what the row itself says.
 *
 * Units   a score is the reason's rank, the higher the better, and behind the point BM25, which is squeezed below 1.
 */
export type RankedRow = {
  readonly row: FoundRow['row']
  readonly matches: readonly Match[]
  readonly reason: Reason
  readonly score: number
}

const k1 = 1.2
const b = 0.75

/** What an occurrence counts, by where it stands. A term that the other side shows as well is what the row is about. */
const weights = { text: 1, termPair: 0.5, title: 0.5 } as const

/** Where BM25 comes to half a rank: a middling sum for a query of two or three words. */
const halfway = 6

export function ranked(found: Found, needs: readonly Need[], shelf: Shelf): RankedRow[] {
  const rows = found.rows.map(({ row, byNeed }): RankedRow => {
    const length = langs.reduce((sum, lang) => sum + rowUnits(row, lang).keys.length, 0)
    const sums = needs.map((need, at) => {
      const matches = byNeed[at] ?? []
      if (matches.length === 0) return 0
      const pair = langs.every((lang) => matches.some((match) => match.lang === lang))
      const count =
        weights.text * matches.length +
        (pair ? weights.termPair : 0) +
        (titleFits(row.notice, need) ? weights.title : 0)
      const frequency = found.frequencies[at] ?? 0
      const rarity = Math.log(1 + Math.max(0, shelf.rowCount - frequency + 0.5) / (frequency + 0.5))
      const saturated = (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / Math.max(1, shelf.meanLength)))
      return need.boost * rarity * saturated
    })
    const weight = sums.reduce((sum, one) => sum + one, 0)
    const reason = reasonFor(needs, byNeed)
    const rank = reasons.length - reasons.indexOf(reason)
    return {
      row,
      matches: withLights(byNeed.flat(), needs, row),
      reason,
      score: Math.round((rank + weight / (weight + halfway)) * 1e4) / 1e4,
    }
  })
  return rows.sort((one, other) => other.score - one.score || one.row.number - other.row.number)
}

/** The best reason of a need, of the needs the worst; words that should have stood together are `words` at best. */
function reasonFor(needs: readonly Need[], byNeed: FoundRow['byNeed']): Reason {
  const each = needs.flatMap(({ apart }, at) => {
    const matches = byNeed[at] ?? []
    return matches.length === 0 ? [] : [bestReason(matches), ...(apart ? (['words'] as const) : [])]
  })
  return reasons.findLast((reason) => each.includes(reason)) ?? 'words'
}

function withLights(matches: readonly Match[], needs: readonly Need[], row: FoundRow['row']): Match[] {
  const lit = [...matches]
  const lights = needs.flatMap((need) => (need.presence === 'not' ? [] : need.lights))
  for (const light of matchesIn(row, lights, langs)) lit.push(light)
  lit.sort((a, z) => langs.indexOf(a.lang) - langs.indexOf(z.lang) || a.from - z.from || z.to - a.to)
  const kept: Match[] = []
  const ends = new Map<Lang, number>()
  for (const match of lit) {
    if (match.from < (ends.get(match.lang) ?? 0)) continue
    ends.set(match.lang, match.to)
    kept.push(match)
  }
  return kept
}
