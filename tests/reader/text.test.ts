import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../../src/corpus/edit.ts'
import { parseRowId, parseTermId, rowId } from '../../src/corpus/ids.ts'
import { undoEdits } from '../../src/corpus/replay.ts'
import { formatDate } from '../../src/reader/i18n/dates.ts'
import { headingRanks } from '../../src/reader/notice/headings.ts'
import { pieceCutter } from '../../src/reader/notice/pieces.ts'
import { repairRuns } from '../../src/reader/notice/repair-runs.ts'
import { retiredByRow } from '../../src/reader/notice/retired.ts'
import { scriptParts } from '../../src/reader/notice/scripts-in-text.ts'
import { stateWithOthers } from '../../src/reader/state/address.ts'
import { chooseLocale } from '../../src/reader/state/locale-choice.ts'

describe('scriptParts', () => {
  it.each([
    ['Han in English', 'a 中西醫，體育 b', 'en', ['a ', 'han:中西醫，體育', ' b']],
    ['punctuation at the edge stays outside', '《醫》', 'en', ['《', 'han:醫', '》']],
    ['nothing to do in Chinese', '再生醫學 MDT', 'zh-Hant', ['再生醫學 MDT']],
    ['an override', 'a\u202Eb', 'zh-Hant', ['a', 'control:\u202E', 'b']],
    ['a blank letter of hangul', '甲\u3164', 'zh-Hant', ['甲', 'control:\u3164']],
    ['a tag that hides a letter', '甲\u{e0061}', 'zh-Hant', ['甲', 'control:\u{e0061}']],
    ['a joiner of no use', '甲\u200d乙', 'zh-Hant', ['甲', 'control:\u200d', '乙']],
    ['emoji and Persian need theirs', '👨\u200d👧 می\u200cخواهم', 'en', ['👨\u200d👧 می\u200cخواهم']],
    ['a flag that is made of tags', '🏴\u{e0067}\u{e0062}\u{e007f}', 'en', ['🏴\u{e0067}\u{e0062}\u{e007f}']],
    ['half a pair', 'a\uD800b', 'en', ['a', 'control:\uD800', 'b']],
    ['a rare character is one', 'x𠮷y', 'en', ['x', 'han:𠮷', 'y']],
  ])('%s', (_name, text, context, expected) => {
    const shown = scriptParts(text, context).map((part) => (part.kind === 'plain' ? '' : `${part.kind}:`) + part.text)
    expect(shown).toEqual(expected)
  })

  it('loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'zh-Hant'), (text, context) => {
        expect(
          scriptParts(text, context)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('pieceCutter', () => {
  const runs = fc.array(
    fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ at: { from: Math.min(a, b), to: Math.max(a, b) } })),
    { maxLength: 6 },
  )

  it('tiles any run, whatever is marked', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 30, maxLength: 30 }), runs, runs, fc.nat(15), (text, marks, damage, from) => {
        const term = parseTermId('t')
        if (term === null) throw new Error('t is a term id')
        const cut = pieceCutter({
          text,
          marks: marks.map((mark) => ({ ...mark, term })),
          unresolved: damage.map((one) => ({ ...one, was: '', why: '', candidates: [] })),
        })
        const pieces = cut({ from, to: 30 })
        expect(pieces.map((piece) => piece.text).join('')).toBe(text.slice(from))
        let at = from
        for (const piece of pieces) {
          expect(piece.at).toBe(at)
          at += piece.text.length
        }
      }),
    )
  })
})

describe('pieceCutter, at damage that goes on', () => {
  it('says where the run begins and where it ends', () => {
    const damage = { at: { from: 2, to: 6 }, was: '', why: '', candidates: [] }
    const cut = pieceCutter({ text: 'ab??cdef', marks: [], unresolved: [damage] })
    const told = [cut({ from: 0, to: 4 }), cut({ from: 4, to: 8 })]
      .flat()
      .map(({ text, unresolved }) => [text, unresolved])
    expect(told).toEqual([
      ['ab', null],
      ['??', { opens: true, closes: false }],
      ['cd', { opens: false, closes: true }],
      ['ef', null],
    ])
  })
})

