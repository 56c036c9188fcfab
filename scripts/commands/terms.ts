import { join } from 'node:path'
import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import { byLang, langs } from '../../src/corpus/lang.ts'
import { allMarks, type Term, type TermEntry } from '../../src/corpus/term.ts'
import { sliceRun } from '../../src/corpus/run.ts'
import { parseTbx } from '../../src/exchange/tbx-read.ts'
import { formatTbx } from '../../src/exchange/tbx.ts'
import { formatTsv, parseTsv } from '../../src/exchange/tsv.ts'
import { parseXml } from '../../src/exchange/xml.ts'
import { mergeTerms, type TermMerge } from '../../src/terms/merge.ts'
import { suggestTerms, type Suggestion } from '../../src/terms/suggest.ts'
import { buildCollection, type BuiltCollection } from '../collection.ts'
import { readFolder, readInput, writeWhole } from '../files.ts'
import { exit, hasErrors, InputError, reportFaults } from '../report.ts'
import { loadLexicon, loadTools } from '../tools.ts'

export type TermsOptions = {
  readonly content: string
  readonly json?: boolean
  readonly format?: 'tbx' | 'tbx2' | 'tsv' | 'json'
  readonly suggest?: boolean
  readonly import?: string
}

/**
 * The term entries of a collection: listed with their counts, written for other programs, proposed from the aligned
 * sentences, or added to from a TBX or TSV file. Only an import writes, and only terms.yaml.
 */
export async function terms(options: TermsOptions): Promise<number> {
  const built = await buildCollection(options.content, loadTools())
  const entries = built.content?.terms ?? []
  reportFaults(built.faults.filter((fault) => fault.severity !== 'warning'))
  if (options.import !== undefined) await importTerms(options.content, options.import, entries)
  else if (options.suggest === true) suggest(built, entries, options.json === true || options.format === 'json')
  else if (options.format === 'tbx' || options.format === 'tbx2')
    process.stdout.write(formatTbx(entries, built.content?.collection.title.en ?? '', options.format === 'tbx' ? 3 : 2))
  else if (options.format === 'tsv') process.stdout.write(formatTsv(entries))
  else list(built, entries, options.json === true || options.format === 'json')
  return hasErrors(built.faults) ? exit.badInput : exit.done
}

function list({ notices }: BuiltCollection, entries: readonly TermEntry[], json: boolean): void {
  const listed = entries.map((entry) => ({
    id: entry.id,
    terms: byLang((lang) => entry.terms[lang].map((term) => term.text)),
    marks: byLang((lang) =>
      notices.reduce(
        (sum, { corpus }) => sum + allMarks(corpus.sides[lang].marks).filter((mark) => mark.term === entry.id).length,
        0,
      ),
    ),
  }))
  if (json) process.stdout.write(`${JSON.stringify({ entries: listed }, null, 2)}\n`)
  else
    for (const { id, terms: words, marks } of listed) {
      const columns = [id, words.en.join(', '), words['zh-Hant'].join('、'), marks.en, marks['zh-Hant']]
      process.stdout.write(`${columns.join('\t')}\n`)
    }
}

function suggest({ notices }: BuiltCollection, entries: readonly TermEntry[], json: boolean): void {
  const beads = notices.flatMap(({ corpus: { rows, sides } }) =>
    rows.flatMap((row) =>
      row.beads.map((bead) =>
        byLang((lang) => {
          const { sentences, text } = sides[lang]
          const runs = sentences.slice(bead[lang].from, bead[lang].to)
          return runs.map((run) => sliceRun(text, run)).join(lang === 'en' ? ' ' : '')
        }),
      ),
    ),
  )
  const suggestions = suggestTerms(beads, entries, loadLexicon())
  if (json) process.stdout.write(`${JSON.stringify({ suggestions }, null, 2)}\n`)
  else process.stdout.write(suggestions.map(pasteable).join(''))
  process.stderr.write(`${suggestions.length} proposals from ${beads.length} sentence beads, best first\n`)
}

