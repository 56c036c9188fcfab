import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordEdition, wordingOf, type Editions } from '../../src/corpus/editions.ts'
import { fingerprintOf, parseFingerprint } from '../../src/corpus/fingerprint.ts'
import { rowId, sentenceId } from '../../src/corpus/ids.ts'
import type { NamedRow } from '../../src/corpus/bead-text.ts'

/** Rows by their numbers and words: `{ 1: 'a|b' }` is p1 with two beads. */
function rows(words: Readonly<Record<number, string>>): NamedRow[] {
  return Object.entries(words).map(([number, text]) => {
    const id = rowId(Number(number))
    return {
      id,
      beads: text.split('|').map((en, at) => ({ id: sentenceId(id, at + 1), en, 'zh-Hant': `中${en}` })),
    }
  })
}

function editionsOf(...builds: Readonly<Record<number, string>>[]): Editions {
  const editions = builds.reduce<Editions | null>((old, words) => recordEdition(old, rows(words)), null)
  if (editions === null) throw new Error('no builds')
  return editions
}

const printed = (words: Readonly<Record<number, string>>): string =>
  fingerprintOf(rows(words).flatMap(({ beads }) => beads))
const said = (beads: readonly { readonly en: string }[] | null): string | null =>
  beads?.map(({ en }) => en).join('|') ?? null

describe('recordEdition', () => {
  it('changes nothing when nothing was said anew', () => {
    const once = editionsOf({ 1: 'a', 2: 'b' })
    expect(recordEdition(once, rows({ 1: 'a', 2: 'b' }))).toBe(once)
  })

  it('keeps what was said before', () => {
    const {
      edition,
      rows: now,
      earlier,
    } = editionsOf({ 1: 'a', 2: 'b' }, { 1: 'a', 2: 'c', 3: 'd' }, { 1: 'a', 3: 'd' })
    expect(edition).toBe(3)
    expect(now.map(({ id, since }) => `${id} since ${since}`)).toEqual(['p1 since 1', 'p3 since 2'])
    expect(earlier.map((row) => `${row.id} ${row.since}-${row.until} ${said(row.beads) ?? ''}`)).toEqual([
      'p2 1-2 b',
      'p2 2-3 c',
    ])
  })

  it('lets go of what is fifty editions old', () => {
    const builds = Array.from({ length: 60 }, (_, at) => ({ 1: `word ${at}` }))
    expect(editionsOf(...builds).earlier).toHaveLength(50)
  })
})

describe('wordingOf', () => {
  const editions = editionsOf({ 1: 'a', 2: 'b|x', 3: 'c' }, { 1: 'a', 2: 'b|y', 3: 'c' }, { 1: 'a2', 2: 'b|y', 3: 'c' })

  it.each([
    ['a row as it is', { kind: 'row', id: rowId(3) }, printed({ 3: 'c' }), 'c'],
    ['a row as it was', { kind: 'row', id: rowId(2) }, printed({ 2: 'b|x' }), 'b|x'],
    [
      'a range as it was in between',
      { kind: 'rows', from: rowId(1), to: rowId(2) },
      printed({ 1: 'a', 2: 'b|y' }),
      'a|b|y',
    ],
    ['what was never said', { kind: 'row', id: rowId(2) }, 'AAAAAAAA', null],
    ['a row that never was', { kind: 'row', id: rowId(9) }, printed({ 3: 'c' }), null],
  ] as const)('%s', (_name, target, print, expected) => {
    expect(said(wordingOf(editions, target, print))).toBe(expected)
  })

  it('finds a sentence as it was', () => {
    const was = rows({ 2: 'b|x' })[0]?.beads[1]
    const print = fingerprintOf(was === undefined ? [] : [was])
    expect(said(wordingOf(editions, { kind: 'sentence', id: sentenceId(rowId(2), 2) }, print))).toBe('x')
  })

  it('finds the words of any link made on any build', () => {
    const build = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('a', 'b', 'a|b', 'b|a'), {
      minKeys: 1,
    })
    fc.assert(
      fc.property(fc.array(build, { minLength: 1, maxLength: 8 }), (builds) => {
        const all = editionsOf(...builds)
        for (const words of builds)
          for (const row of rows(words))
            expect(said(wordingOf(all, { kind: 'row', id: row.id }, fingerprintOf(row.beads)))).toBe(said(row.beads))
      }),
    )
  })
})

describe('fingerprintOf', () => {
  it.each([
    ['one word', [{ en: 'a', 'zh-Hant': '' }], [{ en: 'b', 'zh-Hant': '' }]],
    ['words that changed sides', [{ en: 'a', 'zh-Hant': '' }], [{ en: '', 'zh-Hant': 'a' }]],
    [
      'a sentence cut in two',
      [{ en: 'a b', 'zh-Hant': '' }],
      [
        { en: 'a', 'zh-Hant': '' },
        { en: ' b', 'zh-Hant': '' },
      ],
    ],
  ])('tells apart %s', (_name, one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other))
  })

  it('is eight characters that an address holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (en, zh) => {
        const print = fingerprintOf([{ en, 'zh-Hant': zh }])
        expect(parseFingerprint(print)).toBe(print)
        expect(encodeURIComponent(print)).toBe(print)
      }),
    )
  })

  it('is frozen: links out there carry it', () => {
    expect(fingerprintOf([{ en: 'No less than 750', 'zh-Hant': '不少於750個' }])).toBe('4HohXp3e')
  })
})
