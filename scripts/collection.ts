import { readdirSync } from 'node:fs'
import { parsePooled, type PooledModel } from '../src/align/index.ts'
import { parseContent, type Content, type NoticeSpec } from '../src/build/content.ts'
import { buildNotice, type BuiltNotice, type BuildTools } from '../src/build/pipeline.ts'
import { parseWritten } from '../src/build/written.ts'
import type { Editions } from '../src/corpus/editions.ts'
import type { Fault } from '../src/corpus/fault.ts'
import type { AcceptedFinding, FindingsFile } from '../src/corpus/finding.ts'
import type { Ledger } from '../src/corpus/ledger.ts'
import type { Pin } from '../src/corpus/pins.ts'
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

/** Reads a content folder and builds every notice in memory. Writes nothing. */
export async function buildCollection(folder: string, tools: BuildTools): Promise<BuiltCollection> {
  const files = await readFolder(folder)
  const faults: Fault[] = emptyFolders(folder).map((name) => ({
    file: `notices/${name}`,
    what: 'This notice’s folder is empty',
    todo: 'Put notice.yaml and the two sources there, or take it away',
  }))
  const parsed = parseContent(files, (bytes) => decoders.decode(bytes, 'utf-8'))
  faults.push(...parsed.faults)
  const pooled = readPooled(files, faults)
  const notices: BuiltCollection['notices'][number][] = []
  const specs = parsed.content?.notices ?? []
  const shown = progress('building notice', specs.length)
  specs.forEach((spec, index) => {
    shown.step(index + 1)
    const ledger = writtenFile('ids', `${spec.folder}/ids.json`, files, faults)
    const beads = writtenFile('beads', `${spec.folder}/beads.json`, files, faults)
    const findings = writtenFile('findings', `${spec.folder}/findings.json`, files, faults)
    const editions = writtenFile('editions', `${spec.folder}/editions.json`, files, faults)
    if (ledger.broken || beads.broken || findings.broken || editions.broken) return
    const recorded = editions.value as Editions | null
    const pins = pinsOf(beads.value)
    const accepted = (findings.value as FindingsFile | null)?.accepted ?? []
    const built = buildNotice(
      {
        spec,
        terms: parsed.content?.terms ?? [],
        ledger: ledger.value as Ledger | null,
        editions: recorded,
        pins,
        accepted,
        pooled,
      },
      tools,
    )
    if (!built.ok) faults.push(...built.faults)
    else {
      faults.push(...built.notice.warnings)
      notices.push({ ...built.notice, spec, accepted, pins, recorded })
    }
  })
  shown.end()
  return { content: parsed.content, notices, pooled, faults }
}

/** The file of pooled statistics, beside `collection.yaml`. Only `duidu pool` writes it. */
export const pooledFile = 'pooled.json'

function readPooled(files: ReadonlyMap<string, Uint8Array>, faults: Fault[]): PooledModel | null {
  const bytes = files.get(pooledFile)
  if (bytes === undefined) return null
  try {
    return parsePooled(new TextDecoder().decode(bytes))
  } catch (error) {
    const what = `This file can’t be read: ${error instanceof Error ? error.message : String(error)}`
    faults.push({ file: pooledFile, what, todo: 'Write it anew with duidu pool' })
    return null
  }
}

/** A file that a build or a reviewer's tool wrote; absent is fine. */
function writtenFile(
  kind: 'ids' | 'beads' | 'findings' | 'editions',
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  faults: Fault[],
): { readonly value: unknown; readonly broken: boolean } {
  const bytes = files.get(path)
  if (bytes === undefined) return { value: null, broken: false }
  const parsed = parseWritten(kind, path, new TextDecoder().decode(bytes))
  if (parsed.ok) return { value: parsed.value, broken: false }
  faults.push(parsed.fault)
  return { value: null, broken: true }
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
