import type * as z from 'zod'
import type { Editions } from '../corpus/editions.ts'
import { placeOf, type Fault } from '../corpus/fault.ts'
import type { FindingsFile } from '../corpus/finding.ts'
import type { Ledger } from '../corpus/ledger.ts'
import type { Manifest } from '../corpus/manifest.ts'
import type { Corpus } from '../corpus/notice.ts'
import type { BeadsFile } from '../corpus/pins.ts'
import {
  beadsSchema,
  corpusSchema,
  editionsSchema,
  findingsSchema,
  ledgerSchema,
  manifestSchema,
} from '../corpus/schema/files.ts'
import { placesInJson } from './json-place.ts'
import { versions, type FileKind } from '../corpus/version.ts'

/** The files that Duidu writes and reads back. */
type WrittenFiles = {
  ids: Ledger
  beads: BeadsFile
  editions: Editions
  findings: FindingsFile
  corpus: Corpus
  manifest: Manifest
}

const schemas: { readonly [K in keyof WrittenFiles]: z.ZodType } = {
  ids: ledgerSchema,
  beads: beadsSchema,
  editions: editionsSchema,
  findings: findingsSchema,
  corpus: corpusSchema,
  manifest: manifestSchema,
}

export type ReadBack<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

/**
 * Reads a JSON file that a build wrote earlier. A file of a newer version is never guessed at: an older Duidu that
 * wrote it back would lose what it does not know.
 */
export function parseWritten<K extends keyof WrittenFiles>(
  kind: K,
  file: string,
  text: string,
): ReadBack<WrittenFiles[K]> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // A file that was cut off has no position in the engine's message: it is its end.
    const at =
      /position (\d+)/u.exec(String(error))?.[1] ?? (String(error).includes('end of JSON') ? text.length : undefined)
    return {
      ok: false,
      fault: {
        file,
        ...(at === undefined ? {} : placeOf(text, Number(at))),
        what: 'This file is not valid JSON',
        todo: restore(kind),
      },
    }
  }
  const version = versionFault(kind, file, value)
  if (version !== null) return { ok: false, fault: version }
  const parsed = schemas[kind].safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data as WrittenFiles[K] }
  const issue = parsed.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? 'This file' : `“${issue.path.map(String).join('.')}”`
  const place = issue === undefined ? null : placesInJson(text)(issue.path)
  return { ok: false, fault: { file, ...place, what: `${where} is not as ${writer(kind)} it`, todo: restore(kind) } }
}

/** A reviewer writes decisions and accepted findings, by hand or with a tool; a build writes the rest. */
function isReviewers(kind: FileKind): boolean {
  return kind === 'beads' || kind === 'findings'
}

function writer(kind: FileKind): string {
  return isReviewers(kind) ? 'content/README.md has' : 'a build writes'
}

function restore(kind: FileKind): string {
  if (isReviewers(kind)) return 'Correct it; content/README.md shows how it is written'
  return kind === 'corpus' || kind === 'manifest' ? 'Build the site again' : 'Restore it from version control'
}

function versionFault(kind: FileKind, file: string, value: unknown): Fault | null {
  const { schema, version } = versions[kind]
  const given = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  if (given.schema !== schema)
    return {
      file,
      what: `This is no ${schema} file: its “schema” is ${given.schema === undefined ? 'missing' : JSON.stringify(given.schema)}`,
      todo: restore(kind),
    }
  const found = given.version
  if (typeof found === 'number' && found > version)
    return {
      file,
      what: `This file was written by a newer Duidu: its version is ${found}, this one reads up to ${version}`,
      todo: 'Update Duidu',
    }
  return null
}
