import type { Lang } from '../../corpus/lang.ts'
import type { Run } from '../../corpus/run.ts'

/**
 * Finds a side's text in the page again. Every element with `data-at` holds the side's text from there on, unit for
 * unit, so an offset leads to an element and a unit in it without any search for words.
 */
export type TextElement = {
  readonly element: HTMLElement
  /** The run of the side's text that the element shows. */
  readonly at: Run
}

/** A side's text elements, sorted by place. */
export function textElements(page: ParentNode, lang: Lang): TextElement[] {
  return [...page.querySelectorAll<HTMLElement>(`[data-side="${lang}"] [data-at]`)]
    .map((element) => {
      const from = Number(element.dataset.at)
      return { element, at: { from, to: from + element.textContent.length } }
    })
    .sort((a, b) => a.at.from - b.at.from)
}

/** Each element with the runs that touch it. Both lists are sorted; elements that nothing touches are left out. */
export function shareOut<T extends { readonly at: Run }>(
  elements: readonly TextElement[],
  runs: readonly T[],
): { readonly text: TextElement; readonly runs: readonly T[] }[] {
  let first = 0
  return elements.flatMap((text) => {
    while (first < runs.length && (runs[first]?.at.to ?? 0) <= text.at.from) first += 1
    const here: T[] = []
    for (let index = first; index < runs.length; index += 1) {
      const one = runs[index]
      if (one === undefined || one.at.from >= text.at.to) break
      here.push(one)
    }
    return here.length === 0 ? [] : [{ text, runs: here }]
  })
}

/** Wraps units `[from, to)` of an element's text, in as many elements as its inner markup makes needed. */
export function wrapText(element: HTMLElement, run: Run, wrapper: () => HTMLElement): HTMLElement[] {
  const nodes: { node: Text; from: number }[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let at = 0, node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    nodes.push({ node, from: at })
    at += node.length
  }
  return nodes.flatMap(({ node, from }) => {
    const start = Math.max(run.from - from, 0)
    const end = Math.min(run.to - from, node.length)
    if (start >= end) return []
    const target = start === 0 ? node : node.splitText(start)
    if (end - start < target.length) target.splitText(end - start)
    const around = wrapper()
    target.replaceWith(around)
    around.append(target)
    return [around]
  })
}
