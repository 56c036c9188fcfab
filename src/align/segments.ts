import type { Bead } from '../corpus/bead.ts'
import { byLang, type ByLang } from '../corpus/lang.ts'
import { withCrossing } from './crossing.ts'
import { doubted, doubtOfTranslation, doubtsOfTexts, type Doubt } from './doubts.ts'
import { toBeads } from './notice.ts'
import type { StalePin } from './pins.ts'
import { poolFrom, type PooledModel } from './pooled.ts'
import { solve } from './solve.ts'
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
    beads: withCrossing<Bead>(
      {
        beads: toBeads(path, pins),
        segmentsOf: (_, unit) => ({ from: unit, to: unit + 1 }),
        isFixed: (bead) => bead.pinned === true,
        make: (bead) => bead,
      },
      task.left,
      task.right,
      model,
    ).map((bead) => doubted(bead, doubts)),
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
