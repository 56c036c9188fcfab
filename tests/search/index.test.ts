import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { langs } from '../../src/corpus/lang.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { answer } from '../../src/search/answer.ts'
import { buildIndex, type BuiltIndex } from '../../src/search/build-index.ts'
import { searchCorpora } from '../../src/search/corpora.ts'
import { IndexUnavailable, openIndex } from '../../src/search/open-index.ts'
import type { Shelf } from '../../src/search/shelf.ts'
import { unitsOf } from '../../src/search/units.ts'
import { corpusOf } from '../support/corpus.ts'
import { collection, readings } from './collection.ts'

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** As many files as a large collection has; small ones travel in one. */
const many = { hash, mostInOneFile: 0 }

function open(
  { name, files }: BuiltIndex,
  spoil?: (file: string, again: boolean) => Uint8Array | null,
): Promise<Shelf> {
  return openIndex(name, (file, again) => {
    const bytes = spoil?.(file, again) ?? files.get(file)
    return bytes === undefined ? Promise.reject(new Error(`404 ${file}`)) : Promise.resolve(bytes)
  })
}

const tools = fc.constantFrom({ hash }, many)

/** Few different signs, so that what is looked for often stands in several rows. */
const word = fc.constantFrom('bed', 'beds', 'Hospital', 'IT', 'it', 'plan', 'planned', '5,000', '750', 'café', 'Ⅲ')
const han = fc.constantFrom('醫', '医', '學', '生', '衞', '衛', '再', '。', '，', '𠮷', '々', '\ud842')
const english = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const chinese = fc
  .array(fc.oneof({ weight: 5, arbitrary: han }, { weight: 1, arbitrary: word }), { minLength: 1, maxLength: 15 })
  .map((signs) => signs.join(''))
const corpora = fc
  .array(fc.array(fc.tuple(english, chinese), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((notices) =>
    notices.map((rows, at) => corpusOf({ id: `n${at}`, rows: rows.map(([en, zh]) => ({ en: [[en]], zh: [[zh]] })) })),
  )

/** A run of units of one side of one row, as it stands in the text. */
const somewhere = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...langs), fc.nat(), fc.nat())

type Place = { readonly query: string; readonly notice: string; readonly id: string }

function placeIn(
  all: readonly Corpus[],
  [a, b, lang, c, d]: [number, number, (typeof langs)[number], number, number],
): Place | null {
  const corpus = all[a % all.length]
  const row = corpus?.rows[b % corpus.rows.length]
  const side = corpus?.sides[lang]
  const at = row === undefined ? undefined : side?.paragraphs[row[lang].from]?.at
  if (corpus === undefined || row === undefined || side === undefined || at === undefined) return null
  const text = side.text.slice(at.from, at.to)
  const units = unitsOf(text)
  if (units.keys.length === 0) return null
  const [first, last] = [c % units.keys.length, d % units.keys.length].sort((x, y) => x - y)
  const query = text.slice(units.run(first ?? 0).from, units.run(last ?? 0).to)
  return { query, notice: corpus.id, id: row.id }
}

