import type { Bead } from '../corpus/bead.ts'
import { byLang, langs, type ByLang, type Lang } from '../corpus/lang.ts'
import { indices, runLength, type Run } from '../corpus/run.ts'
import { calibrated } from './calibrate.ts'
import type { EncodedSide } from './encode.ts'
import { Evidence, type Model } from './evidence.ts'

/**
 * Pairs that stand in another order on the two sides: definitions sorted by each language's alphabet, lists.
 *
 * The search is monotone and leaves what it cannot fit unmatched on both sides, or pairs it wrongly. Here these are
 * compared with one another, whatever their places, and those are paired that are each other's clear best. Nothing else
 * moves.
 *
 * Shapes  units are runs of segments (a segment of a list, a paragraph of a notice); pairs name units by number.
 */
type CrossingPair = { readonly left: number; readonly right: number; readonly evidence: number }

/** Nats that a pair must bring: more than two nulls cost, and than chance brings among hundreds of candidates. */
const leastEvidence = 9
/** By how much it must lead every other pair with either of its units. */
const leastLead = 4
/** More unmatched units than this on a side are an insertion and not a list in another order. */
const mostUnits = 300

function findCrossing(
  left: EncodedSide,
  right: EncodedSide,
  model: Model,
  leftUnits: readonly Run[],
  rightUnits: readonly Run[],
): CrossingPair[] {
  const [rows, columns] = [leftUnits.length, rightUnits.length]
  if (rows === 0 || columns === 0 || rows > mostUnits || columns > mostUnits) return []
  const spans = { from: new Int32Array(rows), to: new Int32Array(rows).fill(columns) }
  const evidence = new Evidence(gathered(left, leftUnits), gathered(right, rightUnits), model, spans)
  const scores = Float64Array.from({ length: rows * columns }, (_, at) =>
    evidence.bead(Math.floor(at / columns), 1, at % columns, 1),
  )
  const pairs: CrossingPair[] = []
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      const own = scores[i * columns + j] ?? 0
      if (own < leastEvidence) continue
      let rival = Number.NEGATIVE_INFINITY
      for (let other = 0; other < columns; other += 1)
        if (other !== j) rival = Math.max(rival, scores[i * columns + other] ?? 0)
      for (let other = 0; other < rows; other += 1)
        if (other !== i) rival = Math.max(rival, scores[other * columns + j] ?? 0)
      if (own - rival >= leastLead)
        pairs.push({ left: i, right: j, evidence: Math.min(own - rival, own - leastEvidence) })
    }
  return pairs
}

/** A bead over units, with what tells it from others of its kind (a row's sentence beads). */
export type CrossingTask<B extends Bead> = {
  readonly beads: readonly B[]
  /** The segments of each of a side's units: itself for a segment, its sentences for a paragraph. */
  readonly segmentsOf: (lang: Lang, unit: number) => Run
  /** A pin's bead stays as it is. */
  readonly isFixed: (bead: B) => boolean
  /** The bead of one unit a side. */
  readonly make: (runs: ByLang<Run> & { readonly score: number; readonly crossing: true }) => B
}

/**
 * Beads with what stands in another order paired; such a bead stands where its English does.
 *
 * A short list in another order does not come as nulls: the search pairs what it can, wrongly and not very surely. So
 * doubtful beads are looked at too, and one is broken up only when each of its units has a sure partner, itself
 * unmatched or in a bead that is broken up likewise. Two neighbours that change places stay a 2-2, as is the custom.
 */
export function withCrossing<B extends Bead>(
  task: CrossingTask<B>,
  left: EncodedSide,
  right: EncodedSide,
  model: Model,
): B[] {
  const { isFixed } = task
  // The unmatched among themselves first: what is only doubtful is no rival for them.
  const beads = pairLoose(task, (bead) => !isFixed(bead) && isNull(bead), left, right, model)
  const isLoose = (bead: B): boolean => !isFixed(bead) && bead.crossing !== true && (isNull(bead) || bead.score < sure)
  return beads.some((bead) => isLoose(bead) && !isNull(bead))
    ? pairLoose({ ...task, beads }, isLoose, left, right, model)
    : beads
}

function isNull(bead: Bead): boolean {
  return langs.some((lang) => runLength(bead[lang]) === 0)
}

/** Pairs the units of loose beads; more than `mostUnits` of them come back as they are. */
function pairLoose<B extends Bead>(
  { beads, segmentsOf, make }: CrossingTask<B>,
  isLoose: (bead: B) => boolean,
  left: EncodedSide,
  right: EncodedSide,
  model: Model,
): B[] {
  const looked = beads.filter(isLoose)
  const holders = byLang(
    (lang) => new Map(looked.flatMap((bead) => indices(bead[lang]).map((unit) => [unit, bead] as const))),
  )
  const units = byLang((lang) => [...holders[lang].keys()])
  const runs = byLang((lang) => units[lang].map((unit) => segmentsOf(lang, unit)))
  let pairs = findCrossing(left, right, model, runs.en, runs['zh-Hant']).flatMap((pair) => {
    const [en, zh] = [units.en[pair.left], units['zh-Hant'][pair.right]]
    const [one, other] = [holders.en.get(en ?? -1), holders['zh-Hant'].get(zh ?? -1)]
    return en === undefined || zh === undefined || one === undefined || other === undefined
      ? []
      : [{ en, zh, one, other, evidence: pair.evidence }]
  })
  // Until nothing changes: a bead that stays holds its units, and so the pairs with them fall away.
  for (let before = -1; before !== pairs.length;) {
    before = pairs.length
    const paired = { en: new Set(pairs.map(({ en }) => en)), 'zh-Hant': new Set(pairs.map(({ zh }) => zh)) }
    const isBroken = (bead: B): boolean =>
      isNull(bead) ||
      (langs.every((lang) => indices(bead[lang]).every((unit) => paired[lang].has(unit))) &&
        pairs.some(
          ({ en, zh, one, other }) =>
            (one === bead) !== (other === bead) ||
            (one === bead && pairs.some((pair) => pair.one === bead && pair.en > en && pair.zh < zh)),
        ))
    pairs = pairs.filter(({ one, other }) => isBroken(one) && isBroken(other))
  }
  const gone = new Set(pairs.flatMap(({ one, other }) => [one, other]))
  const made = new Map(
    pairs.map(({ en, zh, evidence }) => {
      const runs = { en: { from: en, to: en + 1 }, 'zh-Hant': { from: zh, to: zh + 1 } }
      return [en, make({ ...runs, score: calibrated(1 / (1 + Math.exp(-evidence))), crossing: true })] as const
    }),
  )
  return beads.flatMap((bead) => (gone.has(bead) ? indices(bead.en).flatMap((unit) => made.get(unit) ?? []) : [bead]))
}

/** Beads this sure are in their order. */
const sure = 0.99

/** A side of some of its units, each as one segment; types keep their numbers. */
function gathered(side: EncodedSide, units: readonly Run[]): EncodedSide {
  const starts = new Uint32Array(units.length + 1)
  const lengths = new Float64Array(units.length)
  const parts: number[] = []
  for (const [at, { from, to }] of units.entries()) {
    for (const type of side.tokens.subarray(side.starts[from], side.starts[to])) parts.push(type)
    starts[at + 1] = parts.length
    lengths[at] = side.lengths.slice(from, to).reduce((sum, length) => sum + length, 0)
  }
  const breaksOff = new Uint8Array(units.length)
  return { ...side, count: units.length, starts, lengths, breaksOff, tokens: Uint32Array.from(parts) }
}
