import type { PageRow } from './page-rows.ts'

/**
 * The rows that reach into the window, as a half-open run of the list. Only a few places are looked at, by halving, and
 * sections before rows: a section that is not laid out keeps its place without being laid out for this.
 */
export function rowsInView(rows: readonly PageRow[], height: number): { readonly from: number; readonly to: number } {
  const sections = sectionsOf(rows)
  const edge = (isPast: (box: DOMRect) => boolean): number => {
    const section = halve(sections.length, (at) => {
      const box = sections[at]?.element.getBoundingClientRect()
      return box === undefined || isPast(box)
    })
    const from = sections[section]?.from ?? rows.length
    const to = sections[section + 1]?.from ?? rows.length
    return (
      from +
      halve(to - from, (at) => {
        const box = rows[from + at]?.element.getBoundingClientRect()
        return box === undefined || isPast(box)
      })
    )
  }
  return { from: edge((box) => box.bottom > 0), to: edge((box) => box.bottom >= height) + 1 }
}

function sectionsOf(rows: readonly PageRow[]): readonly { readonly element: Element; readonly from: number }[] {
  const known = sectionLists.get(rows)
  if (known !== undefined) return known
  const sections: { element: Element; from: number }[] = []
  rows.forEach(({ element }, from) => {
    const section = element.parentElement
    if (section !== null && sections.at(-1)?.element !== section) sections.push({ element: section, from })
  })
  sectionLists.set(rows, sections)
  return sections
}

const sectionLists = new WeakMap<readonly PageRow[], readonly { readonly element: Element; readonly from: number }[]>()

/** The first of `count` places for which something holds, given that it holds for all after it; else `count`. */
function halve(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const at = (low + high) >> 1
    if (holds(at)) high = at
    else low = at + 1
  }
  return low
}
