import { readdirSync } from 'node:fs'
import { parsePooled, type PooledModel } from '../src/align/index.ts'
import type { AnnotationsFile } from '../src/build/annotations.ts'
import { parseContent, type Content, type ContentFiles, type NoticeSpec } from '../src/build/content.ts'
import { placesInJson } from '../src/build/json-place.ts'
import { buildNotice, type BuiltNotice, type BuildTools } from '../src/build/pipeline.ts'
import { parseWritten } from '../src/build/written.ts'
import type { PlaceInFile } from '../src/build/yaml.ts'
import type { Editions } from '../src/corpus/editions.ts'
import type { Fault } from '../src/corpus/fault.ts'
import type { AcceptedFinding, FindingsFile } from '../src/corpus/finding.ts'
import type { Ledger } from '../src/corpus/ledger.ts'
import type { Pin } from '../src/corpus/pins.ts'
import type { TermEntry } from '../src/corpus/term.ts'
import { decoders } from './decoders.ts'
import { readFolder } from './files.ts'
import { progress } from './report.ts'

export type BuiltCollection = {
  readonly content: Content | null
  readonly notices: readonly (BuiltNotice & {
    readonly spec: NoticeSpec
    readonly accepted: readonly AcceptedFinding[]
    readonly pins: readonly Pin[]
    /** What `editions.json` holds now; `null` without one. */
    readonly recorded: Editions | null
  })[]
  /** The word statistics that the alignments started from. */
  readonly pooled: PooledModel | null
  /** Errors and warnings, in order of the files. */
  readonly faults: readonly Fault[]
}

/** What one notice became; `null` when its files have errors. */
export type BuiltSpec = {
  readonly built: Omit<BuiltCollection['notices'][number], 'spec'> | null
  readonly faults: readonly Fault[]
}

/** A content folder's files, as one notice's build needs them. */
export type ReadContent = {
  readonly files: ContentFiles
  readonly specs: readonly NoticeSpec[]
  readonly terms: readonly TermEntry[]
  readonly pooled: PooledModel | null
}

/** Builds all notices, in whatever order, and answers in theirs; `step` hears how many are done. */
export type BuildAll = (
  content: ReadContent,
  tools: BuildTools,
  step: (done: number) => void,
) => readonly BuiltSpec[] | Promise<readonly BuiltSpec[]>

/** One after another. */
export const buildInTurn: BuildAll = (content, tools, step) =>
  content.specs.map((spec, index) => {
    step(index + 1)
    return buildSpec(spec, content, tools)
  })

/** Reads a content folder and builds every notice in memory. Writes nothing. */
export async function buildCollection(
  folder: string,
  tools: BuildTools,
  buildAll: BuildAll = buildInTurn,
): Promise<BuiltCollection> {
  const files = await readFolder(folder)
  const empty = emptyFolders(folder).map((name) => ({
    file: `notices/${name}`,
    what: 'This notice’s folder is empty',
    todo: 'Put notice.yaml and the two sources there, or take it away',
  }))
  const { content, pooled, faults } = readContent(files)
  const specs = content?.notices ?? []
  const shown = progress('building notice', specs.length)
  const results = await buildAll({ files, specs, terms: content?.terms ?? [], pooled }, tools, shown.step)
  shown.end()
  return {
    content,
    notices: specs.flatMap((spec, at) => {
      const built = results[at]?.built ?? null
      return built === null ? [] : [{ ...built, spec }]
    }),
    pooled,
    faults: [...empty, ...faults, ...results.flatMap((result) => result.faults)],
  }
}

/** What a content folder's files say before any notice is built. */
export function readContent(files: ContentFiles) {
  const { content, faults } = parseContent(files, (bytes) => decoders.decode(bytes, 'utf-8'))
  const { pooled, faults: pooledFaults } = readPooled(files)
  return { content, pooled, faults: [...faults, ...pooledFaults] }
}

export function buildSpec(spec: NoticeSpec, { files, terms, pooled }: ReadContent, tools: BuildTools): BuiltSpec {
  const faults: Fault[] = []
  const ledger = writtenFile('ids', `${spec.folder}/ids.json`, files, faults)
  const beads = writtenFile('beads', `${spec.folder}/beads.json`, files, faults)
  const findings = writtenFile('findings', `${spec.folder}/findings.json`, files, faults)
  const editions = writtenFile('editions', `${spec.folder}/editions.json`, files, faults)
  if (ledger.broken || beads.broken || findings.broken || editions.broken) return { built: null, faults }
  const recorded = editions.value as Editions | null
  const pins = pinsOf(beads.value)
  const annotations = annotationsFile(`${spec.folder}/annotations.jsonld`, files)
  const accepted = (findings.value as FindingsFile | null)?.accepted ?? []
  const result = buildNotice(
    {
      spec,
      terms,
      ledger: ledger.value as Ledger | null,
      editions: recorded,
      pins,
      pinPlace: placesIn(`${spec.folder}/beads.json`, files),
      accepted,
      annotations,
      pooled,
    },
    tools,
  )
  if (!result.ok) return { built: null, faults: result.faults }
  return { built: { ...result.notice, accepted, pins, recorded }, faults: result.notice.warnings }
}

/** The file of pooled statistics, beside `collection.yaml`. Only `duidu pool` writes it. */
export const pooledFile = 'pooled.json'

function readPooled(files: ContentFiles) {
  const bytes = files.get(pooledFile)
  if (bytes === undefined) return { pooled: null, faults: [] }
  try {
    return { pooled: parsePooled(new TextDecoder().decode(bytes)), faults: [] }
  } catch (error) {
    const what = `This file can’t be read: ${error instanceof Error ? error.message : String(error)}`
    return { pooled: null, faults: [{ file: pooledFile, what, todo: 'Write it anew with duidu pool' }] }
  }
}

/** A file that a build or a reviewer's tool wrote; absent is fine. */
function writtenFile(
  kind: 'ids' | 'beads' | 'findings' | 'editions',
  path: string,
  files: ContentFiles,
  faults: Fault[],
): { readonly value: unknown; readonly broken: boolean } {
  const bytes = files.get(path)
  if (bytes === undefined) return { value: null, broken: false }
  const parsed = parseWritten(kind, path, new TextDecoder().decode(bytes))
  if (parsed.ok) return { value: parsed.value, broken: false }
  faults.push(parsed.fault)
  return { value: null, broken: true }
}

function annotationsFile(file: string, files: ContentFiles): AnnotationsFile | null {
  const bytes = files.get(file)
  return bytes === undefined ? null : { file, text: new TextDecoder().decode(bytes) }
}

/** Asked only when something is wrong, and read only then. */
function placesIn(file: string, files: ContentFiles): PlaceInFile {
  return (path) => placesInJson(new TextDecoder().decode(files.get(file)))(path)
}

function pinsOf(value: unknown): readonly Pin[] {
  return value === null ? [] : (value as { readonly pins: readonly Pin[] }).pins
}

function emptyFolders(folder: string): string[] {
  try {
    return readdirSync(`${folder}/notices`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(`${folder}/notices/${entry.name}`).length === 0)
      .map((entry) => entry.name)
  } catch {
    // A folder that can't be read is reported by whoever reads its files.
    return []
  }
}
