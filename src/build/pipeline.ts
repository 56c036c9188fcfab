import { alignNotice, type AlignedNotice, type AlignSide, type Lexicon, type PooledModel } from '../align/index.ts'
import { viewBeads } from '../check/beads.ts'
import { checkNotice } from '../check/index.ts'
import { factsOf } from '../check/facts.ts'
import { rowTexts } from '../corpus/bead-text.ts'
import { nameRows } from '../corpus/carry.ts'
import { recordEdition, type Editions } from '../corpus/editions.ts'
import type { Fault } from '../corpus/fault.ts'
import type { AcceptedFinding } from '../corpus/finding.ts'
import { byLang, langs, type ByLang } from '../corpus/lang.ts'
import type { Ledger, Naming } from '../corpus/ledger.ts'
import type { Corpus, Row, Side } from '../corpus/notice.ts'
import type { Pin } from '../corpus/pins.ts'
import { indices, sliceRun } from '../corpus/run.ts'
import { allMarks, type TermEntry } from '../corpus/term.ts'
import { versions } from '../corpus/version.ts'
import { markTerms } from '../terms/mark.ts'
import type { Traditional } from '../text/traditional.ts'
import { buildAligned, type AlignedBuild } from './aligned.ts'
import { buildAnnotations, type AnnotationsFile, type PublishedAnnotations } from './annotations.ts'
import { alignmentWarnings } from './alignment-warnings.ts'
import type { NoticeSpec } from './content.ts'
import { buildSide, type SideTools } from './side.ts'
import type { PlaceInFile } from './yaml.ts'

/** What the core can't make by itself: decoders, compiled data, a hash. All pure; the same input gives the same bytes. */
export type BuildTools = SideTools & { readonly lexicon: Lexicon; readonly traditional: Traditional }

export type NoticeInput = {
  readonly spec: NoticeSpec
  readonly terms: readonly TermEntry[]
  readonly ledger: Ledger | null
  /** What the rows said in earlier builds. */
  readonly editions: Editions | null
  readonly pins: readonly Pin[]
  /** Where a value of the file with these decisions stands, for messages about it. */
  readonly pinPlace?: PlaceInFile
  /** Findings that a reviewer accepts. */
  readonly accepted: readonly AcceptedFinding[]
  /** An editor's notes for every reader. */
  readonly annotations?: AnnotationsFile | null
  /** What the collection taught about its words, as it was last saved. */
  readonly pooled: PooledModel | null
}

export type BuiltNotice = {
  readonly corpus: Corpus
  readonly ledger: Ledger
  /** New ids were needed: the ledger must be written. */
  readonly grown: boolean
  /** The object that was handed in when no row says anything new. */
  readonly editions: Editions
  /** `null` without a file of them. */
  readonly annotations: PublishedAnnotations | null
  readonly warnings: readonly Fault[]
}

export type NoticeResult =
  { readonly ok: true; readonly notice: BuiltNotice } | { readonly ok: false; readonly faults: readonly Fault[] }

/**
 * The way of the data, in order, for one notice: bytes -> decoded text -> blocks -> recovered text -> kept blocks ->
 * paragraphs and sentences -> beads -> ids -> term marks -> facts and findings -> one corpus file -> the editor's
 * annotations found in it. The first steps are each side's own (`side.ts`), or the aligned text's (`aligned.ts`); from
 * the ids on all notices go the same way.
 */
