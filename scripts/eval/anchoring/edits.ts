import { Converter } from 'opencc-js'
import { byLang, langs, type ByLang, type Lang } from '../../../src/corpus/lang.ts'
import { isHan, narrowed, slipped, withReadings } from '../slipping.ts'
import { cellsOf, textOfCells, type BeadCells, type Cell, type Document, type RowCells } from './document.ts'
import type { Chance } from './random.ts'
import {
  negated,
  otherWord,
  otherwiseWritten,
  otherWrittenFigures,
  saidTwice,
  siblingByWord,
  withRareCharacters,
} from './sly-edits.ts'

/**
 * What happens to texts, at random. Each edit takes a document and gives what became of it; characters that stay keep
 * their numbers. `strange` are rows of other documents, for what is put in.
 */
export type EditKind = {
  readonly name: string
  readonly edit: (document: Document, chance: Chance, strange: readonly RowCells[]) => Document
  /** What is done to the document before it is annotated. */
  readonly prepare?: (document: Document, chance: Chance) => Document
  /** The annotated text is what the edit made, and the document what it was: damage is undone. */
  readonly backwards?: true
  readonly copies?: true
}

/** Of all rows or beads, how many an edit touches. */
const touchedShare = 0.15
/** Of rows with figures, how many get a sibling with other ones. */
const siblingShare = 0.4

export const editKinds: readonly EditKind[] = [
  { name: 'paragraphs put in', edit: putIn, copies: true },
  { name: 'paragraphs taken out', edit: eachRow(() => []) },
  { name: 'paragraphs exchanged', edit: exchanged },
  { name: 'paragraphs copied', edit: copied, copies: true },
  { name: 'copied, figures changed', edit: copiedWith(siblingOf), copies: true },
  { name: 'taken out beside a copy with other figures', prepare: copiedWith(siblingOf), edit: eachRow(() => []) },
  { name: 'paragraphs joined', edit: joined },
  { name: 'paragraphs cut in two', edit: eachRow(cutInTwo) },
  {
    name: 'sentences put in',
    edit: (document, chance, strange) =>
      eachRow((row) => [withSentence(row, chance, strange)])(document, chance, strange),
  },
  { name: 'sentences taken out', edit: eachBead(() => []) },
  { name: 'sentences exchanged', edit: sentencesExchanged },
  {
    name: 'sentences replaced',
    edit: (document, chance, strange) =>
      eachBead(() => [freshBead(chance.one(chance.one(strange).beads))])(document, chance, strange),
  },
  {
    name: 'words changed in sentences',
    edit: eachBead((bead, chance) => [inBoth(bead, (cells, lang) => reworded(cells, lang, chance))]),
  },
  {
    name: 'figures changed',
    edit: eachBead((bead, chance) => [inBoth(bead, (cells) => otherFigures(cells, chance))], 0.6),
  },
  {
    name: 'figures in words and full width changed',
    prepare: otherwiseWritten,
    edit: eachBead((bead, chance) => [inBoth(bead, (cells, lang) => otherWrittenFigures(cells, lang, chance))], 0.6),
  },
  {
    name: 'one word changed, or a sentence negated',
    edit: eachBead(
      (bead, chance) => [
        inBoth(bead, (cells, lang) =>
          chance.is(0.5) ? negated(cells, lang, chance) : (otherWord(cells, lang, chance) ?? cells),
        ),
      ],
      0.4,
    ),
  },
  { name: 'copied, one word changed', edit: copiedWith(siblingByWord), copies: true },
  {
    name: 'taken out beside a copy with another word',
    prepare: copiedWith(siblingByWord),
    edit: eachRow(() => []),
  },
  {
    name: 'words said twice in a sentence',
    edit: eachBead((bead, chance) => [inBoth(bead, (cells, lang) => saidTwice(cells, lang, chance))], 0.4),
    copies: true,
  },
  {
    name: 'words said twice, and sentences taken out',
    prepare: (document, chance) =>
      eachBead((bead) => [inBoth(bead, (cells, lang) => saidTwice(cells, lang, chance))], 0.5)(document, chance, []),
    edit: eachBead(() => []),
  },
  {
    name: 'rare characters, paragraphs exchanged',
    prepare: withRareCharacters,
    edit: exchanged,
  },
  { name: 'Traditional to Simplified', edit: everywhere((cells) => converted(cells, simplified)) },
  { name: 'Simplified to Traditional', edit: everywhere((cells) => converted(cells, simplified)), backwards: true },
  { name: 'Taiwan’s customs to Hong Kong’s', edit: everywhere((cells) => converted(cells, hongKong)) },
  { name: 'signs and spaces', edit: everywhere(otherSigns) },
  { name: 'recovery switched off', edit: everywhere(damaged) },
  { name: 'recovery switched on', edit: everywhere(damaged), backwards: true },
  { name: 'several at once', edit: several },
]

