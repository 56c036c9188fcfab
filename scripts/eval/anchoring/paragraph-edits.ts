import { langs } from '../../../src/corpus/lang.ts'
import { otherFigures } from './character-edits.ts'
import { textOfCells, type Cell, type Document, type RowCells } from './document.ts'
import { freshBead, freshRow, touchedShare } from './edit-all.ts'
import type { Chance } from './random.ts'

/** What happens to whole paragraphs and sentences: put in, copied, exchanged, joined, cut in two. */

/** Of rows with figures, how many get a sibling with other ones. */
const siblingShare = 0.4

/** Half of what is put in is strange, half much like what is there but for its figures, as lists and laws are. */
export function putIn(document: Document, chance: Chance, strange: readonly RowCells[]): Document {
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
export function siblingOf(row: RowCells, chance: Chance): RowCells | null {
  const copy = freshRow(row, (cells) => otherFigures(cells, chance, true))
  const differs = row.beads.some((bead, at) => langs.every((lang) => differ(bead[lang], copy.beads[at]?.[lang] ?? [])))
  return differs ? copy : null
}

export function exchanged({ id, rows }: Document, chance: Chance): Document {
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
export function copied({ id, rows }: Document, chance: Chance): Document {
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
export function copiedWith(sibling: (row: RowCells, chance: Chance) => RowCells | null) {
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

export function joined({ id, rows }: Document, chance: Chance): Document {
  const all: RowCells[] = []
  for (const row of rows) {
    const last = all.at(-1)
    if (last !== undefined && chance.is(touchedShare)) all[all.length - 1] = { beads: [...last.beads, ...row.beads] }
    else all.push(row)
  }
  return { id, rows: all }
}

export function cutInTwo({ beads }: RowCells, chance: Chance): RowCells[] {
  const at = chance.whole(1, Math.max(1, beads.length - 1))
  return [{ beads: beads.slice(0, at) }, { beads: beads.slice(at) }].filter((row) => row.beads.length > 0)
}

export function withSentence({ beads }: RowCells, chance: Chance, strange: readonly RowCells[]): RowCells {
  const at = chance.whole(0, beads.length)
  return { beads: [...beads.slice(0, at), freshBead(chance.one(chance.one(strange).beads)), ...beads.slice(at)] }
}

export function sentencesExchanged({ id, rows }: Document, chance: Chance): Document {
  return {
    id,
    rows: rows.map(({ beads }) => {
      if (beads.length < 2 || !chance.is(touchedShare * 2)) return { beads }
      const at = chance.whole(0, beads.length - 2)
      return { beads: [...beads.slice(0, at), ...beads.slice(at, at + 2).reverse(), ...beads.slice(at + 2)] }
    }),
  }
}
