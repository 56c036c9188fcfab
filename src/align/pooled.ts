import type { EncodedSide } from './encode.ts'
import type { Model } from './evidence.ts'
import type { LengthModel, SumSpread } from './lengths.ts'
import { LinkList } from './table.ts'

/**
 * What a whole collection teaches about its words, saved so that one notice's change does not move another's beads.
 *
 * Shapes  plain data, as JSON: `parsePooled` and `formatPooled` are a pair. Links are `[left, right, forth, back]` with
 *         the two types' strings; words are `[type, occurrences, null share]`.
 * Units   probabilities to four digits, which is more than the counts behind them bear.
 * Errors  text of another kind or version throws.
 */
export type PooledModel = {
  readonly schema: 'duidu-pooled'
  readonly version: 1
  readonly links: readonly (readonly [left: string, right: string, forth: number, back: number])[]
  readonly leftWords: readonly PooledWord[]
  readonly rightWords: readonly PooledWord[]
  readonly leftTokens: number
  readonly rightTokens: number
  /** Log prior of each shape, in the order of shapes.ts. */
  readonly shapes: readonly number[]
  readonly lengths: {
    readonly mean: number
    readonly variance: number
    readonly left: PooledSpread
    readonly right: PooledSpread
  }
}

type PooledWord = readonly [type: string, occurrences: number, nullShare: number]
type PooledSpread = { readonly means: readonly number[]; readonly variances: readonly number[] }

/** Links weaker than this both ways are left out of the file. */
const leastProbability = 0.01
/** How far the collection is believed over the dictionary, for the words it knows. */
const poolShare = 0.7

export function poolFrom(model: Model, left: EncodedSide, right: EncodedSide): PooledModel {
  const { table } = model
  const links: PooledModel['links'][number][] = []
  for (let link = 0; link < table.left.length; link += 1) {
    const forth = table.forth[link] ?? 0
    const back = table.back[link] ?? 0
    if (Math.max(forth, back) < leastProbability) continue
    links.push([
      left.types[table.left[link] ?? 0] ?? '',
      right.types[table.right[link] ?? 0] ?? '',
      round(forth),
      round(back),
    ])
  }
  const words = (side: EncodedSide, nulls: Float64Array): PooledWord[] =>
    side.types.map((type, at) => [type, side.frequency[at] ?? 0, round(nulls[at] ?? 0)] as const)
  return {
    schema: 'duidu-pooled',
    version: 1,
    links,
    leftWords: words(left, model.nullBack),
    rightWords: words(right, model.nullForth),
    leftTokens: left.tokens.length,
    rightTokens: right.tokens.length,
    shapes: Array.from(model.shapes, round),
    lengths: {
      mean: round(model.lengths.mean),
      variance: round(model.lengths.variance),
      left: plainSpread(model.lengths.left),
      right: plainSpread(model.lengths.right),
    },
  }
}

/** Prior links with what the collection knows: of a pair that both know, mostly what the collection says. */
export function pooledLinks(known: LinkList, pooled: PooledModel, left: EncodedSide, right: EncodedSide): LinkList {
  const knownLeft = new Set(pooled.leftWords.map(([type]) => left.typeIndex.get(type)))
  const knownRight = new Set(pooled.rightWords.map(([type]) => right.typeIndex.get(type)))
  const links = new LinkList()
  for (let at = 0; at < known.length; at += 1) {
    const [one, other] = [known.left[at] ?? 0, known.right[at] ?? 0]
    const forth = (known.forth[at] ?? 0) * (knownLeft.has(one) ? 1 - poolShare : 1)
    links.push(one, other, forth, (known.back[at] ?? 0) * (knownRight.has(other) ? 1 - poolShare : 1))
  }
  for (const [one, other, forth, back] of pooled.links) {
    const a = left.typeIndex.get(one)
    const b = right.typeIndex.get(other)
    if (a !== undefined && b !== undefined) links.push(a, b, poolShare * forth, poolShare * back)
  }
  return links
}

/** Starts from the collection's null shares, shapes and lengths; frozen, from its frequencies and spreads too. */
export function withPooled(
  model: Model,
  pooled: PooledModel,
  left: EncodedSide,
  right: EncodedSide,
  frozen: boolean,
): Model {
  const { mean, variance } = pooled.lengths
  const started = {
    ...model,
    shapes: Float64Array.from(pooled.shapes),
    lengths: { ...model.lengths, mean, variance },
    nullForth: fill(model.nullForth, right, pooled.rightWords, (_, share) => share),
    nullBack: fill(model.nullBack, left, pooled.leftWords, (_, share) => share),
  }
  if (!frozen) return started
  const rarity = (side: EncodedSide, words: readonly PooledWord[], total: number): Float64Array =>
    fill(new Float64Array(side.types.length).fill(total), side, words, (count) => total / (count + 1))
  const lengths: LengthModel = {
    mean,
    variance,
    left: typedSpread(pooled.lengths.left),
    right: typedSpread(pooled.lengths.right),
  }
  const weight = (words: readonly PooledWord[]): number =>
    words.reduce((sum, [, count, nullShare]) => sum + count * (1 - nullShare), 1)
  return {
    ...started,
    lengths,
    density: weight(pooled.rightWords) / weight(pooled.leftWords),
    rarityLeft: rarity(left, pooled.leftWords, pooled.leftTokens),
    rarityRight: rarity(right, pooled.rightWords, pooled.rightTokens),
  }
}

export function formatPooled(pooled: PooledModel): string {
  return `${JSON.stringify(pooled)}\n`
}

export function parsePooled(text: string): PooledModel {
  const pooled = JSON.parse(text) as Partial<PooledModel> | null
  if (pooled?.schema !== 'duidu-pooled' || !Array.isArray(pooled.links))
    throw new Error('parsePooled: no statistics of a collection')
  if (pooled.version !== 1) throw new Error(`parsePooled: version ${String(pooled.version)}, this program reads 1`)
  return pooled as PooledModel
}

function fill(
  start: Float64Array,
  side: EncodedSide,
  words: readonly PooledWord[],
  value: (occurrences: number, nullShare: number) => number,
): Float64Array {
  const filled = start.slice()
  for (const [type, occurrences, nullShare] of words) {
    const at = side.typeIndex.get(type)
    if (at !== undefined) filled[at] = value(occurrences, nullShare)
  }
  return filled
}

function plainSpread({ means, variances }: SumSpread): PooledSpread {
  return { means: Array.from(means, round), variances: Array.from(variances, round) }
}

function typedSpread({ means, variances }: PooledSpread): SumSpread {
  return { means: Float64Array.from(means), variances: Float64Array.from(variances) }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