const simplified = Converter({ from: 'tw', to: 'cn' })
const hongKong = Converter({ from: 'tw', to: 'hk' })

/** A copy in which a word was changed back would be more the original than the original is. */
const alone = ['several at once', 'paragraphs copied', 'copied, one word changed']

function several(document: Document, chance: Chance, strange: readonly RowCells[]): Document {
  const plain = editKinds.filter(({ backwards, name }) => backwards !== true && !alone.includes(name))
  const chosen = Array.from({ length: chance.whole(2, 4) }, () => chance.one(plain))
  // A copy of what is changed afterwards would be more the original than the original is.
  const inOrder = [...chosen].sort((a, b) => Number(a.copies === true) - Number(b.copies === true))
  return inOrder.reduce((edited, { edit }) => edit(edited, chance, strange), document)
}

type RowEdit = (row: RowCells, chance: Chance) => readonly RowCells[]
type BeadEdit = (bead: BeadCells, chance: Chance) => readonly BeadCells[]

function eachRow(edit: RowEdit) {
  return ({ id, rows }: Document, chance: Chance, _strange: readonly RowCells[]): Document => ({
    id,
    rows: rows.flatMap((row) => (chance.is(touchedShare) ? edit(row, chance) : [row])),
  })
}

function eachBead(edit: BeadEdit, share = touchedShare) {
  return ({ id, rows }: Document, chance: Chance, _strange: readonly RowCells[]): Document => ({
    id,
    rows: rows
      .map(({ beads }) => ({ beads: beads.flatMap((bead) => (chance.is(share) ? edit(bead, chance) : [bead])) }))
      .filter(({ beads }) => beads.length > 0),
  })
}

function everywhere(edit: (cells: readonly Cell[], lang: Lang, chance: Chance) => readonly Cell[]) {
  return ({ id, rows }: Document, chance: Chance): Document => ({
    id,
    rows: rows.map(({ beads }) => ({
      beads: beads.map((bead) => inBoth(bead, (cells, lang) => edit(cells, lang, chance))),
    })),
  })
}

function inBoth(bead: BeadCells, edit: (cells: readonly Cell[], lang: Lang) => readonly Cell[]): BeadCells {
  return byLang((lang) => edit(bead[lang], lang))
}

/** The same words as new characters, perhaps changed. */
function freshBead(bead: BeadCells, change = (cells: readonly Cell[]): readonly Cell[] => cells): BeadCells {
  return byLang((lang) => cellsOf(textOfCells(change(bead[lang]))))
}

function freshRow({ beads }: RowCells, change?: (cells: readonly Cell[]) => readonly Cell[]): RowCells {
  return { beads: beads.map((bead) => freshBead(bead, change)) }
}

/** Half of what is put in is strange, half much like what is there but for its figures, as lists and laws are. */
function putIn(document: Document, chance: Chance, strange: readonly RowCells[]): Document {
  return {
    ...document,
    rows: document.rows.flatMap((row) => {
      if (!chance.is(touchedShare)) return [row]
      const like = chance.is(0.5) ? siblingOf(chance.one(document.rows), chance) : null
      return [row, like ?? freshRow(chance.one(strange))]
    }),
  }
}

