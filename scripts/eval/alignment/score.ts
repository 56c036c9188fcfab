import { beadKey, joinGroups, type GoldBead, type GoldDocument } from './gold.ts'

/** Counts of one document or of many; all figures come from their sums. */
export type Score = {
  readonly predicted: number
  readonly hits: number
  /** Two-sided gold beads. */
  readonly gold: number
  /** One-sided gold beads, and those of them that were predicted. */
  readonly nulls: number
  readonly nullHits: number
}

function isNull({ en, zh }: GoldBead): boolean {
  return en.length === 0 || zh.length === 0
}

export function scoreDocument(beads: readonly GoldBead[], document: GoldDocument): Score {
  const joined = joinGroups(beads, document.groups)
  const predicted = new Set(joined.map(beadKey))
  const wanted = new Set(document.gold.map(beadKey))
  const nulls = document.gold.filter(isNull)
  return {
    predicted: joined.length,
    hits: joined.filter((bead) => wanted.has(beadKey(bead))).length,
    gold: document.gold.length - nulls.length,
    nulls: nulls.length,
    nullHits: nulls.filter((bead) => predicted.has(beadKey(bead))).length,
  }
}

export function addUp(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0)
  return {
    predicted: sum((score) => score.predicted),
    hits: sum((score) => score.hits),
    gold: sum((score) => score.gold),
    nulls: sum((score) => score.nulls),
    nullHits: sum((score) => score.nullHits),
  }
}

/** Strict F1: nulls count against precision and not in recall. */
export function f1({ predicted, hits, nullHits, gold }: Score): number {
  const precision = hits / predicted
  const recall = (hits - nullHits) / gold
  return (2 * precision * recall) / (precision + recall)
}

/** F1 with nulls in recall too. */
export function allF1({ predicted, hits, gold, nulls }: Score): number {
  return (2 * hits) / (predicted + gold + nulls)
}
