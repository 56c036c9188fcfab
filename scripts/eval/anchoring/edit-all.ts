import { byLang, type Lang } from '../../../src/corpus/lang.ts'
import { cellsOf, textOfCells, type BeadCells, type Cell, type Document, type RowCells } from './document.ts'
import type { Chance } from './random.ts'

/** An edit of one row, bead or side, done to a whole document: to some of them by chance, or to all. */

/** Of all rows or beads, how many an edit touches. */
export const touchedShare = 0.15

type RowEdit = (row: RowCells, chance: Chance) => readonly RowCells[]
type BeadEdit = (bead: BeadCells, chance: Chance) => readonly BeadCells[]

export function eachRow(edit: RowEdit) {
  return ({ id, rows }: Document, chance: Chance, _strange: readonly RowCells[]): Document => ({
    id,
    rows: rows.flatMap((row) => (chance.is(touchedShare) ? edit(row, chance) : [row])),
  })
}

export function eachBead(edit: BeadEdit, share = touchedShare) {
  return ({ id, rows }: Document, chance: Chance, _strange: readonly RowCells[]): Document => ({
    id,
    rows: rows
      .map(({ beads }) => ({ beads: beads.flatMap((bead) => (chance.is(share) ? edit(bead, chance) : [bead])) }))
      .filter(({ beads }) => beads.length > 0),
  })
}

export function everywhere(edit: (cells: readonly Cell[], lang: Lang, chance: Chance) => readonly Cell[]) {
  return ({ id, rows }: Document, chance: Chance): Document => ({
    id,
    rows: rows.map(({ beads }) => ({
      beads: beads.map((bead) => inBoth(bead, (cells, lang) => edit(cells, lang, chance))),
    })),
  })
}

export function inBoth(bead: BeadCells, edit: (cells: readonly Cell[], lang: Lang) => readonly Cell[]): BeadCells {
  return byLang((lang) => edit(bead[lang], lang))
}

/** The same words as new characters, perhaps changed. */
export function freshBead(bead: BeadCells, change = (cells: readonly Cell[]): readonly Cell[] => cells): BeadCells {
  return byLang((lang) => cellsOf(textOfCells(change(bead[lang]))))
}

export function freshRow({ beads }: RowCells, change?: (cells: readonly Cell[]) => readonly Cell[]): RowCells {
  return { beads: beads.map((bead) => freshBead(bead, change)) }
}
