import { describe, expect, it } from 'vitest'
import { parseWritten } from '../../src/build/written.ts'
import { formatFault } from '../../src/corpus/fault.ts'
import { versions } from '../../src/corpus/version.ts'

const ledger = { ...versions.ids, nextRow: 1, rows: [], retired: [] }

function message(kind: 'ids' | 'beads' | 'corpus', text: string): string {
  const parsed = parseWritten(kind, 'file.json', text)
  return parsed.ok ? 'ok' : formatFault(parsed.fault)
}

describe('parseWritten', () => {
  it.each([
    ['a sound ledger', 'ids', JSON.stringify(ledger), 'ok'],
    [
      'a newer one',
      'ids',
      JSON.stringify({ ...ledger, version: 2 }),
      'file.json: This file was written by a newer Duidu: its version is 2, this one reads up to 1. Update Duidu.',
    ],
    [
      'another file',
      'ids',
      '{"schema":"else"}',
      'file.json: This is no duidu-ids file: its “schema” is "else". Restore it from version control.',
    ],
    [
      'no object',
      'ids',
      '[]',
      'file.json: This is no duidu-ids file: its “schema” is missing. Restore it from version control.',
    ],
    [
      'a wrong part',
      'ids',
      JSON.stringify({ ...ledger, rows: [{ id: 'q1' }] }),
      'file.json:1:61: “rows.0.id” is not as a build writes it. Restore it from version control.',
    ],
    ['a broken one', 'ids', '{', /^file\.json:1:2: This file is not valid JSON\. Restore it from version control\.$/u],
    [
      'a pin that names nothing',
      'beads',
      JSON.stringify({ ...versions.beads, pins: [{ kind: 'bead', level: 'word', en: [], 'zh-Hant': [] }] }),
      'file.json:1:68: “pins.0.level” is not as content/README.md has it. Correct it; content/README.md shows how it is written.',
    ],
    [
      'decisions that were cut off',
      'beads',
      '{\n"schema": "duidu-beads", "pins": [',
      'file.json:2:35: This file is not valid JSON. Correct it; content/README.md shows how it is written.',
    ],
    ['a newer corpus', 'corpus', '{"schema":"duidu-corpus","version":9}', /newer Duidu: its version is 9/u],
  ] as const)('%s', (_name, kind, text, expected) => {
    if (typeof expected === 'string') expect(message(kind, text)).toBe(expected)
    else expect(message(kind, text)).toMatch(expected)
  })
})

describe('names and versions of written files are frozen', () => {
  it('changes only on purpose', () => {
    expect(versions).toEqual({
      corpus: { schema: 'duidu-corpus', version: 1 },
      editions: { schema: 'duidu-editions', version: 1 },
      manifest: { schema: 'duidu-manifest', version: 1 },
      ids: { schema: 'duidu-ids', version: 1 },
      beads: { schema: 'duidu-beads', version: 1 },
      findings: { schema: 'duidu-findings', version: 1 },
      terms: { schema: 'duidu-terms', version: 1 },
    })
  })
})
