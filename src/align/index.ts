import { byLang, type ByLang } from '../corpus/lang.ts'
import type { Bead } from '../corpus/bead.ts'
import type { BlockKind } from '../corpus/notice.ts'
import type { Pin } from '../corpus/pins.ts'
import type { Run } from '../corpus/run.ts'
import type { TermEntry } from '../corpus/term.ts'
import type { Lexicon } from '../text/lexicon.ts'
import { encodeSide } from './encode.ts'
import type { PathBead } from './lattice.ts'
import { cutRows } from './rows.ts'
import { blockTokens } from './structure.ts'
import { solve } from './solve.ts'
export type { Lexicon } from '../text/lexicon.ts'

export type AlignSide = { readonly paragraphs: readonly (BlockKind & { readonly sentences: readonly string[] })[] }
export type Doubt = { readonly kind: string; readonly what: string; readonly todo: string }
export type StalePin = { readonly index: number; readonly why: string }
export type AlignOptions = {
  readonly lexicon: Lexicon
  readonly terms?: readonly TermEntry[]
  readonly pins?: readonly Pin[]
}
export type AlignedSegments = {
  readonly beads: readonly Bead[]
  readonly doubts: readonly Doubt[]
  readonly stalePins: readonly StalePin[]
}

export type AlignedNotice = {
  /** Row runs count paragraphs; inner bead runs count sentences through the whole side, from 0. */
  readonly rows: readonly (Bead & { readonly beads: readonly Bead[] })[]
  readonly doubts: readonly Doubt[]
  readonly stalePins: readonly StalePin[]
}

export function alignSegments(segments: ByLang<readonly string[]>, options: AlignOptions): AlignedSegments {
  const sides = byLang((lang) => encodeSide(segments[lang], options.lexicon))
  const { path } = solve({ left: sides.en, right: sides['zh-Hant'], lexicon: options.lexicon, terms: [] })
  return { beads: path.map(toBead), doubts: [], stalePins: [] }
}

export function alignNotice(sides: ByLang<AlignSide>, options: AlignOptions): AlignedNotice {
  const flat = byLang((lang) => flatten(sides[lang]))
  const encoded = byLang((lang) =>
    encodeSide(flat[lang].sentences, options.lexicon, (sentence) => flat[lang].marks[sentence] ?? []),
  )
  const ends = { left: flat.en.ends, right: flat['zh-Hant'].ends }
  const { path, lattice } = solve({
    left: encoded.en,
    right: encoded['zh-Hant'],
    lexicon: options.lexicon,
    terms: [],
    ends,
  })
  const rows = cutRows(lattice, path, ends).map(({ beads, posterior }) => {
    const first = beads[0]
    const last = beads[beads.length - 1]
    if (first === undefined || last === undefined) throw new RangeError('alignNotice: a row without beads')
    return {
      en: paragraphRun(flat.en, first.i, last.i + last.a),
      'zh-Hant': paragraphRun(flat['zh-Hant'], first.j, last.j + last.b),
      score: posterior,
      beads: beads.map(toBead),
    }
  })
  return { rows, doubts: [], stalePins: [] }
}

function toBead({ i, a, j, b, posterior }: PathBead): Bead {
  return { en: { from: i, to: i + a }, 'zh-Hant': { from: j, to: j + b }, score: posterior }
}

type Flat = {
  readonly sentences: readonly string[]
  readonly marks: readonly (readonly string[])[]
  readonly ends: Uint8Array
  /** The paragraph that begins at each boundary that is a paragraph's end. */
  readonly paragraphAt: Int32Array
}

function flatten({ paragraphs }: AlignSide): Flat {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences)
  const marks: string[][] = sentences.map(() => [])
  const ends = new Uint8Array(sentences.length + 1)
  const paragraphAt = new Int32Array(sentences.length + 1)
  let at = 0
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.sentences.length === 0) throw new RangeError(`alignNotice: paragraph ${index} has no sentences`)
    ends[at] = 1
    paragraphAt[at] = index
    marks[at] = blockTokens(paragraph)
    at += paragraph.sentences.length
  }
  ends[at] = 1
  paragraphAt[at] = paragraphs.length
  return { sentences, marks, ends, paragraphAt }
}

function paragraphRun({ paragraphAt }: Flat, from: number, to: number): Run {
  return { from: paragraphAt[from] ?? 0, to: paragraphAt[to] ?? 0 }
}
