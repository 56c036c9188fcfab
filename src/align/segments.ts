import type { Bead } from '../corpus/bead.ts'
import { byLang, otherLang, type ByLang, type Lang } from '../corpus/lang.ts'
import { runLength } from '../corpus/run.ts'
import { calibrated } from './calibrate.ts'
import { findCrossing } from './crossing.ts'
import { doubted, doubtOfTranslation, doubtsOfTexts, type Doubt } from './doubts.ts'
import { toBeads } from './notice.ts'
import type { StalePin } from './pins.ts'
import { poolFrom, type PooledModel } from './pooled.ts'
import type { Model } from './evidence.ts'
import { solve, type Task } from './solve.ts'
import { flatten, prepare, type AlignOptions, type Prepared } from './task.ts'

export type AlignedSegments = {
  readonly beads: readonly Bead[]
  readonly doubts: readonly Doubt[]
  readonly stalePins: readonly StalePin[]
}

/** Aligns two plain lists of segments; empty segments are segments too. */
export function alignSegments(segments: ByLang<readonly string[]>, options: AlignOptions): AlignedSegments {
  const { task, pins } = prepareSegments(segments, options)
  const { path, model, priorEvidence } = solve(task)
  const doubts = [...doubtsOfTexts(segments), ...doubtOfTranslation(task.left, task.right, path, priorEvidence)]
  return {
    beads: withCrossing(toBeads(path, pins), task, model).map((bead) => doubted(bead, doubts)),
    doubts,
    stalePins: pins.stale,
  }
}

/**
 * Learns from a whole collection at once: its documents' segments, one after another, aligned as one text.
 * Documents that are translations of one another line by line or not serve alike.
 */
export function trainPooled(documents: readonly ByLang<readonly string[]>[], options: AlignOptions): PooledModel {
  const joined = byLang((lang) => documents.flatMap((segments) => segments[lang]))
  const { task } = prepareSegments(joined, {
    lexicon: options.lexicon,
    ...(options.terms ? { terms: options.terms } : {}),
  })
  return poolFrom(solve(task).model, task.left, task.right)
}

function prepareSegments(segments: ByLang<readonly string[]>, options: AlignOptions): Prepared {
  const flat = byLang((lang) =>
    flatten({ paragraphs: segments[lang].map((segment) => ({ kind: 'paragraph', sentences: [segment] })) }),
  )
  return prepare(flat, options, false)
}

/** Pairs unmatched segments that stand in another order; the bead stands where its English does. */
function withCrossing(beads: readonly Bead[], { left, right }: Task, model: Model): Bead[] {
  const isLoose = (bead: Bead, lang: Lang): boolean =>
    !bead.pinned && runLength(bead[lang]) === 1 && runLength(bead[otherLang(lang)]) === 0
  const en = beads.filter((bead) => isLoose(bead, 'en'))
  const zh = beads.filter((bead) => isLoose(bead, 'zh-Hant'))
  const pairs = findCrossing(
    left,
    right,
    model,
    en.map((bead) => bead.en),
    zh.map((bead) => bead['zh-Hant']),
  )
  const partners = new Map(pairs.map((pair) => [en[pair.left], { zh: zh[pair.right], evidence: pair.evidence }]))
  const taken = new Set(pairs.map((pair) => zh[pair.right]))
  return beads
    .filter((bead) => !taken.has(bead))
    .map((bead) => {
      const partner = partners.get(bead)
      if (partner?.zh === undefined) return bead
      const score = calibrated(1 / (1 + Math.exp(-partner.evidence)))
      return { en: bead.en, 'zh-Hant': partner.zh['zh-Hant'], score, crossing: true as const }
    })
}
