import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTermId } from '../../src/corpus/ids.ts'
import type { Term, TermEntry } from '../../src/corpus/term.ts'
import { formatTbx } from '../../src/exchange/tbx.ts'
import { parseTbx } from '../../src/exchange/tbx-read.ts'
import { formatTsv, parseTsv } from '../../src/exchange/tsv.ts'
import { checkout, temporaryFolder } from '../support/content.ts'

const word = fc
  .string({ unit: fc.constantFrom('a', 'B', '&', '<', '"', '醫', '𠮷', '3', '+'), minLength: 1, maxLength: 8 })
  .map((text) => text.trim())
  .filter((text) => text !== '')

const termsArbitrary = fc
  .uniqueArray(fc.record({ text: word, deprecated: fc.boolean(), abbreviation: fc.boolean() }), {
    selector: ({ text }) => text,
    minLength: 1,
    maxLength: 3,
  })
  .map((terms) =>
    terms.map(({ text, deprecated, abbreviation }, at): Term => {
      const status = at === 0 ? 'preferred' : deprecated ? 'deprecated' : 'admitted'
      return { text, status, ...(abbreviation ? { abbreviation: true as const } : {}) }
    }),
  )

const entriesArbitrary = fc
  .array(fc.tuple(termsArbitrary, termsArbitrary, fc.option(word), fc.option(word)), { maxLength: 4 })
  .map((list) =>
    list.map(([en, zh, subject, definition], at): TermEntry => {
      const id = parseTermId(at === 1 ? '3d-entry' : `entry-${at + 1}`)
      if (id === null) throw new Error('no term id')
      return {
        id,
        terms: { en, 'zh-Hant': zh },
        ...(definition === null ? {} : { definition: { 'zh-Hant': definition } }),
        ...(subject === null ? {} : { subject, note: subject }),
      }
    }),
  )

describe('TBX and TSV', () => {
  it.each([
    ['TBX 3', (entries: TermEntry[]) => parseTbx(formatTbx(entries, 'Terms', 3))],
    ['TBX 2', (entries: TermEntry[]) => parseTbx(formatTbx(entries, 'Terms', 2))],
    ['TSV', (entries: TermEntry[]) => parseTsv(formatTsv(entries))],
  ])('%s gives back what was written', (_name, round) => {
    fc.assert(
      fc.property(entriesArbitrary, (entries) => {
        expect(round(entries)).toEqual({ entries, skipped: 0 })
      }),
    )
  })

  it('reads what others write: elements for categories, other languages, no ids', () => {
    const read = parseTbx(`<?xml version="1.0"?>
      <tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="m" xmlns:basic="b">
        <tbxHeader/><text><body>
          <conceptEntry><min:subjectField>medicine</min:subjectField>
            <langSec xml:lang="en-GB"><basic:definition>A test &amp; more</basic:definition>
              <termSec><term>MDT</term><basic:termType>acronym</basic:termType></termSec></langSec>
            <langSec xml:lang="zh-TW"><termSec><term>多學科<!-- x -->團隊</term></termSec></langSec>
            <langSec xml:lang="fr"><termSec><term>RCP</term></termSec></langSec>
          </conceptEntry>
          <conceptEntry id="c2"><langSec xml:lang="de"><termSec><term>Haus</term></termSec></langSec></conceptEntry>
        </body></text></tbx>`)
    expect(read).toEqual({
      entries: [
        {
          id: 'mdt',
          terms: {
            en: [{ text: 'MDT', status: 'preferred', abbreviation: true }],
            'zh-Hant': [{ text: '多學科團隊', status: 'preferred' }],
          },
          definition: { en: 'A test & more' },
          subject: 'medicine',
        },
      ],
      skipped: 1,
    })
  })

  it.each([
    ['no XML', 'en\tzh'],
    ['another document', '<html><body/></html>'],
    ['not well formed', '<tbx><text></tbx></text>'],
    ['not closed', '<tbx><text>'],
  ])('knows %s from TBX', (_name, text) => {
    expect(parseTbx(text)).toBeNull()
  })

  it('reads a spreadsheet of two columns', () => {
    const read = parseTsv('zh-Hant\ten\r\n麻醉\tanesthesia | anaesthesia\r\n\tempty\r\n麻醉\tanesthesia\r\n')
    expect(read?.entries.map(({ id, terms }) => [id, terms.en.map(({ text }) => text).join()])).toEqual([
      ['anesthesia', 'anesthesia,anaesthesia'],
      ['anesthesia-2', 'anesthesia'],
    ])
    expect(read?.skipped).toBe(1)
    expect(parseTsv('a\tb\n1\t2\n')).toBeNull()
  })
})

const schemas = join(checkout, '../shared/suites/schemas/tbx')
const hasJing = spawnSync('jing', [], { encoding: 'utf8' }).error === undefined
/** Debian's own Python, which its packages are installed for. */
const python = '/usr/bin/python3'
const hasToolkit = spawnSync(python, ['-c', 'import translate.storage.tbx'], { encoding: 'utf8' }).status === 0

const sample: TermEntry[] = fc.sample(entriesArbitrary, { numRuns: 12, seed: 7 }).flatMap((entries, at) =>
  entries.map((entry, index): TermEntry => ({
    ...entry,
    id: parseTermId(index === 1 ? `${at}-sample` : `sample-${at}-${index}`) ?? entry.id,
  })),
)

describe.skipIf(!existsSync(schemas) || !hasJing)('TBX by its schemas (needs ../shared and jing)', () => {
  it.each(['TBXcoreStructV03.rng', 'TBX-Basic_DCA.sch'])('version 3 is valid by %s', (schema) => {
    const file = join(temporaryFolder(), 'terms.tbx')
    writeFileSync(file, formatTbx(sample, 'A & B', 3))
    const { stdout } = spawnSync('jing', [join(schemas, schema), file], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })
})

describe.skipIf(!hasToolkit)('TBX for older tools (needs translate-toolkit)', () => {
  it('gives them the same number of entries', () => {
    const file = join(temporaryFolder(), 'terms.tbx')
    writeFileSync(file, formatTbx(sample, 'Terms', 2))
    const script = `from translate.storage import tbx; print(len(tbx.tbxfile.parsefile(${JSON.stringify(file)}).units))`
    const { stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' })
    expect(Number(stdout)).toBe(sample.length)
  })
})
