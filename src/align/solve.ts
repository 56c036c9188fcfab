import type { Run } from '../corpus/run.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { anchorCorridor } from './anchors.ts'
import { nullStart } from './counts.ts'
import { narrowCorridor, withRegions, type Corridor } from './corridor.ts'
import { estimateDensity, startDensity } from './density.ts'
import type { EncodedSide } from './encode.ts'
import { Evidence, type Model } from './evidence.ts'
import { Headings } from './headings.ts'
import { runningWeights } from './sources.ts'
import { bestPath, spansOf, weighPaths, worthWeighing, type Lattice, type PathBead, type Weights } from './lattice.ts'
import { estimateLengths, startLengths } from './lengths.ts'
import { estimateParagraphs, paragraphEvidence, type ParagraphEnds, type ParagraphModel } from './paragraphs.ts'
import { pooledLinks, withPooled, type PooledModel } from './pooled.ts'
import { priorLinks, type TermPair } from './prior.ts'
import { estimateShapes, families, familyOf, shapes } from './shapes.ts'
import { makeTable } from './table.ts'
import { trainOnBeads } from './train.ts'

export type Solution = {
  readonly lattice: Lattice
  readonly path: readonly PathBead[]
  readonly model: Model
  /** `null` when the segments stand in no paragraphs. */
  readonly paragraphs: ParagraphModel | null
  /** Lexical evidence of the first search's beads, on prior knowledge alone. */
  readonly priorEvidence: number
}

export type Task = {
  readonly left: EncodedSide
  readonly right: EncodedSide
  readonly lexicon: Lexicon
  readonly terms: readonly TermPair[]
  /** Absent when the segments stand in no paragraphs. */
  readonly ends?: ParagraphEnds
  /** What a reviewer decided. */
  readonly pins?: Constraint
  /** What a collection taught beforehand. */
  readonly pooled?: PooledModel
  /** Take everything from `pooled` and learn nothing from this text. */
  readonly frozen?: boolean
}

export type Constraint = {
  readonly allows: (i: number, a: number, j: number, b: number) => boolean
  readonly regions: readonly { readonly left: Run; readonly right: Run }[]
}

/** Rounds of search and learning: the third confirms what the second learnt, and further ones change no bead. */
const passes = 3
/** Share of paths below which a node is not searched again, and how far about the others the search still looks. */
const leastNode = 1e-5
const narrowMargin = 1
const trust = 1
/**
 * Before that, where the corridor is widest, 1-1 and nulls alone: what a 1-2 would be shows as a 1-1 beside a null, and
 * most of the corridor is left out at a fifth of the price. A share of paths this small is still looked into.
 */
const scoutShapes = shapes.filter(({ family }) => family < 2).length
const leastScouted = 1e-9
/** In the first search only 1-1, 1-2, 2-1 and nulls are tried; what they cannot say shows as nulls beside a bead. */
const firstShapes = shapes.filter(({ family }) => family < 3).length

export function solve(task: Task): Solution {
  const { left, right, lexicon, terms } = task
  const known = priorLinks(left, right, lexicon, terms, task.frozen === true)
  const links = task.pooled === undefined ? known : pooledLinks(known, task.pooled, left, right)
  const prior = makeTable(links, left.types.length, right.types.length)
  let model: Model = {
    table: prior,
    lengths: startLengths(left, right),
    nullForth: new Float64Array(right.types.length).fill(nullStart),
    nullBack: new Float64Array(left.types.length).fill(nullStart),
    rarityRight: rarity(right),
    rarityLeft: rarity(left),
    density: startDensity(left, right),
    shapes: estimateShapes(families.map(() => 0)),
    trust,
  }
  let paragraphs = task.ends === undefined ? null : estimateParagraphs(task.ends, [])
  if (task.pooled !== undefined) model = withPooled(model, task.pooled, left, right, task.frozen === true)
  const regions = task.pins?.regions ?? []
  let corridor: Corridor = withRegions(anchorCorridor(left, right, prior), regions, right.count)
  const search = (within: Corridor, tried: number, before?: Lattice): { lattice: Lattice; evidence: Evidence } => {
    const worth = worthWeighing(within, tried, before)
    const evidence = new Evidence(left, right, model, spansOf(within, tried, worth))
    return { lattice: weighPaths(within, weightsOf(task, model, paragraphs, evidence), tried, worth), evidence }
  }
  const scout = search(corridor, scoutShapes).lattice
  corridor = withRegions(
    narrowCorridor(corridor, scout.nodes, leastScouted, narrowMargin, right.count),
    regions,
    right.count,
  )
  let priorEvidence = 0
  let earlier: Lattice | undefined
  let last: readonly PathBead[] = []
  for (let pass = 1; ; pass += 1) {
    const tried = pass === 1 ? firstShapes : shapes.length
    const { lattice, evidence } = search(corridor, tried, earlier)
    earlier = lattice
    const path = bestPath(lattice)
    if (pass === (task.frozen === true ? 2 : passes) || (pass > 2 && samePath(path, last)))
      return { lattice, path, model, paragraphs, priorEvidence }
    last = path
    if (pass === 1) priorEvidence = lexicalSum(evidence, path)
    if (pass === 1)
      corridor = withRegions(
        narrowCorridor(corridor, lattice.nodes, leastNode, narrowMargin, right.count),
        regions,
        right.count,
      )
    if (task.frozen === true) continue
    const trained = trainOnBeads(left, right, prior, path, { forth: model.nullForth, back: model.nullBack })
    if (task.ends !== undefined) paragraphs = estimateParagraphs(task.ends, path)
    const weights = {
      left: runningWeights(left.tokens, trained.nullBack),
      right: runningWeights(right.tokens, trained.nullForth),
    }
    const density = estimateDensity(left, right, path, weights)
    model = { ...model, ...trained, density, ...estimated(left, right, model, path) }
  }
}