describe('a search index', () => {
  it('finds every run of units of every side in its bead, and only where it stands', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, fc.array(somewhere, { minLength: 5, maxLength: 5 }), async (all, places) => {
        const shelf = await open(buildIndex(all, many))
        for (const place of places.map((one) => placeIn(all, one))) {
          if (place === null) continue
          const { hits } = await answer(shelf, `"${place.query}"`)
          expect(hits.some(({ notice, id }) => notice === place.notice && id === place.id)).toBe(true)
          for (const hit of hits) expect(hit.matches.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('answers what reading all rows answers', async () => {
    await fc.assert(
      fc.asyncProperty(corpora, fc.oneof(english, chinese, fc.string()), tools, async (all, query, how) => {
        const shelf = await open(buildIndex(all, { ...how, readings }))
        const { rows: _, ...indexed } = await answer(shelf, query)
        const { rows: __, ...scanned } = await searchCorpora(all, query, { readings })
        expect(indexed).toEqual(scanned)
      }),
      { numRuns: 100 },
    )
  })

  it('has the same bytes whatever the order of reading', () => {
    fc.assert(
      fc.property(
        corpora.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([one, other]) => {
          expect(buildIndex(other, { ...many, readings })).toEqual(buildIndex(one, { ...many, readings }))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('reads no more rows than are wanted where one key says all', async () => {
    const long = corpusOf({
      id: 'long',
      rows: Array.from({ length: 400 }, (_, at) => ({ en: [[`bed ${at}`]], zh: [] })),
    })
    const asked: string[] = []
    const shelf = await open(buildIndex([long], many), (file) => (asked.push(file), null))
    const { hits, count, exact } = await answer(shelf, 'bed', { most: 10 })
    expect([hits.length, count, exact]).toEqual([10, 400, true])
    expect(asked.filter((file) => file.startsWith('t'))).toHaveLength(1)
  })

  it('reads few rows that lack a phrase of words that stand everywhere', async () => {
    const said = (at: number): string => (at % 97 === 0 ? 'No less than' : 'Less of them, no more than')
    const long = corpusOf({
      id: 'long',
      rows: Array.from({ length: 400 }, (_, at) => ({ en: [[`${said(at)} ${at} ${'of wards '.repeat(40)}`]], zh: [] })),
    })
    const asked: string[] = []
    const shelf = await open(buildIndex([long], many), (file) => (asked.push(file), null))
    expect((await answer(shelf, '"no less than"', { most: 10 })).count).toBe(5)
    expect(asked.filter((file) => file.startsWith('t')).length).toBeLessThanOrEqual(5)
  })

  it('asks in one turn for the sounds and the spellings of what its letters do not find', async () => {
    const { name, files } = buildIndex(collection, { ...many, readings })
    const turns: string[][] = []
    let turn: string[] | null = null
    const shelf = await openIndex(name, async (file) => {
      if (turn === null) turns.push((turn = []))
      turn.push(file)
      // What comes in one turn is asked for before anything of it is there.
      await new Promise((later) => setTimeout(later, 5))
      turn = null
      return files.get(file) ?? new Uint8Array()
    })
    expect((await answer(shelf, 'hosbital')).said).toEqual([{ kind: 'respelt', word: 'hosbital', known: ['hospital'] }])
    expect((await answer(shelf, 'zaiseng')).hits).toEqual([])
    const bySound = turns.find((files) => files.includes('pinyin.bin'))
    expect(bySound).toContain('jyutping.bin')
  })

  it('is one file where it is small', async () => {
    const asked: string[] = []
    const built = buildIndex(collection, { hash, readings })
    const shelf = await open(built, (file) => (asked.push(file), null))
    for (const query of ['hospital', 'zaisheng', 'regenrative', 'ospital', 'notice:a-plan 醫'])
      await answer(shelf, query)
    expect([...built.files.keys()]).toEqual(['manifest.bin'])
    expect(asked).toEqual(['manifest.bin'])
  })

  it.each([
    ['of punctuation', '。，！'.repeat(50)],
    ['of half a character', '\ud842\udfff\ud842'],
    ['that is a regular expression', '(hospital|.*)+[^a]{2,}$'],
    ['that is markup', '<b onclick="x">hospital</b>'],
    ['that holds controls', 'hospi\0tal\u202e'],
    ['of 10,000 characters', '醫院 hospital '.repeat(900)],
  ])('answers a query %s as reading all rows does', async (_name, query) => {
    const shelf = await open(buildIndex(collection, { ...many, readings }))
    const { rows: _, ...indexed } = await answer(shelf, query)
    const { rows: __, ...scanned } = await searchCorpora(collection, query, { readings })
    expect(indexed).toEqual(scanned)
  })

  it('reads many rows from few files', async () => {
    const long = corpusOf({
      id: 'long',
      rows: Array.from({ length: 4000 }, (_, at) => ({ en: [[`bed ${at} ${'of wards '.repeat(20)}`]], zh: [] })),
    })
    const asked: string[] = []
    const shelf = await open(buildIndex([long], many), (file) => (asked.push(file), null))
    const { hits } = await answer(shelf, 'bed')
    expect(hits.map(({ id }) => id)).toEqual(long.rows.map(({ id }) => id))
    expect(asked.length).toBeLessThan(30)
  })

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['cut short', (bytes) => bytes.slice(0, -1)],
    ['changed', (bytes) => bytes.map((byte, at) => (at === 12 ? byte ^ 1 : byte))],
    ['of another index', (bytes) => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte))],
    ['empty', () => new Uint8Array()],
  ])('says that it cannot answer when a file is %s, and asks once more before', async (_name, spoil) => {
    const built = buildIndex(collection, many)
    const bad = (file: string): Uint8Array => spoil(built.files.get(file) ?? new Uint8Array())
    const never = await open(built, (file) => (file.startsWith('k') ? bad(file) : null))
    await expect(answer(never, 'hospital')).rejects.toBeInstanceOf(IndexUnavailable)
    const once = await open(built, (file, again) => (again ? null : bad(file)))
    expect((await answer(once, 'hospital')).hits).toHaveLength(3)
  })
})