/** As terms.yaml has it, its evidence in comments. */
function pasteable({ id, en, 'zh-Hant': zh, score, beads, context }: Suggestion): string {
  const short = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 100)
  const note = `  # ${score}, in ${beads} ${beads === 1 ? 'bead' : 'beads'}: ${short(context.en)} / ${short(context['zh-Hant'])}`
  return `${note}\n  - id: ${id}\n    en: ${JSON.stringify(en)}\n    zh-Hant: ${JSON.stringify(zh)}\n`
}

async function importTerms(content: string, file: string, present: readonly TermEntry[]): Promise<void> {
  const text = new TextDecoder().decode(await readInput(file))
  const read = parseTbx(text) ?? parseTsv(text)
  if (read === null) {
    const xml = text
      .replace(/^\ufeff/u, '')
      .trimStart()
      .startsWith('<')
      ? parseXml(text)
      : null
    if (xml?.ok === false) {
      const before = text.slice(0, xml.at).split('\n')
      const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
      throw new InputError([
        { file, ...place, what: `This is no well-formed XML: ${xml.what}`, todo: 'Correct the file' },
      ])
    }
    const todo = 'Name a TBX file, or tab-separated values with columns “en” and “zh-Hant”'
    throw new InputError([{ file, what: 'This file holds no term entries that can be read', todo }])
  }
  const merge = mergeTerms(present, read.entries)
  const path = join(content, 'terms.yaml')
  const written = (await readFolder(content)).get('terms.yaml')
  if (written !== undefined && present.length === 0 && new TextDecoder().decode(written).includes('- id'))
    throw new InputError([{ file: 'terms.yaml', what: 'This file is not sound', todo: 'Correct it before an import' }])
  const document = parseDocument(written === undefined ? 'terms: []\n' : new TextDecoder().decode(written))
  apply(document, merge)
  if (merge.added.length + merge.gained.length > 0)
    await writeWhole(
      path,
      written === undefined ? formatted(document) : unpadded(formatted(document), new TextDecoder().decode(written)),
    )
  for (const one of merge.kept) process.stderr.write(`kept as it is: ${one}\n`)
  process.stdout.write(
    `${merge.added.length} entries added, ${merge.gained.length} entries gained something, ${read.skipped} left out\n`,
  )
}

function formatted(document: Document): string {
  return document.toString({ lineWidth: 0 })
}

/** `[a, b]` stays as it was written: a line that differs from one of the old file by white space only is the old one. */
function unpadded(text: string, old: string): string {
  const bare = (line: string): string => line.replaceAll(/\s+/gu, '')
  const known = new Map(old.split('\n').map((line) => [bare(line), line]))
  return text
    .split('\n')
    .map((line) => (line.includes('[') ? (known.get(bare(line)) ?? line) : line))
    .join('\n')
}

/** Changes the file's own tree, so that comments, order and style of what is there stay. */
function apply(document: Document, { added, gained }: TermMerge): void {
  for (const { index, terms: fresh, definition, values } of gained) {
    for (const lang of langs) {
      const more = fresh[lang]
      if (more === undefined) continue
      const path = ['terms', index, lang]
      const here: unknown = document.getIn(path, true)
      const old: unknown[] = isSeq(here) ? here.items : [document.getIn(path)]
      document.setIn(path, document.createNode([...old, ...more.map((term) => writtenTerm(term))], { flow: true }))
    }
    for (const [lang, text] of Object.entries(definition)) document.setIn(['terms', index, 'definition', lang], text)
    for (const [key, text] of Object.entries(values)) document.setIn(['terms', index, key], text)
  }
  for (const entry of added) document.addIn(['terms'], document.createNode(writtenEntry(entry)))
  // A list that was written empty, `[]`, is in one line; with entries it is no longer.
  const list: unknown = document.get('terms')
  if (isSeq(list) && list.items.every((item) => isMap(item))) list.flow = false
}

function writtenEntry({ id, terms: words, ...rest }: TermEntry): Record<string, unknown> {
  return { id, ...byLang((lang) => words[lang].map((term, at) => writtenTerm(term, at))), ...rest }
}

function writtenTerm({ text, status, abbreviation }: Term, at = 1): unknown {
  const usual = at === 0 ? 'preferred' : 'admitted'
  if (status === usual && abbreviation !== true) return text
  return { term: text, ...(status === usual ? {} : { status }), ...(abbreviation === true ? { abbreviation } : {}) }
}