describe('repairRuns', () => {
  const reading = (from: number, was: string): Edit => ({
    kind: 'reading',
    at: { from, to: from + was.length },
    was,
    is: '',
  })

  it('shows what was taken out on the character that it stood behind', () => {
    const runs = repairRuns({ text: '發布', edits: [reading(1, '(fā)')] })
    expect(runs.map(({ at, was, is }) => ({ at, was, is }))).toEqual([
      { at: { from: 0, to: 1 }, was: '發(fā)', is: '發' },
    ])
  })

  it('never cuts a surrogate pair', () => {
    expect(repairRuns({ text: '𠮷布', edits: [reading(2, '(jí)')] })[0]?.at).toEqual({ from: 0, to: 2 })
  })

  it('leaves out what was done so that the text can be read at all', () => {
    expect(repairRuns({ text: 'ab', edits: [{ kind: 'markup', at: { from: 1, to: 4 }, was: '<b>', is: '' }] })).toEqual(
      [],
    )
  })

  const damage = fc
    .array(
      fc.tuple(
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 3 }),
        fc.string({ maxLength: 3 }),
        fc.constantFrom('', '丁', '丁戊'),
      ),
    )
    .map((parts) => {
      let text = ''
      let received = 0
      const edits = parts.map(([between, was, is]): Edit => {
        text += between + is
        received += between.length
        const at = { from: received, to: received + was.length }
        received += was.length
        return { kind: 'slip', at, was, is }
      })
      // In an empty text there is nothing to show an edit on.
      return { text: `${text}末`, edits }
    })

  it('are sorted, disjoint, not empty, and putting back what they say was there gives what was received', () => {
    fc.assert(
      fc.property(damage, (side) => {
        const runs = repairRuns(side)
        let text = ''
        let end = 0
        for (const { at, was, is } of runs) {
          expect(at.from).toBeGreaterThanOrEqual(end)
          expect(at.to).toBeGreaterThan(at.from)
          expect(is).toBe(side.text.slice(at.from, at.to))
          text += side.text.slice(end, at.from) + was
          end = at.to
        }
        expect(text + side.text.slice(end)).toBe(undoEdits(side.text, side.edits))
      }),
    )
  })
})

describe('headingRanks', () => {
  it('closes the gaps between the levels that occur', () => {
    const paragraph = { at: { from: 0, to: 1 }, sentences: { from: 0, to: 1 } }
    const ranks = headingRanks([
      { kind: 'heading', level: 5, ...paragraph },
      { kind: 'heading', level: 1, ...paragraph },
      { kind: 'paragraph', ...paragraph },
    ])
    expect([...ranks]).toEqual([
      [1, 2],
      [5, 3],
    ])
  })
})

describe('retiredByRow', () => {
  const id = (text: string) => {
    const row = parseRowId(text)
    if (row === null) throw new Error(text)
    return row
  }
  const rows = [1, 2].map((n) => ({
    id: rowId(n),
    beads: [],
    score: 1,
    en: { from: 0, to: 0 },
    'zh-Hant': { from: 0, to: 0 },
  }))

  it('follows chains, stays where a gone text stood, and falls back to the first row', () => {
    const anchors = retiredByRow({
      rows,
      retired: [
        { id: id('p3'), to: id('p4'), after: null },
        { id: id('p4'), to: id('p2'), after: null },
        { id: id('p5'), to: null, after: id('p4') },
        { id: id('p6'), to: null, after: id('p2') },
        { id: id('p7'), to: id('p7'), after: id('p7') },
      ],
    })
    expect([...anchors].map(([row, old]) => [row, old.map((one) => `${one.id}>${one.to}`)])).toEqual([
      ['p2', ['p3>p2', 'p4>p2', 'p6>null']],
      ['p1', ['p5>null', 'p7>null']],
    ])
  })
})

describe('formatDate', () => {
  it.each([
    ['2021-12-17T10:12:10', 'en', '17 December 2021, 10:12'],
    ['2021-12-17T10:12:10', 'zh-Hant', '2021年12月17日 10:12'],
    ['2020-02-29', 'en', '29 February 2020'],
    ['2020-02-29', 'zh-Hant', '2020年2月29日'],
    ['yesterday', 'en', null],
  ] as const)('%s in %s', (iso, locale, expected) => {
    expect(formatDate(iso, locale)).toBe(expected)
  })
})

describe('chooseLocale', () => {
  it.each([
    [['zh-Hant'], 'zh-Hant'],
    [['zh-TW', 'en'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-Hans-HK'], 'zh-Hans'],
    [['zh'], 'zh-Hant'],
    [['fr', 'en-GB', 'zh'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j', (languages, expected) => {
    expect(chooseLocale(languages)).toBe(expected)
  })
})

describe('stateWithOthers', () => {
  it.each([
    ['?layout=stacked#p5', '?utm=1&layout=en', '?layout=stacked&utm=1#p5'],
    ['#p5', '?utm=1', '?utm=1#p5'],
    ['', '?q=old&term=x', ''],
    ['?q=a', '', '?q=a'],
  ])('%s beside %s', (state, search, expected) => {
    expect(stateWithOthers(state, search)).toBe(expected)
  })
})
