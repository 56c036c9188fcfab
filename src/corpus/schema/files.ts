import * as z from 'zod'
import { causeKinds } from '../edit.ts'
import { langs } from '../lang.ts'
import { versions } from '../version.ts'

/**
 * The files that Duidu itself writes and reads back, or publishes: the ledger of ids, reviewed beads, and the corpus
 * and manifest of a site. The types in `src/corpus` are what code works with; these schemas check what comes
 * from a disk and are published as JSON Schema for other people's programs.
 */
const count = z.int().min(0)
const run = z.object({ from: count, to: count })
const rowId = z.string().regex(/^p[1-9][0-9]*$/u)
const beadId = z.string().regex(/^p[1-9][0-9]*\.[1-9][0-9]*$/u)
const anyId = z.union([rowId, beadId])
const retired = z.object({ id: anyId, to: anyId.nullable(), after: rowId.nullable() })
const both = <T extends z.ZodType>(value: T) => z.object({ en: value, 'zh-Hant': value })

const beadWords = z.object({ id: beadId, en: z.string(), 'zh-Hant': z.string() })

export const ledgerSchema = z
  .object({
    schema: z.literal(versions.ids.schema),
    version: z.literal(versions.ids.version),
    nextRow: z.int().min(1),
    rows: z.array(
      z.object({
        id: rowId,
        nextBead: z.int().min(1),
        beads: z.array(beadWords),
      }),
    ),
    // `print` is the ledger's own: it tells a text that came back, and is no part of what a site publishes.
    retired: z.array(retired.extend({ print: z.string().optional() })),
  })
  .describe('Every row id and sentence id ever given out in one notice. Written by the build; commit it.')

const edition = z.int().min(1)
const editionRow = z.object({ id: rowId, beads: z.array(beadWords), since: edition })

export const editionsSchema = z
  .object({
    schema: z.literal(versions.editions.schema),
    version: z.literal(versions.editions.version),
    edition,
    rows: z.array(editionRow),
    earlier: z.array(editionRow.extend({ until: edition })),
  })
  .describe('What each row said in this and earlier builds, for links made then. Written by the build; commit it.')

const note = z.string().optional()
const level = z.enum(['paragraph', 'sentence'])

export const beadsSchema = z
  .object({
    schema: z.literal(versions.beads.schema),
    version: z.literal(versions.beads.version),
    pins: z.array(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('bead'),
          level,
          en: z.array(z.string()),
          'zh-Hant': z.array(z.string()),
          note,
        }),
        z.object({ kind: z.literal('split'), level, lang: z.enum(langs), before: z.string(), after: z.string(), note }),
      ]),
    ),
  })
  .describe('A reviewer’s alignment decisions, replayed by every build.')

const entry = z.object({
  id: z.string(),
  terms: both(
    z.array(
      z.object({
        text: z.string(),
        status: z.enum(['preferred', 'admitted', 'deprecated']),
        abbreviation: z.literal(true).optional(),
      }),
    ),
  ),
  definition: z.object({ en: z.string().optional(), 'zh-Hant': z.string().optional() }).optional(),
  note: z.string().optional(),
  subject: z.string().optional(),
  source: z.string().optional(),
})

export const termsFileSchema = z
  .object({
    schema: z.literal(versions.terms.schema),
    version: z.literal(versions.terms.version),
    terms: z.array(z.object({ entry, notices: z.array(z.object({ notice: z.string(), counts: both(count) })) })),
  })
  .describe('Term entries of a Duidu collection, sorted by id, with the notices that use them and how often.')

const accepted = z.array(z.object({ key: z.string().min(1), reason: z.string().min(1) }))

export const findingsSchema = z
  .object({
    schema: z.literal(versions.findings.schema),
    version: z.literal(versions.findings.version),
    accepted,
  })
  .describe('Findings about a translation that a reviewer accepts, with the reason.')

const bead = both(run).extend({
  score: z.number().min(0).max(1),
  pinned: z.literal(true).optional(),
  crossing: z.literal(true).optional(),
})

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph') }),
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(6) }),
  z.object({ kind: z.literal('item'), depth: z.int().min(1), marker: z.string() }),
  z.object({ kind: z.literal('table-row'), header: z.boolean() }),
])

const edit = z.object({
  kind: z.string(),
  at: run,
  was: z.string(),
  is: z.string(),
  proof: z
    .object({
      mechanism: z.string(),
      bytes: z.string(),
      again: z.string(),
      lead: z.number().optional(),
      runnerUp: z.string().optional(),
    })
    .optional(),
})

/** A mark may hold shorter ones. */
const mark = z.object({
  term: z.string(),
  at: run,
  form: count.optional(),
  get inner() {
    return z.array(mark).optional()
  },
})

