import { doubtsOfTexts, type AlignedNotice } from '../align/index.ts'
import type { Fault } from '../corpus/fault.ts'
import type { RowId } from '../corpus/ids.ts'
import { byLang, langs, type ByLang, type Lang } from '../corpus/lang.ts'
import type { Side } from '../corpus/notice.ts'
import type { Pin } from '../corpus/pins.ts'
import type { Run } from '../corpus/run.ts'
import { parseAlignedTsv } from '../exchange/aligned-tsv.ts'
import type { AlignedUnit } from '../exchange/aligned.ts'
import { parseTmx } from '../exchange/tmx-read.ts'
import { recover } from '../recover/index.ts'
import { decodeSource } from '../text/decode.ts'
import type { AlignedSpec } from './aligned-spec.ts'
import type { NoticeHead } from './content.ts'
import { provenanceOf, recoveryWarnings, segmented, type SideTools } from './side.ts'

/**
 * A notice that came aligned: bytes -> decoded text -> units -> recovered text, paragraphs and sentences of each side.
 *
 * A side's received text is its texts as the file gives them, unescaped, a line each and an empty line where it has
 * none; recovery changes no number of lines, so that the rows stand as they were. A unit is a row of one sentence bead:
 * what the file says translates what, and no finer. Its score is 1, since nothing here doubts it.
 */
export type AlignedBuild =
  | {
      readonly ok: true
      readonly sides: ByLang<Side>
      readonly alignment: AlignedNotice
      /** Ids that the file gives, by row. */
      readonly given: readonly (RowId | null)[]
      readonly warnings: readonly Fault[]
    }
  | { readonly ok: false; readonly faults: readonly Fault[] }

export function buildAligned(
  notice: NoticeHead,
  spec: AlignedSpec,
  pins: readonly Pin[],
  tools: SideTools,
): AlignedBuild {
  const { path: file, format, bytes } = spec
  const decoded = decodeSource(bytes, tools.decoders)
  if (!decoded.ok) return { ok: false, faults: [{ file, ...decoded.place, what: decoded.what, todo: decoded.todo }] }
  const read = format === 'tmx' ? parseTmx(decoded.text) : parseAlignedTsv(decoded.text)
  const place = placesIn(decoded.text)
  const faults = read.faults.map(({ at, ...said }): Fault => ({ file, ...place(at), ...said }))
  const { units } = read
  if (faults.some(({ severity }) => severity !== 'warning')) return { ok: false, faults: fewest(faults) }
  for (const lang of langs)
    if (units.every(({ texts }) => texts[lang] === ''))
      faults.push({ file, what: `Nothing is there of the ${lang} side`, todo: 'Fill its column in' })
  if (faults.some(({ severity }) => severity !== 'warning')) return { ok: false, faults }

  const built = byLang((lang) => alignedSide(lang, units, { notice, spec, place }, tools))
  const sides = byLang((lang): Side => ({
    ...built[lang].side,
    provenance: provenanceOf(spec.declared[lang]),
    encoding: decoded.encoding,
    ...(decoded.bom ? { bom: true as const } : {}),
  }))
  const rows = units.map((_, index) => {
    const row = byLang((lang) => built[lang].rows[index] ?? { from: 0, to: 0 })
    return { ...row, score: 1, beads: [{ ...byLang((lang) => sentencesOf(sides[lang], row[lang])), score: 1 }] }
  })
  return {
    ok: true,
    sides,
    alignment: { rows, doubts: [], stalePins: [] },
    given: units.map(({ id }) => id),
    warnings: [
      ...faults,
      ...decoded.doubts.map((doubt): Fault => ({ file, severity: 'warning', what: doubt.what, todo: doubt.todo })),
      ...doubtsOfTexts(byLang((lang) => units.map(({ texts }) => texts[lang]))).map(({ kind, what, todo }): Fault => ({
        file,
        severity: 'warning',
        what,
        todo: kind === 'swapped' ? swapAdvice[format] : todo,
      })),
      ...langs.flatMap((lang) => built[lang].warnings),
      ...(pins.length === 0 ? [] : [idlePins(notice, file)]),
    ],
  }
}

const swapAdvice = {
  tsv: 'Name the columns in a first line, zh-Hant and en, or swap them',
  tmx: 'Correct xml:lang in the units',
} as const

type Received = {
  readonly notice: NoticeHead
  readonly spec: AlignedSpec
  readonly place: (offset: number) => { readonly line: number; readonly column: number }
}

type BuiltSide = {
  readonly side: Omit<Side, 'provenance' | 'encoding' | 'bom'>
  /** Each unit's paragraphs. */
  readonly rows: readonly Run[]
  readonly warnings: readonly Fault[]
}

function alignedSide(
  lang: Lang,
  units: readonly AlignedUnit[],
  { notice, spec, place }: Received,
  tools: SideTools,
): BuiltSide {
  const { keep = [], corrections = [] } = spec.declared[lang]
  const received = units.map(({ texts }) => texts[lang])
  const recovery = recover(received.join('\n'), { tools: tools.recovery, lang, keep, corrections })
  const lines = recovery.text.split('\n')
  const blocks: { readonly kind: 'paragraph'; readonly at: Run }[] = []
  const starts: number[] = []
  let line = 0
  let from = 0
  const rows = received.map((text): Run => {
    const first = blocks.length
    starts.push(from)
    for (const _ of text.split('\n')) {
      const words = lines[line] ?? ''
      const blank = words.length - words.trimStart().length
      const to = from + words.trimEnd().length
      if (from + blank < to) blocks.push({ kind: 'paragraph', at: { from: from + blank, to } })
      from += words.length + 1
      line += 1
    }
    return { from: first, to: blocks.length }
  })
  const unitAt = (offset: number): AlignedUnit | undefined => units[lastAtOrBefore(starts, offset)]
  return {
    rows,
    warnings: recoveryWarnings(
      { lang, file: spec.path, notice, place: (offset) => place(unitAt(offset)?.at[lang] ?? 0) },
      recovery,
    ),
    side: {
      lang,
      file: spec.path.slice(spec.path.lastIndexOf('/') + 1),
      format: 'aligned',
      sha256: tools.sha256(spec.bytes),
      text: recovery.text,
      edits: recovery.edits,
      unresolved: recovery.unresolved,
      dropped: [],
      ...segmented(recovery.text, blocks, lang),
      marks: [],
    },
  }
}

function sentencesOf({ paragraphs, sentences }: Side, { from, to }: Run): Run {
  const first = paragraphs[from]?.sentences.from ?? sentences.length
  return { from: first, to: from === to ? first : (paragraphs[to - 1]?.sentences.to ?? first) }
}

function idlePins({ folder }: NoticeHead, file: string): Fault {
  return {
    file: `${folder}/beads.json`,
    severity: 'warning',
    what: `Decisions about an alignment have no effect here: ${file} says what translates what`,
    todo: 'Make the change there and take the file out',
  }
}

/** A file of the wrong shape is wrong in every line; so many tell enough. */
const mostFaults = 50

function fewest(faults: readonly Fault[]): Fault[] {
  const rest = faults.length - mostFaults
  const last = faults[mostFaults]
  if (rest <= 0 || last === undefined) return [...faults]
  return [
    ...faults.slice(0, mostFaults),
    { ...last, what: `${rest} more places in this file are wrong, of which this is the first: ${last.what}` },
  ]
}

/** Line and column, from 1, of offsets in a text: as `placeOf`, for many of them. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (const ending of text.matchAll(/\r\n|\r|\n/gu)) starts.push(ending.index + ending[0].length)
  return (offset) => {
    const line = lastAtOrBefore(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
