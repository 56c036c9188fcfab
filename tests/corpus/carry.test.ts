import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameRows } from '../../src/corpus/carry.ts'
import { rowId } from '../../src/corpus/ids.ts'
import type { ByLang } from '../../src/corpus/lang.ts'
import type { Ledger, Naming, UnnamedRow } from '../../src/corpus/ledger.ts'

const words = (
  'health commission national clinical specialty plan hospital public report provincial county budget approve article ' +
  'minister region support project technical develop assess standard quality training research patient emergency ' +
  'rural service insurance review announce committee annual target equipment laboratory network'
).split(' ')
const han =
  '國家衞生健康委員會發布臨床專科能力建設規劃要求各地加強公立醫院高質量展指導作層面累計不少於項目省級市縣重點支持科室薄弱區技術創新'

/** A sentence in both languages that is always the same for its name and like no other's. */
function sentence(name: string): ByLang<string> {
  let state = Array.from(name).reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)
  const pick = (count: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((state ^ (state >>> 13)) >>> 0) % count
  }
  const en = Array.from({ length: 14 }, () => words[pick(words.length)] ?? '').join(' ')
  const zh = Array.from({ length: 20 }, () => han[pick(han.length)] ?? '').join('')
  return { en: `${en}.`, 'zh-Hant': `${zh}。` }
}

/** `a`: sentence a. `a~`: a, lightly edited. `(1)`: that very text on both sides. `a-`: a without its Chinese. */
function bead(name: string): ByLang<string> {
  if (name.startsWith('(')) return { en: name, 'zh-Hant': name }
  const { en, 'zh-Hant': zh } = sentence(name.replaceAll(/[~-]/g, ''))
  if (name.endsWith('~')) return { en: en.replace(/ \w+/, ' amended'), 'zh-Hant': zh.replace(/^../, '修訂') }
  return name.endsWith('-') ? { en, 'zh-Hant': '' } : { en, 'zh-Hant': zh }
}

/** `a b / c`: a row of two sentence beads, then a row of one. */
function rows(text: string): UnnamedRow[] {
  return text === '' ? [] : text.split(' / ').map((row) => ({ beads: row.split(' ').map(bead) }))
}

function after(...texts: string[]): Naming {
  let ledger: Ledger | null = null
  let naming: Naming | null = null
  for (const text of texts) {
    naming = nameRows(rows(text), ledger)
    expectLaws(ledger, naming)
    ledger = naming.ledger
  }
  if (naming === null) throw new Error('no texts')
  return naming
}

function shown(naming: Naming): string {
  const retired = naming.retired
    .filter(({ id }) => !id.includes('.'))
    .map(({ id, to, after: place }) => `${id}→${to ?? `gone, after ${place ?? 'none'}`}`)
  return [naming.names.map(({ id }) => id).join(' '), ...retired].join('; ')
}

function shownBeads(naming: Naming): string {
  const retired = naming.retired.filter(({ id }) => id.includes('.')).map(({ id, to }) => `${id}→${to ?? 'gone'}`)
  return [naming.names.map(({ beads }) => beads.join(' ')).join(' / '), ...retired].join('; ')
}

function idsOf(ledger: Ledger): string[] {
  return [
    ...ledger.rows.flatMap((row) => [row.id, ...row.beads.map(({ id }) => id)]),
    ...ledger.retired.map(({ id }) => id),
  ]
}

function expectLaws(old: Ledger | null, { names, ledger, retired, grown }: Naming): void {
  const ids = idsOf(ledger)
  expect(new Set(ids).size).toBe(ids.length)
  const before = old === null ? [] : idsOf(old)
  expect(before.filter((id) => !ids.includes(id))).toEqual([])
  const added = ids.filter((id) => !before.includes(id))
  expect(grown).toBe(added.length > 0)
  for (const id of added) if (!id.includes('.')) expect(Number(id.slice(1))).toBeGreaterThanOrEqual(old?.nextRow ?? 1)
  const living = new Set<string>(names.flatMap((row) => [row.id, ...row.beads]))
  expect(retired.map(({ id }) => id)).toEqual(ledger.retired.map(({ id }) => id))
  for (const { id, to, after: place } of retired) {
    expect(living.has(id)).toBe(false)
    if (to !== null) expect(living).toContain(to)
    if (place !== null) expect(living).toContain(place)
  }
  for (const row of names) for (const id of row.beads) expect(id.startsWith(`${row.id}.`)).toBe(true)
}