export function buildNotice(
  { spec, terms, ledger, editions, pins, pinPlace = () => null, accepted, annotations = null, pooled }: NoticeInput,
  tools: BuildTools,
): NoticeResult {
  const built =
    spec.aligned === null
      ? alignSides(spec, { terms, pins, pinPlace, pooled }, tools)
      : buildAligned(spec, spec.aligned, pins, tools)
  if (!built.ok) return built
  const { sides, alignment, given, warnings } = built
  const naming = nameRows(
    alignment.rows.map(({ beads }) => ({
      beads: beads.map((bead) => byLang((lang) => textOf(sides[lang], indices(bead[lang])))),
    })),
    ledger,
    given,
  )
  const marked = byLang((lang) => ({ ...sides[lang], marks: markTerms(sides[lang], terms, tools.lexicon) }))
  const used = new Set(langs.flatMap((lang) => allMarks(marked[lang].marks).map((mark) => mark.term)))
  const named: Corpus = {
    ...versions.corpus,
    id: spec.id,
    titles: spec.titles,
    ...(spec.published === undefined ? {} : { published: spec.published }),
    sides: marked,
    rows: namedRows(alignment, naming),
    retired: naming.retired,
    terms: terms.filter((entry) => used.has(entry.id)).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
  const corpus = checked(named, accepted, tools)
  const annotated = annotations === null ? null : buildAnnotations(corpus, annotations)
  return {
    ok: true,
    notice: {
      corpus,
      ledger: naming.ledger,
      grown: naming.grown,
      editions: recordEdition(editions, rowTexts(corpus)),
      annotations: annotated?.published ?? null,
      warnings: [...warnings, ...(annotated?.warnings ?? [])],
    },
  }
}

/** Two texts that came apart: each goes its own way first, and then they are aligned. */
function alignSides(
  spec: NoticeSpec & { readonly aligned: null },
  {
    terms,
    pins,
    pinPlace,
    pooled,
  }: Pick<NoticeInput, 'terms' | 'pins' | 'pooled'> & { readonly pinPlace: PlaceInFile },
  tools: BuildTools,
): AlignedBuild {
  const built = byLang((lang) => buildSide(spec.sides[lang], spec, tools))
  const { en, 'zh-Hant': zh } = built
  if (!en.ok || !zh.ok) {
    return { ok: false, faults: langs.flatMap((lang) => (built[lang].ok ? [] : built[lang].faults)) }
  }
  const sides: ByLang<Side> = { en: en.side, 'zh-Hant': zh.side }
  const alignment = alignNotice(
    byLang((lang) => alignable(sides[lang])),
    { lexicon: tools.lexicon, terms, pins, ...(pooled === null ? {} : { pooled }) },
  )
  const warnings = [...en.warnings, ...zh.warnings, ...alignmentWarnings(spec, alignment, pinPlace)]
  return { ok: true, sides, alignment, given: [], warnings }
}

/** With what its two texts say in numbers, and what they say differently. */
function checked(corpus: Corpus, accepted: readonly AcceptedFinding[], tools: BuildTools): Corpus {
  const beads = viewBeads(corpus)
  const findings = checkNotice(corpus, tools, beads)
  const keys = new Set(findings.map(({ key }) => key))
  const still = accepted.filter(({ key }) => keys.has(key))
  return { ...corpus, facts: factsOf(corpus, beads), findings, ...(still.length === 0 ? {} : { accepted: still }) }
}

/** A side as the alignment takes it. */
export function alignable(side: Side): AlignSide {
  return {
    paragraphs: side.paragraphs.map(({ at: _at, sentences, ...block }) => ({
      ...block,
      sentences: indices(sentences).map((index) => textOf(side, [index])),
    })),
  }
}

function textOf(side: Side, sentences: readonly number[]): string {
  return sentences.map((index) => sliceRun(side.text, side.sentences[index] ?? { from: 0, to: 0 })).join(' ')
}

function namedRows({ rows }: AlignedNotice, { names }: Naming): Row[] {
  return rows.map((row, at) => {
    const name = names[at]
    if (name === undefined) throw new RangeError(`namedRows: ${names.length} names for ${rows.length} rows`)
    return {
      id: name.id,
      ...rounded(row),
      beads: row.beads.map((bead, index) => {
        const id = name.beads[index]
        if (id === undefined) throw new RangeError(`namedRows: row ${name.id} names too few beads`)
        return { id, ...rounded(bead) }
      }),
    }
  })
}

/** Scores carry four decimals: finer ones mean nothing and would make files differ for no reason. */
function rounded<B extends AlignedNotice['rows'][number]['beads'][number]>(bead: B): Omit<B, 'beads'> {
  const { en, 'zh-Hant': zh, score, pinned, crossing } = bead
  const kept = {
    en,
    'zh-Hant': zh,
    score: Math.round(score * 1e4) / 1e4,
    ...(pinned === true ? { pinned } : {}),
    ...(crossing === true ? { crossing } : {}),
  }
  return kept as Omit<B, 'beads'>
}
