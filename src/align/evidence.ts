import type { EncodedSide } from './encode.ts'
import type { Spans } from './lattice.ts'
import { lengthEvidence, type LengthModel } from './lengths.ts'
import { nearbyRarity } from './nearby.ts'
import { bestSources, Repeats } from './repeats.ts'
import { runningWeights, sourceWeight } from './sources.ts'
import type { Table } from './table.ts'

/**
 * How much likelier a bead's two sides are together than apart.
 *
 * Each token of one side is drawn from the other side's tokens, one of them taken at random and translated, or else
 * from the language at large (IBM Model 1, Brown et al. 1993, with Moore's (2002) use of it for beads):
 *
 *     ratio(b | A) = null + (1 − null) · Σ_{a ∈ A} p(b | a) / (|A| · p(b))
 *
 * p(b) is the chance of b where it stands, beside segments that may hold it too (nearby.ts).
 * A bead's lexical evidence is the mean over both directions of its tokens' summed logs; evidence about the
 * alignment of long segments is overcounted, since words come together, so it is scaled by `trust`.
 * A segment that swallows a stranger pays twice: |A| dilutes every match, and the stranger's words are drawn from
 * nothing. That is what makes the ratio a judge of boundaries and nulls, and not only of similarity.
 *
 * Units  nats; 0 is "as well apart".
 */
export type Model = {
  readonly table: Table
  readonly lengths: LengthModel
  /** Probability that a token of each right type has no source on the left, and the other way about. */
  readonly nullForth: Float64Array
  readonly nullBack: Float64Array
  /** 1 / p(type) for each right type, and each left type. */
  readonly rarityRight: Float64Array
  readonly rarityLeft: Float64Array
  /** Right tokens for each left one, as density.ts weighs them. */
  readonly density: number
  /** Log prior of each shape. */
  readonly shapes: Float64Array
  /** Exponent of the lexical evidence. */
  readonly trust: number
}

/**
 * Which part of what one side has too much of, by the text's own density, counts as more places for each word
 * to come from. It makes a swallowed stranger cost in both directions. 0.5 to 0.7 do alike on the gold sets, and of
 * texts with more strangers in them (`eval:align`, “made harder”) more choose 0.6.
 */
const dilution = 0.6

/** The sums Σ p(b | a) for each pair of segments that may share a bead, laid out row by row. */
export class Evidence {
  private readonly forth: Float32Array
  private readonly forthBase: Float64Array
  private readonly back: Float32Array
  private readonly backBase: Float64Array
  private readonly from: Int32Array
  private readonly to: Int32Array
  private readonly rarityRight: Float64Array
  private readonly rarityLeft: Float64Array
  private readonly missRight: Float64Array
  private readonly missLeft: Float64Array
  private readonly density: number
  private readonly repeatsLeft: Repeats
  private readonly repeatsRight: Repeats
  /** Sum of the weights of all left tokens before each, and of the right's. */
  private readonly leftWeights: Float64Array
  private readonly rightWeights: Float64Array

  constructor(
    private readonly left: EncodedSide,
    private readonly right: EncodedSide,
    private readonly model: Model,
    { from, to }: Spans,
  ) {
    const rows = left.count
    this.forthBase = new Float64Array(rows)
    this.backBase = new Float64Array(rows)
    let forthSize = 0
    let backSize = 0
    for (let row = 0; row < rows; row += 1) {
      const first = from[row] ?? 0
      const last = to[row] ?? 0
      this.forthBase[row] = forthSize - (right.starts[first] ?? 0)
      forthSize += (right.starts[last] ?? 0) - (right.starts[first] ?? 0)
      this.backBase[row] = backSize
      backSize += (last - first) * ((left.starts[row + 1] ?? 0) - (left.starts[row] ?? 0))
    }
    this.from = from
    this.to = to
    this.forth = new Float32Array(forthSize)
    this.back = new Float32Array(backSize)
    this.rarityRight = nearbyRarity(right, model.rarityRight).map(
      (rarity, at) => rarity * sourceWeight(model.nullForth, right.tokens[at] ?? 0),
    )
    this.rarityLeft = nearbyRarity(left, model.rarityLeft).map(
      (rarity, at) => rarity * sourceWeight(model.nullBack, left.tokens[at] ?? 0),
    )
    this.missRight = Float64Array.from(right.tokens, (type) => model.nullForth[type] ?? 0)
    this.missLeft = Float64Array.from(left.tokens, (type) => model.nullBack[type] ?? 0)
    this.leftWeights = runningWeights(left.tokens, model.nullBack)
    this.rightWeights = runningWeights(right.tokens, model.nullForth)
    this.density = model.density
    const best = bestSources(model.table, { forth: model.nullForth, back: model.nullBack })
    this.repeatsLeft = new Repeats(best.left)
    this.repeatsRight = new Repeats(best.right)
    this.fillForth(from, to)
    this.fillBack(from, to)
  }

