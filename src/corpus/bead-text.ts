import type { Target } from './address.ts'
import { rowOf, type RowId, type SentenceId } from './ids.ts'
import { byLang, type ByLang } from './lang.ts'
import type { LedgerBead } from './ledger.ts'
import type { Corpus, Side } from './notice.ts'
import { isEmptyRun, sliceRun, type Run } from './run.ts'

/** The text that a run of sentences covers, in UTF-16 units of the side's text; `null` for an empty run. */
export function spanOf({ sentences }: Pick<Side, 'sentences'>, run: Run): Run | null {
  const first = sentences[run.from]
  const last = sentences[run.to - 1]
  return isEmptyRun(run) || first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** What a sentence bead says on each side; empty for an empty side, and for an id that names none. */
export function beadTexts({ rows, sides }: Pick<Corpus, 'rows' | 'sides'>, id: SentenceId): ByLang<string> {
  const bead = rows.flatMap((row) => row.beads).find((one) => one.id === id)
  return byLang((lang) => {
    const span = bead === undefined ? null : spanOf(sides[lang], bead[lang])
    return span === null ? '' : sliceRun(sides[lang].text, span)
  })
}

/** A row by its id, with what its sentence beads say. */
export type NamedRow = { readonly id: RowId; readonly beads: readonly LedgerBead[] }

/** Every row of a notice with its words, in reading order. */
export function rowTexts({ rows, sides }: Pick<Corpus, 'rows' | 'sides'>): NamedRow[] {
  return rows.map((row) => ({
    id: row.id,
    beads: row.beads.map((bead) => ({
      id: bead.id,
      ...byLang((lang) => {
        const span = spanOf(sides[lang], bead[lang])
        return span === null ? '' : sliceRun(sides[lang].text, span)
      }),
    })),
  }))
}

/** The beads that a target names, in reading order; `null` when an end of it is not among the rows. */
export function beadsOfTarget(rows: readonly NamedRow[], target: Target): readonly LedgerBead[] | null {
  if (target.kind === 'sentence') {
    const bead = rows.find(({ id }) => id === rowOf(target.id))?.beads.find(({ id }) => id === target.id)
    return bead === undefined ? null : [bead]
  }
  if (target.kind === 'row') return rows.find(({ id }) => id === target.id)?.beads ?? null
  const ends = [target.from, target.to].map((end) => rows.findIndex(({ id }) => id === end))
  if (ends.includes(-1)) return null
  return rows.slice(Math.min(...ends), Math.max(...ends) + 1).flatMap(({ beads }) => beads)
}