describe('rows keep their ids', () => {
  it.each([
    ['first naming', ['a / b / c'], 'p1 p2 p3'],
    ['nothing changed', ['a / b', 'a / b'], 'p1 p2'],
    ['inserted mid-way', ['a / b / c', 'a / x / b / c'], 'p1 p4 p2 p3'],
    ['inserted at both ends', ['a / b', 'x / a / b / y'], 'p3 p1 p2 p4'],
    ['deleted', ['a / b / c', 'a / c'], 'p1 p3; p2→gone, after p1'],
    ['deleted first', ['a / b', 'b'], 'p2; p1→gone, after none'],
    ['all deleted', ['a / b', ''], '; p1→gone, after none; p2→gone, after none'],
    ['lightly edited', ['a / b / c', 'a / b~ / c'], 'p1 p2 p3'],
    ['all lightly edited', ['a / b / c', 'a~ / b~ / c~'], 'p1 p2 p3'],
    ['a side lost', ['a / b / c', 'a / b- / c'], 'p1 p2 p3'],
    ['replaced', ['a / b / c', 'a / x / c'], 'p1 p4 p3; p2→gone, after p1'],
    ['swapped', ['a / b', 'b / a'], 'p2 p1'],
    ['swapped and edited', ['a / b', 'b~ / a~'], 'p2 p1'],
    ['moved far', ['a / b / c / d / e', 'e / a / b / c / d'], 'p5 p1 p2 p3 p4'],
    ['moved and edited', ['a / b / c / d / e', 'b / c / d / a~ / e'], 'p2 p3 p4 p1 p5'],
    ['edited beside an insertion', ['a / b / c', 'a / x / b~ / c'], 'p1 p4 p2 p3'],
    ['edited beside a deletion', ['a / b / c / d', 'a / c~ / d'], 'p1 p3 p4; p2→gone, after p1'],
    ['merged: the larger keeps', ['a / b c / d', 'a b c / d'], 'p2 p3; p1→p2'],
    ['merged, the first larger', ['a b / c / d', 'a b c / d'], 'p1 p3; p2→p1'],
    ['three merged', ['a b c / d / e', 'a b c d e'], 'p1; p2→p1; p3→p1'],
    ['merged and edited', ['a b / c / d', 'a b~ c / d'], 'p1 p3; p2→p1'],
    ['split: the larger part keeps', ['a b c / d', 'a / b c / d'], 'p3 p1 p2'],
    ['split evenly: the first keeps', ['a b / d', 'a / b / d'], 'p1 p3 p2'],
    ['swallowed by something far larger', ['x / a / y', 'x / a b c d e f g / y'], 'p1 p4 p3; p2→p4'],
    ['re-cut into other sentence beads', ['a b / c', 'a b~ / c'], 'p1 p2'],
  ])('%s', (_name, texts, expected) => {
    expect(shown(after(...texts))).toBe(expected)
  })
})

describe('repeated short texts', () => {
  it.each([
    ['go by order', ['(1) / (1) / (1)', '(1) / (1)'], 'p1 p2; p3→gone, after p2'],
    ['go by their neighbours', ['a / (1) / b / (1) / c', 'a / b / (1) / c'], 'p1 p3 p4 p5; p2→gone, after p1'],
    ['an added one is new', ['a / (1) / b', 'a / (1) / x / (1) / b'], 'p1 p2 p4 p5 p3'],
    ['do not move', ['(1) / a / (1) / b', 'a / (1) / b / c / (1)'], 'p2 p3 p4 p5 p6; p1→gone, after none'],
    ['identical paragraphs', ['a / b / a', 'b / a'], 'p2 p3; p1→gone, after none'],
    ['a short one of its kind does move', ['(x) / a / b', 'a / b / (x)'], 'p2 p3 p1'],
  ])('%s', (_name, texts, expected) => {
    expect(shown(after(...texts))).toBe(expected)
  })

  it('a sibling that differs in a figure is no heir', () => {
    const item = (n: number, place: string): UnnamedRow => ({
      beads: [
        {
          en: `Build no less than ${n} ${place} key specialty projects;`,
          'zh-Hant': `建設不少於${n}個${place}重點專科項目；`,
        },
      ],
    })
    const first = nameRows([item(750, 'national'), item(5000, 'provincial'), item(10000, 'county')], null)
    expect(shown(nameRows([item(5000, 'provincial'), item(10000, 'county')], first.ledger))).toBe(
      'p2 p3; p1→gone, after none',
    )
  })
})