  private fillForth(from: Int32Array, to: Int32Array): void {
    const { left, right, forth } = this
    const { table } = this.model
    const sums = new Float64Array(right.types.length)
    for (let row = 0; row < left.count; row += 1) {
      for (let at = left.starts[row] ?? 0; at < (left.starts[row + 1] ?? 0); at += 1) {
        const type = left.tokens[at] ?? 0
        const end = table.leftEnds[type] ?? 0
        const weight = sourceWeight(this.model.nullBack, type)
        for (let link = type === 0 ? 0 : (table.leftEnds[type - 1] ?? 0); link < end; link += 1) {
          const b = table.right[link] ?? 0
          sums[b] = (sums[b] ?? 0) + weight * (table.forth[link] ?? 0)
        }
      }
      const base = this.forthBase[row] ?? 0
      const last = right.starts[to[row] ?? 0] ?? 0
      for (let at = right.starts[from[row] ?? 0] ?? 0; at < last; at += 1)
        forth[base + at] = sums[right.tokens[at] ?? 0] ?? 0
      for (let at = left.starts[row] ?? 0; at < (left.starts[row + 1] ?? 0); at += 1) {
        const type = left.tokens[at] ?? 0
        const end = table.leftEnds[type] ?? 0
        for (let link = type === 0 ? 0 : (table.leftEnds[type - 1] ?? 0); link < end; link += 1)
          sums[table.right[link] ?? 0] = 0
      }
    }
  }

  private fillBack(from: Int32Array, to: Int32Array): void {
    const { left, right, back } = this
    const { table } = this.model
    const sums = new Float64Array(left.types.length)
    const reach = rowsOf(from, to, right.count)
    for (let column = 0; column < right.count; column += 1) {
      for (let at = right.starts[column] ?? 0; at < (right.starts[column + 1] ?? 0); at += 1) {
        const type = right.tokens[at] ?? 0
        const end = table.rightEnds[type] ?? 0
        const weight = sourceWeight(this.model.nullForth, type)
        for (let place = type === 0 ? 0 : (table.rightEnds[type - 1] ?? 0); place < end; place += 1) {
          const link = table.rightLinks[place] ?? 0
          const a = table.left[link] ?? 0
          sums[a] = (sums[a] ?? 0) + weight * (table.back[link] ?? 0)
        }
      }
      for (let row = reach.from[column] ?? 0; row < (reach.to[column] ?? 0); row += 1) {
        if (column < (from[row] ?? 0) || column >= (to[row] ?? 0)) continue
        const start = left.starts[row] ?? 0
        const length = (left.starts[row + 1] ?? 0) - start
        const base = (this.backBase[row] ?? 0) + (column - (from[row] ?? 0)) * length
        for (let at = 0; at < length; at += 1) back[base + at] = sums[left.tokens[start + at] ?? 0] ?? 0
      }
      for (let at = right.starts[column] ?? 0; at < (right.starts[column + 1] ?? 0); at += 1) {
        const type = right.tokens[at] ?? 0
        const end = table.rightEnds[type] ?? 0
        for (let place = type === 0 ? 0 : (table.rightEnds[type - 1] ?? 0); place < end; place += 1)
          sums[table.left[table.rightLinks[place] ?? 0] ?? 0] = 0
      }
    }
  }

  /** Are these two segments near enough to each other to be weighed? */
  reaches(i: number, j: number): boolean {
    return i < this.left.count && j >= (this.from[i] ?? 0) && j < (this.to[i] ?? 0)
  }

