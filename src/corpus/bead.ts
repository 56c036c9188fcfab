import { langs, type ByLang, type Lang } from './lang.ts'
import { runLength, type Run } from './run.ts'

/**
 * A bead pairs a run of segments on each side (Brown, Lai & Mercer 1991; Gale & Church 1993).
 * Runs count segments (paragraphs or sentences) of one notice from 0, half-open. A side may be empty, not both.
 */
export type Bead = ByLang<Run> & {
  /** The probability that this bead is right, 0 to 1. */
  readonly score: number
  /** A reviewer's decision put it here. */
  readonly pinned?: true
  /** Its zh-Hant run stands out of order: the two texts list these segments differently. */
  readonly crossing?: true
}

/** A bead that is more likely wrong than right is in doubt. Scores are probabilities, so a half is the bound. */
const doubtBelow = 0.5

export function isDoubtful({ score }: Pick<Bead, 'score'>): boolean {
  return score < doubtBelow
}

/** `1-1`, `1-2`, `0-1` …: how many segments it has, en before zh-Hant. */
export function beadShape(bead: ByLang<Run>): `${number}-${number}` {
  return `${runLength(bead.en)}-${runLength(bead['zh-Hant'])}`
}

export type TilingFault = { readonly kind: 'gap' | 'overlap'; readonly lang: Lang; readonly run: Run }

/**
 * Do beads tile both sides, each segment in exactly one bead?
 *
 * Shapes  beads in reading order of en; only a crossing bead may leave zh-Hant's order.
 * Errors  as data, en before zh-Hant; [] means sound.
 */
export function tilingFaults(beads: readonly ByLang<Run>[], counts: ByLang<number>): TilingFault[] {
  return langs.flatMap((lang) => {
    const faults: TilingFault[] = []
    let next = 0
    const runs = beads.map((bead) => bead[lang]).filter((r) => runLength(r) > 0)
    for (const r of runs.sort((a, b) => a.from - b.from)) {
      if (r.from > next) faults.push({ kind: 'gap', lang, run: { from: next, to: r.from } })
      if (r.from < next) faults.push({ kind: 'overlap', lang, run: { from: r.from, to: Math.min(next, r.to) } })
      next = Math.max(next, r.to)
    }
    if (next < counts[lang]) faults.push({ kind: 'gap', lang, run: { from: next, to: counts[lang] } })
    return faults
  })
}