describe('over several versions', () => {
  it.each([
    ['a number is not used again', ['a / b', 'a', 'a / x'], 'p1 p3; p2→gone, after p1'],
    ['a chain is followed', ['a / b c / d e f g h', 'a b c / d e f g h', 'a b c d e f g h'], 'p3; p1→p3; p2→p3'],
    ['a chain that ends in nothing', ['a / b c / d', 'a b c / d', 'd'], 'p3; p1→gone, after none; p2→gone, after none'],
    ['the place is kept up', ['a / b / c', 'a / c', 'c'], 'p3; p1→gone, after none; p2→gone, after none'],
    ['the very text that returns has its id again', ['a / b / c', 'a / c', 'a / b / c'], 'p1 p2 p3'],
    ['an edited text that returns has not', ['a / b / c', 'a / c', 'a / b~ / c'], 'p1 p4 p3; p2→gone, after p1'],
    ['a merger undone', ['a / b c / d', 'a b c / d', 'a / b c / d'], 'p1 p2 p3'],
    ['a short text that returns is new', ['a / (1) / b', 'a / b', 'a / (1) / b'], 'p1 p4 p3; p2→gone, after p1'],
  ])('%s', (_name, texts, expected) => {
    expect(shown(after(...texts))).toBe(expected)
  })
})

describe('sentence beads', () => {
  it.each([
    ['first naming', ['a b / c'], 'p1.1 p1.2 / p2.1'],
    ['inserted', ['a b', 'a x b'], 'p1.1 p1.3 p1.2'],
    ['deleted', ['a b c', 'a c'], 'p1.1 p1.3; p1.2→gone'],
    ['edited', ['a b c', 'a b~ c'], 'p1.1 p1.2 p1.3'],
    ['moved within its row', ['a b c', 'c a b'], 'p1.3 p1.1 p1.2'],
    ['moved to another row', ['a b c / d e', 'a b / d e c'], 'p1.1 p1.2 / p2.1 p2.2 p2.3; p1.3→p2.3'],
    ['their row moved', ['a b / c', 'c / a b'], 'p2.1 / p1.1 p1.2'],
    ['rows merged', ['a / b c', 'a b c'], 'p2.3 p2.1 p2.2; p1.1→p2.3'],
    ['a row split', ['a b c / d', 'a / b c / d'], 'p3.1 / p1.2 p1.3 / p2.1; p1.1→p3.1'],
    ['a row gone', ['a b / c', 'c'], 'p2.1; p1.1→gone; p1.2→gone'],
    ['a number is not used again', ['a b', 'a', 'a x'], 'p1.1 p1.3; p1.2→gone'],
    ['one that returns', ['a b', 'a', 'a b'], 'p1.1 p1.2'],
    ['one that returns with its row', ['x / a b', 'x', 'x / a b'], 'p1.1 / p2.1 p2.2'],
  ])('%s', (_name, texts, expected) => {
    expect(shownBeads(after(...texts))).toBe(expected)
  })

  it('keep their ids when beads are joined: the larger one', () => {
    const { en, 'zh-Hant': zh } = sentence('a')
    const other = sentence('b')
    const short = { en: 'Yes.', 'zh-Hant': '是。' }
    const first = nameRows([{ beads: [short, { en, 'zh-Hant': zh }, other] }], null)
    const joined = { en: `${short.en} ${en}`, 'zh-Hant': `${short['zh-Hant']} ${zh}` }
    expect(shownBeads(nameRows([{ beads: [joined, other] }], first.ledger))).toBe('p1.2 p1.3; p1.1→gone')
  })
})

