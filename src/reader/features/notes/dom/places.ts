import type { Lang } from '../../../../corpus/lang.ts'
import type { Run } from '../../../../corpus/run.ts'
import { textElements } from '../../../dom/side-text.ts'

/** A point between two characters of the page. */
export type DomPlace = { readonly node: Node; readonly offset: number }

/** Where an offset of a side's text is in the page, looked for in one part of it (a row). */
export function domPlace(part: ParentNode, lang: Lang, at: number): DomPlace | null {
  const elements = textElements(part, lang)
  const holds =
    elements.find(({ at: own }) => own.from <= at && at < own.to) ?? elements.find(({ at: own }) => own.to === at)
  if (holds === undefined) return null
  const walker = document.createTreeWalker(holds.element, NodeFilter.SHOW_TEXT)
  let from = holds.at.from
  let last: DomPlace | null = null
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (at <= from + node.length) return { node, offset: at - from }
    from += node.length
    last = { node, offset: node.length }
  }
  return last
}

/** Selects a run of a side's text as a pointer would. Both ends may be in different rows. */
export function selectRun(page: Document, rows: readonly [ParentNode, ParentNode], lang: Lang, at: Run): void {
  const from = domPlace(rows[0], lang, at.from)
  const to = domPlace(rows[1], lang, at.to)
  if (from !== null && to !== null) page.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}
