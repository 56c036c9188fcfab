import type { Bead } from '../corpus/bead.ts'
import { byLang, langs, otherLang, type ByLang, type Lang } from '../corpus/lang.ts'
import { isEmptyRun, type Run } from '../corpus/run.ts'
import { calibrated } from './calibrate.ts'
import { withCrossing } from './crossing.ts'
import type { Model } from './evidence.ts'
import { doubted, doubtOfTranslation, doubtsOfTexts, type Doubt } from './doubts.ts'
import type { PathBead } from './lattice.ts'
import type { FoundPins, StalePin } from './pins.ts'
import { cutRows } from './rows.ts'
import { solve, type Task } from './solve.ts'
import { flatten, prepare, type AlignOptions, type AlignSide, type Flat } from './task.ts'

export type AlignedNotice = {
  /** Row runs count paragraphs; inner bead runs count sentences through the whole side, from 0. */
  readonly rows: readonly (Bead & { readonly beads: readonly Bead[] })[]
  readonly doubts: readonly Doubt[]
  readonly stalePins: readonly StalePin[]
}

/** Aligns the paragraphs of a notice and the sentences inside them, in one search. */
export function alignNotice(sides: ByLang<AlignSide>, options: AlignOptions): AlignedNotice {
  const flat = byLang((lang) => flatten(sides[lang]))
  const texts = byLang((lang) => flat[lang].sentences)
  const { task, pins } = prepare(flat, options, true)
  const { path, lattice, model, priorEvidence } = solve(task)
  const ends = { left: flat.en.ends, right: flat['zh-Hant'].ends }
  const kept = pins.regions.filter(({ level }) => level === 'paragraph')
  const isInside = (i: number, j: number): boolean =>
    kept.some(({ en, 'zh-Hant': zh }) => isWithin(en, i) && isWithin(zh, j) && !isCorner(en, zh, i, j))
  const rows = cutRows(lattice, path, ends, isInside).map(({ beads, posterior }) => {
    const row = spanOf(beads)
    const paragraphs = byLang((lang) => paragraphRun(flat[lang], row[lang]))
    const isPinned = kept.some((region) => isPinnedAs(region, row))
    return {
      ...paragraphs,
      ...(isPinned ? { score: 1, pinned: true as const } : { score: calibrated(posterior) }),
      beads: toBeads(beads, pins),
    }
  })
  const doubts = [...doubtsOfTexts(texts), ...doubtOfTranslation(task.left, task.right, path, priorEvidence)]
  return {
    rows: withCrossingRows(rows, task, model, flat).map((row) =>
      doubted({ ...row, beads: row.beads.map((bead) => doubted(bead, doubts)) }, doubts),
    ),
    doubts,
    stalePins: pins.stale,
  }
}

/** Path beads as beads; those of a pinned region become one. */
export function toBeads(path: readonly PathBead[], pins: FoundPins): Bead[] {
  const regions = pins.regions.filter(({ level }) => level === 'sentence')
  const beads: Bead[] = []
  for (const { i, a, j, b, posterior } of path) {
    const bead = { en: { from: i, to: i + a }, 'zh-Hant': { from: j, to: j + b } }
    const region = regions.find(
      ({ en, 'zh-Hant': zh }) => (a > 0 && en.from <= i && i < en.to) || (b > 0 && zh.from <= j && j < zh.to),
    )
    if (region === undefined) {
      beads.push({ ...bead, score: calibrated(posterior) })
      continue
    }
    // Unmatched segments are one bead each; a pinned pair is one bead however the path went through it.
    const isNull = isEmptyRun(region.en) || isEmptyRun(region['zh-Hant'])
    const isFirst = i === region.en.from && j === region['zh-Hant'].from
    const last = beads[beads.length - 1]
    if (!isNull && !isFirst && last !== undefined)
      beads[beads.length - 1] = {
        en: { from: last.en.from, to: i + a },
        'zh-Hant': { from: last['zh-Hant'].from, to: j + b },
        score: 1,
        pinned: true,
      }
    else beads.push({ ...bead, score: 1, pinned: true })
  }
  return beads
}

function spanOf(beads: readonly PathBead[]): ByLang<Run> {
  const first = beads[0]
  const last = beads[beads.length - 1]
  if (first === undefined || last === undefined) throw new RangeError('alignNotice: a row without beads')
  return { en: { from: first.i, to: last.i + last.a }, 'zh-Hant': { from: first.j, to: last.j + last.b } }
}

function paragraphRun({ paragraphAt }: Flat, sentences: Run): Run {
  return { from: paragraphAt[sentences.from] ?? 0, to: paragraphAt[sentences.to] ?? 0 }
}

function isWithin({ from, to }: Run, at: number): boolean {
  return from <= at && at <= to
}

function isCorner(en: Run, zh: Run, i: number, j: number): boolean {
  return (i === en.from && j === zh.from) || (i === en.to && j === zh.to)
}

/** A pinned pair is one row; of a pinned null each paragraph is a row of its own. */
function isPinnedAs(region: ByLang<Run>, row: ByLang<Run>): boolean {
  const alone = langs.find((lang) => isEmptyRun(region[otherLang(lang)]))
  if (alone === undefined) return langs.every((lang) => sameRun(region[lang], row[lang]))
  const { from, to } = row[alone]
  return isEmptyRun(row[otherLang(alone)]) && region[alone].from <= from && to <= region[alone].to
}

function sameRun(one: Run, other: Run): boolean {
  return one.from === other.from && one.to === other.to
}

type AlignedRow = AlignedNotice['rows'][number]

/** Pairs paragraphs that stand in another order, their sentences as one bead; the row stands where its English does. */
function withCrossingRows(
  rows: readonly AlignedRow[],
  { left, right }: Task,
  model: Model,
  flat: ByLang<Flat>,
): AlignedRow[] {
  const segmentsOf = (lang: Lang, paragraph: number): Run => ({
    from: flat[lang].starts[paragraph] ?? 0,
    to: flat[lang].starts[paragraph + 1] ?? 0,
  })
  return withCrossing<AlignedRow>(
    {
      beads: rows,
      segmentsOf,
      isFixed: (row) => row.pinned === true || row.beads.some((bead) => bead.pinned),
      make: (row) => {
        const sentences = byLang((lang) => segmentsOf(lang, row[lang].from))
        return { ...row, beads: [{ ...sentences, score: row.score, crossing: true }] }
      },
    },
    left,
    right,
    model,
  )
}