  /** Lexical and length evidence of the bead of left segments [i, i + a) and right segments [j, j + b). */
  bead(i: number, a: number, j: number, b: number): number {
    return this.model.trust * this.lexical(i, a, j, b) + this.length(i, a, j, b)
  }

  length(i: number, a: number, j: number, b: number): number {
    let leftLength = 0
    for (let row = i; row < i + a; row += 1) leftLength += this.left.lengths[row] ?? 0
    let rightLength = 0
    for (let column = j; column < j + b; column += 1) rightLength += this.right.lengths[column] ?? 0
    return lengthEvidence(this.model.lengths, leftLength, a, rightLength, b)
  }

  lexical(i: number, a: number, j: number, b: number): number {
    return 0.5 * (this.lexicalForth(i, a, j, b) + this.lexicalBack(i, a, j, b))
  }

  private lexicalForth(i: number, a: number, j: number, b: number): number {
    const size =
      (this.leftWeights[this.left.starts[i + a] ?? 0] ?? 0) - (this.leftWeights[this.left.starts[i] ?? 0] ?? 0)
    if (size === 0) return 0
    const other =
      (this.rightWeights[this.right.starts[j + b] ?? 0] ?? 0) - (this.rightWeights[this.right.starts[j] ?? 0] ?? 0)
    const { forth, forthBase, rarityRight } = this
    const scale = 1 / (size + dilution * Math.max(0, other / this.density - size))
    const missed = this.missRight
    const end = this.right.starts[j + b] ?? 0
    const later = this.right.starts[j + 1] ?? 0
    const { repeatsRight } = this
    repeatsRight.open()
    let log = 0
    let product = 1
    for (let at = this.right.starts[j] ?? 0; at < end; at += 1) {
      let sum = 0
      for (let row = i; row < i + a; row += 1) sum += forth[(forthBase[row] ?? 0) + at] ?? 0
      if (b > 1) sum *= repeatsRight.share(this.right.tokens[at] ?? 0, sum, at >= later)
      product *= (missed[at] ?? 0) + sum * scale * (rarityRight[at] ?? 0)
      // One logarithm for many factors; far from where a double's range ends.
      if (product > 1e200 || product < 1e-200) {
        log += Math.log(product)
        product = 1
      }
    }
    return log + Math.log(product)
  }

  private lexicalBack(i: number, a: number, j: number, b: number): number {
    const size =
      (this.rightWeights[this.right.starts[j + b] ?? 0] ?? 0) - (this.rightWeights[this.right.starts[j] ?? 0] ?? 0)
    if (size === 0) return 0
    const other =
      (this.leftWeights[this.left.starts[i + a] ?? 0] ?? 0) - (this.leftWeights[this.left.starts[i] ?? 0] ?? 0)
    const { back, rarityLeft } = this
    const scale = 1 / (size + dilution * Math.max(0, other * this.density - size))
    const missed = this.missLeft
    const { repeatsLeft } = this
    repeatsLeft.open()
    let log = 0
    let product = 1
    for (let row = i; row < i + a; row += 1) {
      const start = this.left.starts[row] ?? 0
      const length = (this.left.starts[row + 1] ?? 0) - start
      const base = (this.backBase[row] ?? 0) + (j - (this.from[row] ?? 0)) * length
      for (let at = 0; at < length; at += 1) {
        let sum = 0
        for (let column = 0; column < b; column += 1) sum += back[base + column * length + at] ?? 0
        if (a > 1) sum *= repeatsLeft.share(this.left.tokens[start + at] ?? 0, sum, row > i)
        product *= (missed[start + at] ?? 0) + sum * scale * (rarityLeft[start + at] ?? 0)
        if (product > 1e200 || product < 1e-200) {
          log += Math.log(product)
          product = 1
        }
      }
    }
    return log + Math.log(product)
  }
}

/** For each column the rows, first to behind last, whose spans reach it; some between may not. */
function rowsOf(from: Int32Array, to: Int32Array, columns: number): Spans {
  const reach = { from: new Int32Array(columns).fill(from.length), to: new Int32Array(columns) }
  for (let row = 0; row < from.length; row += 1)
    for (let column = from[row] ?? 0; column < (to[row] ?? 0); column += 1) {
      if (row < (reach.from[column] ?? 0)) reach.from[column] = row
      reach.to[column] = row + 1
    }
  return reach
}
