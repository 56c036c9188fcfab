import type { RowId } from '../../../../corpus/ids.ts'
import type { Lang } from '../../../../corpus/lang.ts'
import type { SentenceBead } from '../../../../corpus/notice.ts'
import { describeRow } from '../../../../annotations/describe.ts'
import type { Target } from '../../../../annotations/annotation.ts'
import type { Scene } from '../state/shown.ts'

/** The row whose text holds a place of a side. */
function rowAt({ grounds }: Scene, lang: Lang, at: number): RowId | null {
  return (grounds[lang].rows.find((row) => row.at.from <= at && at <= row.at.to) ?? null)?.id ?? null
}

export function rowElementAt(scene: Scene, lang: Lang, at: number): HTMLElement | null {
  const id = rowAt(scene, lang, at)
  return id === null ? null : document.getElementById(id)
}

export function beadOfSentence({ corpus }: Scene, lang: Lang, sentence: number): SentenceBead | null {
  for (const row of corpus.rows)
    for (const bead of row.beads) if (bead[lang].from <= sentence && sentence < bead[lang].to) return bead
  return null
}

/** The row that a key press is about: where the focus is, what the address names, or the first that is in sight. */
export function currentRow(page: Document, pointed: Element | null): HTMLElement | null {
  const focused = page.activeElement?.closest<HTMLElement>('.row')
  if (focused) return focused
  const named = page.querySelector<HTMLElement>('.row:target, .row[data-target], .row:has([data-target])')
  if (named !== null && isInSight(named)) return named
  const row = pointed?.closest<HTMLElement>('.row')
  if (row && isInSight(row)) return row
  return [...page.querySelectorAll<HTMLElement>('.row')].find(isInSight) ?? null
}

/** A whole row as what is annotated, by its text on the side that is shown, the interface's language first. */
export function rowTarget(scene: Scene, row: RowId, order: readonly Lang[]): Target | null {
  for (const lang of order) {
    const target = describeRow(scene.grounds[lang], row)
    if (target !== null) return target
  }
  return null
}

function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 80 && top < window.innerHeight - 40
}