/** A copy with another figure in each language; `null` for a row that has none. */
function siblingOf(row: RowCells, chance: Chance): RowCells | null {
  const copy = freshRow(row, (cells) => otherFigures(cells, chance, true))
  const differs = row.beads.some((bead, at) => langs.every((lang) => differ(bead[lang], copy.beads[at]?.[lang] ?? [])))
  return differs ? copy : null
}

function exchanged({ id, rows }: Document, chance: Chance): Document {
  const order = [...rows]
  for (let count = Math.ceil((rows.length * touchedShare) / 2); count > 0; count -= 1) {
    const from = chance.whole(0, order.length - 1)
    const to = chance.is(0.5) ? Math.min(order.length - 1, from + 1) : chance.whole(0, order.length - 1)
    const [one, other] = [order[from], order[to]]
    if (one === undefined || other === undefined) continue
    order[from] = other
    order[to] = one
  }
  return { id, rows: order }
}

/** A copy is put in elsewhere: beside its original the two could not be told apart by anyone. */
function copied({ id, rows }: Document, chance: Chance): Document {
  const all = [...rows]
  for (let count = Math.ceil(rows.length * touchedShare); count > 0; count -= 1) {
    const at = chance.whole(0, all.length - 1)
    const to = chance.whole(0, all.length)
    const row = all[at]
    if (row !== undefined && to !== at && to !== at + 1) all.splice(to, 0, freshRow(row))
  }
  return { id, rows: all }
}

/** Beside some rows a copy with a difference: a true copy could not be told from its original. */
function copiedWith(sibling: (row: RowCells, chance: Chance) => RowCells | null) {
  return ({ id, rows }: Document, chance: Chance): Document => ({
    id,
    rows: rows.flatMap((row) => {
      const copy = chance.is(siblingShare) ? sibling(row, chance) : null
      return copy === null ? [row] : chance.is(0.5) ? [row, copy] : [copy, row]
    }),
  })
}

function differ(a: readonly Cell[], b: readonly Cell[]): boolean {
  return textOfCells(a) !== textOfCells(b)
}

function joined({ id, rows }: Document, chance: Chance): Document {
  const all: RowCells[] = []
  for (const row of rows) {
    const last = all.at(-1)
    if (last !== undefined && chance.is(touchedShare)) all[all.length - 1] = { beads: [...last.beads, ...row.beads] }
    else all.push(row)
  }
  return { id, rows: all }
}

function cutInTwo({ beads }: RowCells, chance: Chance): RowCells[] {
  const at = chance.whole(1, Math.max(1, beads.length - 1))
  return [{ beads: beads.slice(0, at) }, { beads: beads.slice(at) }].filter((row) => row.beads.length > 0)
}

function withSentence({ beads }: RowCells, chance: Chance, strange: readonly RowCells[]): RowCells {
  const at = chance.whole(0, beads.length)
  return { beads: [...beads.slice(0, at), freshBead(chance.one(chance.one(strange).beads)), ...beads.slice(at)] }
}

function sentencesExchanged({ id, rows }: Document, chance: Chance): Document {
  return {
    id,
    rows: rows.map(({ beads }) => {
      if (beads.length < 2 || !chance.is(touchedShare * 2)) return { beads }
      const at = chance.whole(0, beads.length - 2)
      return { beads: [...beads.slice(0, at), ...beads.slice(at, at + 2).reverse(), ...beads.slice(at + 2)] }
    }),
  }
}

const someWords: ByLang<readonly string[]> = {
  en: ['further', 'as appropriate', 'relevant', 'not', 'the competent authority', 'each year', 'also'],
  'zh-Hant': ['進一步', '有關', '不', '及其', '主管機關', '每年', '並', '依法'],
}

/** One to three words put in, taken out or replaced. */
function reworded(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  let edited = [...cells]
  for (let count = chance.whole(1, 3); count > 0 && edited.length > 0; count -= 1) {
    const breaks = wordBreaks(edited, lang)
    const from = chance.one(breaks)
    const to = breaks.find((at) => at > from + (lang === 'en' ? 0 : chance.whole(0, 2))) ?? edited.length
    const word = cellsOf(lang === 'en' ? `${chance.one(someWords.en)} ` : chance.one(someWords['zh-Hant']))
    const kind = chance.whole(0, 2)
    edited = [...edited.slice(0, from), ...(kind === 0 ? [] : word), ...edited.slice(kind === 1 ? from : to)]
  }
  return edited
}