describe('the ledger', () => {
  it('is the same when nothing changed, white space apart', () => {
    const first = nameRows(rows('a b / c / (1)'), null)
    const again = nameRows(rows('a b / c / (1)'), first.ledger)
    expect(again.ledger).toEqual(first.ledger)
    expect(again.grown).toBe(false)
  })

  it.each([
    ['rows that only vanish', 'a / b / c', 'a / c', false],
    ['edits', 'a / b', 'a~ / b', false],
    ['moves', 'a / b', 'b / a', false],
    ['a new row', 'a', 'a / b', true],
    ['a new sentence', 'a', 'a b', true],
  ])('grows only for new ids: %s', (_name, was, is, grown) => {
    expect(nameRows(rows(is), nameRows(rows(was), null).ledger).grown).toBe(grown)
  })

  it('drifts: a text edited beyond recognition gets a new id, and the old one leads to it', () => {
    const { en, 'zh-Hant': zh } = sentence('a')
    const cut = (share: number) => ({
      en: `${en.slice(0, Math.round(en.length * share))} and what else the ministry may by then have decided on this matter`,
      'zh-Hant': `${zh.slice(0, Math.round(zh.length * share))}以及主管機關屆時另行公告之事項為準據者`,
    })
    const ledger = nameRows(rows('x / a / y'), null).ledger
    const carried = [0.9, 0.7, 0.35].map((share) => {
      const [first, , last] = rows('x / a / y')
      return shown(
        nameRows(
          [first, { beads: [cut(share)] }, last].filter((row) => row !== undefined),
          ledger,
        ),
      )
    })
    expect(carried).toEqual(['p1 p2 p3', 'p1 p2 p3', 'p1 p4 p3; p2→p4'])
  })
})

describe('laws', () => {
  const name = fc.integer({ min: 0, max: 400 }).map((n) => `s${n}`)
  const row = fc.uniqueArray(name, { minLength: 1, maxLength: 3 }).map((names) => names.join(' '))
  const text = fc.uniqueArray(row, { maxLength: 12 })

  it('ids are unique, never used again, and each is alive or retired, over any versions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(text, fc.array(fc.constantFrom('(1)', '(2)', 'a', 'a b', 'b~'))), { maxLength: 5 }),
        (texts) => {
          fc.pre(texts.length > 0)
          after(...texts.map((version) => version.join(' / ')))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('unchanged texts keep their ids, however others are put in, taken out and moved', () => {
    const change = fc.record({ at: fc.nat(), to: fc.nat(), kind: fc.constantFrom('insert', 'delete', 'move') })
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 25 })
    fc.assert(
      fc.property(distinct, fc.array(change, { maxLength: 8 }), (numbers, changes) => {
        const old = numbers.map((n) => `s${n}`)
        const now = [...old]
        changes.forEach(({ at, to, kind }, index) => {
          if (kind === 'insert') now.splice(at % (now.length + 1), 0, `new${index}`)
          else if (now.length > 0) {
            const [taken] = now.splice(at % now.length, 1)
            if (kind === 'move' && taken !== undefined) now.splice(to % (now.length + 1), 0, taken)
          }
        })
        const first = nameRows(rows(old.join(' / ')), null)
        const second = nameRows(rows(now.join(' / ')), first.ledger)
        expectLaws(first.ledger, second)
        now.forEach((text, index) => {
          const before = old.indexOf(text)
          if (before >= 0) expect(second.names[index]).toEqual(first.names[before])
        })
      }),
    )
  })

  it.each<[name: string, texts: string, given: (number | null)[], ids: string]>([
    ['a new number, and numbers go on behind it', 'a / x / y', [null, 7, null], 'p1 p7 p8'],
    ['the id of a text that stays', 'a / b', [2, 1], 'p2 p1'],
    ['the id of a text that goes on without it', 'b / a / c', [1, null, null], 'p1 p4 p3'],
    ['the id of a text that is gone', 'a / x', [null, 3], 'p1 p3'],
    ['none', 'a / b / c', [null, null, null], 'p1 p2 p3'],
  ])('gives rows the ids that their author wrote down: %s', (_name, texts, given, ids) => {
    const { ledger } = after('a / b / c')
    const naming = nameRows(
      rows(texts),
      ledger,
      given.map((number) => (number === null ? null : rowId(number))),
    )
    expectLaws(ledger, naming)
    expect(naming.names.map(({ id }) => id).join(' ')).toBe(ids)
  })

  it('gives a retired id again where its author says so, and refuses one id for two rows', () => {
    const { ledger } = after('a / b', 'a / c')
    const again = nameRows(rows('a / x'), ledger, [null, rowId(2)])
    expect(shown(again)).toBe('p1 p2; p3→gone, after p1')
    expect(() => nameRows(rows('a / b'), null, [rowId(4), rowId(4)])).toThrow('rows 0 and 1 are both given p4')
  })
})
