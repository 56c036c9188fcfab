import { sourceWeight } from './sources.ts'
import type { Table } from './table.ts'

/**
 * A word said twice in a bead needs two words that it translates.
 *
 * IBM Model 1 lets one word be the source of any number of others, so a list's item without a counterpart could live in
 * its neighbour's bead: `A duplicate copy of the lease` beside 契約書副本 is explained by the 副本 that explains
 * `A duplicate copy of the deed`. Fertility (Brown et al. 1993, models 3 and up) would forbid it, at a price that no
 * search over all beads can pay. Here the sources of a type are counted by what they bring: as many as its best source
 * fits into their sum. An occurrence beyond that, in a later segment of the bead, is explained by a half.
 *
 * From a quarter to three quarters all do better than without on twenty texts made harder (`eval:align`). Three quarters
 * did best on these by two ten-thousandths; a half is kept, since it also gained on the noisy law texts.
 */
export class Repeats {
  private bead = 0
  private readonly metIn: Uint32Array
  private readonly times: Uint32Array

  /** `best`: for each type the most that one source can bring. */
  constructor(private readonly best: Float64Array) {
    this.metIn = new Uint32Array(best.length)
    this.times = new Uint32Array(best.length)
  }

  /** A new bead begins; nothing was said yet. */
  open(): void {
    this.bead += 1
  }

  /** The part of `sum`, what all its sources bring, that this occurrence of a type can have. */
  share(type: number, sum: number, isLaterSegment: boolean): number {
    const times = this.metIn[type] === this.bead ? (this.times[type] ?? 0) + 1 : 1
    this.metIn[type] = this.bead
    this.times[type] = times
    if (times === 1 || !isLaterSegment || sum === 0) return 1
    return Math.min(1, Math.max(least, sum / ((this.best[type] ?? 1) * times)))
  }
}

const least = 0.5

/** For the types of each side the most that one source on the other can bring. */
export function bestSources(
  { left, right, forth, back }: Table,
  nulls: { readonly forth: Float64Array; readonly back: Float64Array },
): { readonly left: Float64Array; readonly right: Float64Array } {
  const best = { left: new Float64Array(nulls.back.length), right: new Float64Array(nulls.forth.length) }
  for (let link = 0; link < left.length; link += 1) {
    const [one, other] = [left[link] ?? 0, right[link] ?? 0]
    const brought = (forth[link] ?? 0) * sourceWeight(nulls.back, one)
    if (brought > (best.right[other] ?? 0)) best.right[other] = brought
    const returned = (back[link] ?? 0) * sourceWeight(nulls.forth, other)
    if (returned > (best.left[one] ?? 0)) best.left[one] = returned
  }
  return best
}