const side = z.object({
  lang: z.enum(langs),
  provenance: z.object({
    site: z.string().optional(),
    page: z.string().optional(),
    author: z.string().optional(),
    retrieved: z.string().optional(),
  }),
  file: z.string(),
  format: z.enum(['plain', 'markdown', 'html', 'aligned']),
  encoding: z.string(),
  bom: z.literal(true).optional(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  text: z.string().describe('The whole recovered text, dropped blocks included. All runs below count in it.'),
  edits: z.array(edit).describe('From the received text to `text`; `at` counts in the received text.'),
  unresolved: z.array(
    z.object({
      at: run,
      was: z.string(),
      why: z.string(),
      cause: z
        .object({ kind: z.enum(causeKinds), value: z.string().optional() })
        .optional()
        .describe('What `why` says, for a program.'),
      candidates: z.array(z.string()),
    }),
  ),
  dropped: z.array(z.object({ at: run, reason: z.string(), title: z.literal(true).optional() })),
  paragraphs: z.array(z.intersection(block, z.object({ at: run, sentences: run }))),
  sentences: z.array(run),
  marks: z.array(mark),
})

const lang = z.enum(langs)

const found = {
  key: z.string().describe('Names the finding by what and where; findings.json accepts it by this.'),
  row: rowId,
  sentence: beadId,
  places: z.array(z.object({ lang, at: run })).describe('The words that it is about; the first is its locus.'),
  consequences: z.array(z.lazy(() => finding)).optional(),
}

/** A finding holds those that follow from it. */
const finding: z.ZodType = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unmatched'), lang, ...found }),
  z.object({ kind: z.literal('quantity'), lang, words: z.string(), instead: z.string().nullable(), ...found }),
  z.object({ kind: z.literal('bound'), words: both(z.string()), ...found }),
  z.object({
    kind: z.literal('term'),
    lang,
    term: z.string(),
    words: z.string(),
    expected: z.array(z.string()),
    instead: z.string().nullable(),
    ...found,
  }),
  z.object({
    kind: z.literal('deprecated-term'),
    lang,
    term: z.string(),
    words: z.string(),
    expected: z.array(z.string()),
    ...found,
  }),
  z.object({ kind: z.literal('two-words'), lang, term: z.string(), words: z.array(z.string()), ...found }),
  z.object({ kind: z.literal('name'), lang, words: z.string(), ...found }),
  z.object({
    kind: z.literal('list'),
    counts: both(count),
    item: z.object({ lang, words: z.string() }).optional(),
    ...found,
  }),
  z.object({ kind: z.literal('length'), ratio: z.number(), usual: z.number(), ...found }),
  z.object({
    kind: z.literal('broken-english'),
    fault: z.enum(['capital', 'space', 'repeat', 'mark']),
    words: z.string(),
    ...found,
  }),
  z.object({ kind: z.literal('variant'), words: z.string(), expected: z.string(), ...found }),
])

const place = z.object({ at: run, subject: run.optional() })

const fact = z.object({
  row: rowId,
  sentence: beadId,
  value: z.number(),
  bound: z.enum(['at-least', 'more-than', 'at-most', 'less-than', 'about']).optional(),
  unit: z.string().optional(),
  share: z.literal(true).optional(),
  places: both(place),
})

const title = z.object({ text: z.string(), by: z.enum(['source', 'editor']) })

export const corpusSchema = z
  .object({
    schema: z.literal(versions.corpus.schema),
    version: z.literal(versions.corpus.version),
    id: z.string(),
    titles: both(title),
    published: z.string().optional(),
    sides: both(side),
    rows: z.array(bead.extend({ id: rowId, beads: z.array(bead.extend({ id: beadId })) })),
    retired: z.array(retired),
    terms: z.array(entry),
    facts: z.array(fact).optional().describe('Quantities that both sides state.'),
    findings: z.array(finding).optional().describe('What the checks noticed about the translation, accepted or not.'),
    accepted: accepted.optional().describe('Those of the findings that a reviewer accepts, with the reason.'),
  })
  .describe('A notice as Duidu publishes it. Runs are half-open, from 0, in UTF-16 code units or in segments.')

const file = z.object({ href: z.string(), bytes: count, sha256: z.string() })

export const manifestSchema = z
  .object({
    schema: z.literal(versions.manifest.schema),
    version: z.literal(versions.manifest.version),
    title: both(z.string()),
    description: both(z.string()).optional(),
    preview: z.string().optional(),
    notices: z.array(
      z.object({
        id: z.string(),
        titles: both(title),
        published: z.string().optional(),
        corpus: file,
        rows: count,
        characters: both(count),
        words: count.optional(),
        beads: z.object({ count, unmatched: count, doubtful: count }).optional(),
        unresolved: count,
        annotations: file.extend({ count }).optional(),
        findings: count.optional(),
        preview: z.string().optional(),
      }),
    ),
    search: z.string().optional(),
    terms: z.object({ count, files: z.array(file.extend({ from: z.string() })) }).optional(),
  })
  .describe('What a Duidu site holds. Addresses are relative to this file.')
