import { langs, type Lang } from '../../../../corpus/lang.ts'
import type { Run } from '../../../../corpus/run.ts'

/** Words that are selected in the page: the run of the side's text, and where they are on the screen. */
export type SelectedWords = { readonly lang: Lang; readonly at: Run; readonly box: DOMRect }

/**
 * The selection as a run of one side's text; `null` when nothing of the rows is selected. `text` gives a side's text:
 * where the page shows other words than that (as received), whole sentences are taken, since no place in them is sure.
 */
export function selectedWords(page: Document, text: (lang: Lang) => string): SelectedWords | null {
  const selection = page.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const lang = sideOf(selection.anchorNode) ?? sideOf(selection.focusNode)
  if (lang === null) return null
  const touched = elementsIn(range, lang)
  const first = touched[0]
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return null
  const whole = text(lang)
  const from = placeIn(first, range.startContainer, range.startOffset, 'start', whole)
  const to = placeIn(last, range.endContainer, range.endOffset, 'end', whole)
  return from < to ? { lang, at: { from, to }, box: range.getBoundingClientRect() } : null
}

/** The side that a node of the rows belongs to. */
export function sideOf(node: Node | null): Lang | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const side = element?.closest<HTMLElement>('.rows [data-side]')?.dataset.side
  return langs.find((lang) => lang === side) ?? null
}

/** The place in a side's text under a point of the window. */
export function placeAtPoint(
  page: Document,
  x: number,
  y: number,
): { readonly lang: Lang; readonly at: number } | null {
  // The first is the standard's, the second what Safari has.
  const caret = 'caretPositionFromPoint' in page ? page.caretPositionFromPoint(x, y) : null
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const range = caret === null && 'caretRangeFromPoint' in page ? page.caretRangeFromPoint(x, y) : null
  const node = caret?.offsetNode ?? range?.startContainer ?? null
  const element = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-at]')
  const lang = sideOf(node)
  if (node === null || !element || lang === null) return null
  return { lang, at: offsetIn(element, node, caret?.offset ?? range?.startOffset ?? 0) + startOf(element) }
}

function elementsIn(range: Range, lang: Lang): HTMLElement[] {
  const { commonAncestorContainer: common } = range
  const root = common instanceof Element ? common : common.parentElement
  const within = root?.closest<HTMLElement>('[data-at]')
  if (within) return [within]
  const elements = root?.querySelectorAll<HTMLElement>(`[data-side="${lang}"] [data-at]`) ?? []
  // `lang`'s own side, when the selection lies inside it.
  const own = elements.length > 0 ? elements : (root?.querySelectorAll<HTMLElement>('[data-at]') ?? [])
  return [...own]
    .filter((element) => range.intersectsNode(element) && sideOf(element) === lang)
    .sort((a, b) => startOf(a) - startOf(b))
}

function placeIn(element: HTMLElement, node: Node, offset: number, end: 'start' | 'end', text: string): number {
  const start = startOf(element)
  const { length } = element.textContent
  // In another script, or with readings above it, the text still stands there unit for unit.
  const isReceived = element.ownerDocument.documentElement.dataset.text === 'received'
  const asItIs = !isReceived || text.startsWith(element.textContent, start)
  if (!element.contains(node) || !asItIs) return end === 'start' ? start : start + shownLength(element, start, text)
  return start + Math.min(offsetIn(element, node, offset), length)
}

/** The length of the side's text that an element stands for, whatever it shows. */
function shownLength(element: HTMLElement, start: number, text: string): number {
  if (text.startsWith(element.textContent, start)) return element.textContent.length
  const row = element.closest('.side')
  const next = [...(row?.querySelectorAll<HTMLElement>('[data-at]') ?? [])].map(startOf).filter((at) => at > start)
  const end = next.length > 0 ? Math.min(...next) : text.indexOf('\n', start)
  return (end < 0 ? text.length : end) - start
}

function startOf(element: HTMLElement): number {
  return Number(element.dataset.at)
}

function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = element.ownerDocument.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
