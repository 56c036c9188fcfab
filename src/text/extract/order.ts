import { overlaps } from '../../corpus/run.ts'
import type { Draft, DraftItem } from './draft.ts'

/**
 * Puts drafts into the order of the source. A parser that mends a broken page moves text about (what stands loose in
 * a table comes out before it), while edits can only go forwards. A draft that others interrupt is cut in two; a
 * stretch that was handed out twice stays where it came first.
 */
export function inSourceOrder(drafts: readonly Draft[]): readonly Draft[] {
  const items = drafts.flatMap((draft) => draft.items.map((item) => ({ draft, item })))
  if (items.every(({ item }, index) => index === 0 || (items[index - 1]?.item.at.to ?? 0) <= item.at.from))
    return drafts
  const sorted = items.sort((a, b) => a.item.at.from - b.item.at.from || a.item.at.to - b.item.at.to)
  const ordered: (Draft & { readonly from: Draft; readonly items: DraftItem[] })[] = []
  let last: DraftItem | null = null
  for (const { draft, item } of sorted) {
    if (last !== null && (overlaps(last.at, item.at) || last.at.to > item.at.from)) continue
    const open = ordered.at(-1)
    if (open?.from === draft) open.items.push(item)
    else ordered.push({ ...draft, from: draft, items: [item] })
    last = item
  }
  return ordered
}
