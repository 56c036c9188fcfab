import { placeOf, type Fault } from '../corpus/fault.ts'
import type { Lang } from '../corpus/lang.ts'
import type { BlockKind, Paragraph, Provenance, Side } from '../corpus/notice.ts'
import { composeEdits, offsetMap } from '../corpus/replay.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import type { SideFile } from '../corpus/schema/content.ts'
import { recover, type Recovery, type RecoveryTools } from '../recover/index.ts'
import { decodeSource, type Decoders } from '../text/decode.ts'
import { extract } from '../text/extract/index.ts'
import type { Extracted } from '../text/extract/weave.ts'
import { splitSentences } from '../text/split.ts'
import { rejoinLines } from '../text/wrap.ts'
import type { NoticeSpec } from './content.ts'
import type { SideSpec } from './side-spec.ts'
import { proposalWarnings, sortBlocks } from './drop.ts'

export type SideTools = {
  readonly decoders: Decoders
  readonly recovery: RecoveryTools
  /** SHA-256 of bytes, lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
}

export type SideResult =
  | { readonly ok: true; readonly side: Side; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * One side's own steps: bytes -> decoded text -> blocks -> recovered text -> kept blocks -> paragraphs, sentences.
 * The recovered text is one string for the whole side; every later step only points into it.
 */
export function buildSide(spec: SideSpec, notice: NoticeSpec, tools: SideTools): SideResult {
  const { lang, declared, path: file } = spec
  const decoded = decodeSource(spec.bytes, tools.decoders, declared.encoding)
  if (!decoded.ok) return { ok: false, faults: [{ file, ...decoded.place, what: decoded.what, todo: decoded.todo }] }

  const keepsLines = declared.keep?.includes('line-breaks') === true
  const extracted = extractSafely(decoded.text, spec.format, keepsLines)
  if (extracted === null) {
    const what = 'The markup of this file is nested too deep to be read'
    return { ok: false, faults: [{ file, what, todo: 'Save the page again as plain text or simpler HTML' }] }
  }
  const recovery = recover(extracted.text, {
    tools: tools.recovery,
    lang,
    keep: declared.keep ?? [],
    corrections: declared.corrections ?? [],
  })
  const edits = composeEdits(decoded.text, extracted.edits, recovery.edits)
  const toText = offsetMap(recovery.edits)
  const toReceived = offsetMap(edits)
  const place = (offset: number): { line: number; column: number } =>
    placeOf(decoded.text, toReceived.innerBack({ from: offset, to: offset }).from)

  const blocks = extracted.blocks
    .map((block) => ({
      ...block,
      at: trimmed(recovery.text, toText.runForward(block.at), block.kind === 'table-row'),
      received: sliceRun(extracted.text, block.at),
    }))
    .filter(({ at }) => at.from < at.to)
  const title = notice.titles[lang]
  const rules = Array.isArray(declared.drop) ? declared.drop.filter((rule) => rule !== 'auto') : []
  const sorted = sortBlocks(recovery.text, blocks, rules, {
    title: title.by === 'source' ? title.text : null,
    auto: spec.dropAuto,
  })
  const noticeFile = `${notice.folder}/notice.yaml`
  if (title.by === 'source' && !sorted.titleFound) {
    const what = `The ${lang} title is said to stand in the source, but no block of ${file} has these words`
    const todo = 'Correct the title, or write by: editor'
    return { ok: false, faults: [{ file: noticeFile, ...notice.place(['titles', lang]), what, todo }] }
  }
  if (sorted.kept.length === 0) {
    const what = `Nothing is left of the ${lang} side: ${blocks.length === 0 ? 'it has no text' : 'all of it is dropped'}`
    return {
      ok: false,
      faults: [{ file, what, todo: 'Put the text there as it was received, or drop less in notice.yaml' }],
    }
  }

  const { paragraphs, sentences } = segmented(recovery.text, sorted.kept, lang)
  const kept = sorted.kept.map(({ at }) => at)
  const inKept = (r: Run): boolean => kept.some((at) => at.from <= r.from && r.from < at.to)
  const warnings: Fault[] = [
    ...decoded.doubts.map(({ by, what, todo }): Fault => ({
      ...(by === 'author' ? { file: noticeFile, ...notice.place(['sides', lang, 'encoding']) } : { file }),
      severity: 'warning',
      what,
      todo,
    })),
    ...recoveryWarnings(
      { lang, file, notice, place, source: decoded.text, received: extracted.text },
      { ...recovery, unresolved: recovery.unresolved.filter(({ at }) => inKept(at)) },
    ),
    ...sorted.idle.map((index): Fault => ({
      file: noticeFile,
      ...notice.place(['sides', lang, 'drop', index]),
      severity: 'warning',
      what: `This rule drops nothing: no block of ${file} fits it`,
      todo: 'Correct it or take it out',
    })),
    ...proposalWarnings(
      file,
      sorted.kept.map((block) => ({ ...block, text: sliceRun(recovery.text, block.at), ...place(block.at.from) })),
    ),
  ]
  return {
    ok: true,
    warnings,
    side: {
      lang,
      provenance: provenanceOf(declared),
      file: file.slice(file.lastIndexOf('/') + 1),
      format: spec.format,
      encoding: decoded.encoding,
      ...(decoded.bom ? { bom: true as const } : {}),
      sha256: tools.sha256(spec.bytes),
      text: recovery.text,
      edits,
      unresolved: recovery.unresolved,
      dropped: sorted.dropped,
      paragraphs,
      sentences,
      marks: [],
    },
  }
}

/** What of a side's damage is left, and which declared corrections no longer fit. */
export function recoveryWarnings(
  { lang, file, notice, place, source = '', received = '' }: RecoveredSide,
  { unresolved, stale }: Pick<Recovery, 'unresolved' | 'stale'>,
): Fault[] {
  const settle = `under sides.${lang}.corrections in notice.yaml`
  return [
    ...unresolved.map(({ at, was, why, candidates }): Fault => ({
      file,
      ...place(at.from),
      severity: 'warning',
      what: `Damage that could not be undone: “${was}” (${why})`,
      todo:
        candidates.length === 0
          ? `Settle it ${settle}`
          : `It may be ${candidates.map((text) => `“${text}”`).join(' or ')}; settle it ${settle}`,
    })),
    ...stale.map(({ index, was }): Fault => ({
      file: `${notice.folder}/notice.yaml`,
      ...notice.place(['sides', lang, 'corrections', index]),
      severity: 'warning',
      ...idleWords(was, file, source, received),
    })),
  ]
}

/** Why a correction changes nothing, and what to do. */
function idleWords(was: string, file: string, source: string, received: string): Pick<Fault, 'what' | 'todo'> {
  if (received.includes(was))
    return {
      what: `This correction does nothing: “${was}” stands in ${file} only where a longer one mends it`,
      todo: 'Take it out',
    }
  if (source.includes(was))
    return {
      what: `This correction does nothing: “${was}” stands in ${file} only with its markup`,
      todo: 'Write the words as they read without tags and entities',
    }
  return {
    what: `This correction is stale: “${was}” does not stand in ${file}`,
    todo: 'Correct it or take it out',
  }
}

type RecoveredSide = {
  readonly lang: Lang
  readonly file: string
  readonly notice: Pick<NoticeSpec, 'folder' | 'place'>
  /** Line and column of an offset in the recovered text. */
  readonly place: (offset: number) => { readonly line: number; readonly column: number }
  /** The file's text, and the same without its markup. */
  readonly source?: string
  readonly received?: string
}

/** `null` when the parser ran out of stack: a few thousand elements inside one another, which no honest page has. */
function extractSafely(text: string, format: SideSpec['format'], keepsLines: boolean): Extracted | null {
  try {
    return extract(text, format, keepsLines ? undefined : rejoinLines)
  } catch (error) {
    if (error instanceof RangeError && /call stack/iu.test(error.message)) return null
    throw error
  }
}

/** Blocks of a recovered text as paragraphs with their sentences. */
export function segmented(
  text: string,
  blocks: readonly (BlockKind & { readonly at: Run })[],
  lang: Lang,
): { paragraphs: Paragraph[]; sentences: Run[] } {
  const sentences: Run[] = []
  const paragraphs = blocks.map((block): Paragraph => {
    const { at } = block
    const from = sentences.length
    for (const s of splitSentences(sliceRun(text, at), lang))
      sentences.push({ from: at.from + s.from, to: at.from + s.to })
    return { ...kindOf(block), at, sentences: { from, to: sentences.length } }
  })
  return { paragraphs, sentences }
}

/** Only what a block is, without what was known of it on the way. */
function kindOf(block: BlockKind): BlockKind {
  switch (block.kind) {
    case 'paragraph':
      return { kind: block.kind }
    case 'heading':
      return { kind: block.kind, level: block.level }
    case 'item':
      return { kind: block.kind, depth: block.depth, marker: block.marker }
    case 'table-row':
      return { kind: block.kind, header: block.header }
  }
}

export function provenanceOf({ site, page, author, retrieved }: SideFile): Provenance {
  return {
    ...(site === undefined ? {} : { site }),
    ...(page === undefined ? {} : { page }),
    ...(author === undefined ? {} : { author }),
    ...(retrieved === undefined ? {} : { retrieved }),
  }
}

/** Without white space at the ends; a table row keeps the tabs that stand for its empty cells. */
function trimmed(text: string, at: Run, keepsTabs: boolean): Run {
  const inner = sliceRun(text, at)
  const [blank] = (keepsTabs ? /^[^\S\t]*/u : /^\s*/u).exec(inner) ?? ['']
  const [end] = (keepsTabs ? /[^\S\t]*$/u : /\s*$/u).exec(inner) ?? ['']
  const from = at.from + blank.length
  return { from, to: Math.max(from, at.to - end.length) }
}