/** Where a word begins. */
function wordBreaks(cells: readonly Cell[], lang: Lang): number[] {
  const breaks = cells.flatMap((_, at) =>
    at === 0 || lang !== 'en' || /\s/u.test(cells[at - 1]?.character ?? '') ? [at] : [],
  )
  return breaks.length === 0 ? [0] : breaks
}

const zhDigits = '一二三四五六七八九'

/** Digits become other digits: each figure with one chance in two, and one at least where `sure`. */
function otherFigures(cells: readonly Cell[], chance: Chance, sure = false): readonly Cell[] {
  const figures = cells.flatMap(({ character }, at) => (/[0-9一二三四五六七八九]/u.test(character) ? [at] : []))
  const certain = sure && figures.length > 0 ? chance.one(figures) : -1
  const changed = new Set(figures.filter((at) => at === certain || chance.is(0.5)))
  return cells.map((cell, at) => {
    if (!changed.has(at)) return cell
    const all = /[0-9]/u.test(cell.character) ? '123456789' : zhDigits
    return cellsOf(chance.one([...all].filter((digit) => digit !== cell.character)))[0] ?? cell
  })
}

/** Character by character where lengths agree: OpenCC converts phrases, and a phrase keeps its length. */
function converted(cells: readonly Cell[], convert: (text: string) => string): readonly Cell[] {
  const after = [...convert(textOfCells(cells))]
  if (after.length !== cells.length) return cells
  return cells.map(({ id }, at) => ({ id, character: after[at] ?? '' }))
}

/** Half-width signs among Han characters, spaces round figures and Latin words, a line wrapped here and there. */
function otherSigns(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  return cells.flatMap((cell, at) => {
    const next = cells[at + 1]?.character ?? ''
    const edge =
      isHan(cell.character) !== isHan(next) && /[\p{L}\p{N}]/u.test(cell.character) && /[\p{L}\p{N}]/u.test(next)
    if (lang !== 'en' && edge && chance.is(0.5)) return [cell, ...cellsOf(' ')]
    if (cell.character === ' ' && chance.is(0.05)) return cellsOf('\n')
    if (/[，：；？！（）]/u.test(cell.character)) return [{ id: cell.id, character: narrowed(cell.character) }]
    if (/[’“”]/u.test(cell.character)) return [{ id: cell.id, character: cell.character === '’' ? "'" : '"' }]
    return [cell]
  })
}

/** As the first notice was received: readings in brackets, narrowed signs, and in some sentences bytes out of step. */
function damaged(cells: readonly Cell[], lang: Lang, chance: Chance): readonly Cell[] {
  if (lang === 'en') return cells
  const text = textOfCells(cells)
  const places = cells.flatMap(({ character }, at) => (isHan(character) ? [at] : []))
  if (chance.is(touchedShare) && places.length > 4) {
    const from = chance.one(places)
    const slip = slipped(text, from)
    if (slip !== null) return withSlip(cells, from, [...slip.text])
  }
  return cells.flatMap((cell) => {
    const [, ...reading] = withReadings(cell.character, simplified)
    return [{ id: cell.id, character: narrowed(cell.character) }, ...cellsOf(reading.join(''))]
  })
}

/** Before the slip and behind it the characters are the same, between them they are lost. */
function withSlip(cells: readonly Cell[], from: number, shown: readonly string[]): readonly Cell[] {
  let kept = 0
  while (
    kept < Math.min(cells.length - from, shown.length - from) &&
    narrowed(cells[cells.length - 1 - kept]?.character ?? '') === shown[shown.length - 1 - kept]
  )
    kept += 1
  const lost = cellsOf(shown.slice(from, shown.length - kept).join(''))
  const same = (cell: Cell): Cell => ({ id: cell.id, character: narrowed(cell.character) })
  return [...cells.slice(0, from).map(same), ...lost, ...cells.slice(cells.length - kept).map(same)]
}