/** A boundary in the middle of a sentence is a splitter's mistake; one bead in fifty ends there all the same. */
const brokenCost = -4

/** What each bead weighs by the model, where pins allow it. */
export function weightsOf(
  { left, right, ends, pins }: Task,
  model: Model,
  paragraphs: ParagraphModel | null,
  evidence: Evidence,
): Weights {
  const allows = pins?.allows
  const headings = new Headings(left, right)
  return {
    bead: (i, a, j, b, shape) =>
      allows?.(i, a, j, b) === false
        ? Number.NEGATIVE_INFINITY
        : (model.shapes[shape] ?? 0) +
          (a === 0 || b === 0 ? 0 : evidence.bead(i, a, j, b)) +
          (a === 1 && b === 1 ? headings.bead(evidence, i, j) : 0) +
          (a > 0 ? (left.breaksOff[i + a - 1] ?? 0) * brokenCost : 0) +
          (b > 0 ? (right.breaksOff[j + b - 1] ?? 0) * brokenCost : 0) +
          (ends === undefined || paragraphs === null ? 0 : paragraphEvidence(paragraphs, ends, i, a, j, b)),
  }
}

/** A chapter that one side lacks is one event, and must not make nulls cheap everywhere: of a run so many count. */
const longestNulls = 3

function estimated(left: EncodedSide, right: EncodedSide, model: Model, path: readonly PathBead[]) {
  const counts = families.map(() => 0)
  let nulls = 0
  const lengths: { left: number; right: number; weight: number }[] = []
  for (const { i, a, j, b, posterior } of path) {
    const family = familyOf(a, b)
    nulls = a === 0 || b === 0 ? nulls + 1 : 0
    if (nulls <= longestNulls) counts[family] = (counts[family] ?? 0) + posterior
    if (a > 0 && b > 0)
      lengths.push({ left: sum(left.lengths, i, i + a), right: sum(right.lengths, j, j + b), weight: posterior })
  }
  return { shapes: estimateShapes(counts), lengths: estimateLengths(model.lengths, lengths) }
}

function lexicalSum(evidence: Evidence, path: readonly PathBead[]): number {
  return path.reduce((total, { i, a, j, b }) => total + (a === 0 || b === 0 ? 0 : evidence.lexical(i, a, j, b)), 0)
}

/** The same beads: what they teach would be the same again. */
function samePath(one: readonly PathBead[], other: readonly PathBead[]): boolean {
  return (
    one.length === other.length &&
    one.every((bead, at) => {
      const twin = other[at]
      return bead.i === twin?.i && bead.j === twin.j && bead.a === twin.a && bead.b === twin.b
    })
  )
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0
  for (let at = from; at < to; at += 1) total += values[at] ?? 0
  return total
}

/** 1 / p(type), frequencies smoothed by a language of `background` words beyond the text's own. */
function rarity(side: EncodedSide): Float64Array {
  const total = side.tokens.length + background
  return Float64Array.from(side.frequency, (count) => total / (count + 1))
}
const background = 1000
