import { langs, type ByLang, type Lang } from '../../corpus/lang.ts'
import type { RepairRun } from '../notice/repair-runs.ts'
import { shareOut, textElements, wrapText, type TextElement } from './side-text.ts'

export type OpenedRepair = { readonly run: RepairRun; readonly lang: Lang; readonly element: HTMLElement }

/**
 * Marks repaired runs in the page and opens one when it is pressed, by pointer, touch or keyboard.
 * `received` shows what was received in their place. Returns what puts the page back as it was:
 * the nodes that were there before are kept, not made again. A layer of the page's text (`text-layers.ts`).
 */
export function paintRepairs(
  page: Document,
  runs: ByLang<readonly RepairRun[]>,
  shown: 'marked' | 'received',
  open: (opened: OpenedRepair) => void,
): () => void {
  const buttons = new Map<HTMLElement, OpenedRepair>()
  const restore: (() => void)[] = []
  for (const lang of langs) {
    const told = new Set<RepairRun>()
    for (const { text, runs: here } of shareOut(textElements(page, lang), runs[lang])) {
      restore.push(setAside(text.element))
      // From the last to the first, so that places in front of a change stay true.
      for (const run of [...here].reverse()) {
        const button = paintRun(text, run, shown)
        if (button !== null) buttons.set(button, { run, lang, element: button })
      }
      // A run that goes on in the next sentence tells what was received once, in the first.
      for (const run of here) {
        if (shown === 'received' && told.has(run)) for (const again of marksOf(text, run, buttons)) again.remove()
        told.add(run)
      }
    }
  }
  const press = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('.repair') : null
    const opened = button === null ? undefined : buttons.get(button)
    if (opened === undefined) return
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open(opened)
  }
  page.addEventListener('click', press)
  page.addEventListener('keydown', press)
  return () => {
    page.removeEventListener('click', press)
    page.removeEventListener('keydown', press)
    for (const undo of restore) undo()
  }
}

function marksOf(text: TextElement, run: RepairRun, buttons: ReadonlyMap<HTMLElement, OpenedRepair>): HTMLElement[] {
  return [...buttons].filter(([button, opened]) => opened.run === run && text.element.contains(button)).map(([b]) => b)
}

/** Lets copies take the place of an element's nodes. Links to terms become plain: a button cannot stand in a link. */
function setAside(element: HTMLElement): () => void {
  const before = [...element.childNodes]
  const copies = before.map((node) => node.cloneNode(true))
  element.replaceChildren(...copies)
  for (const link of element.querySelectorAll('a')) link.replaceWith(...link.childNodes)
  return () => element.replaceChildren(...before)
}

/** One button for the run's part in this element. */
function paintRun({ element, at }: TextElement, run: RepairRun, shown: 'marked' | 'received'): HTMLElement | null {
  const part = { from: Math.max(run.at.from - at.from, 0), to: Math.min(run.at.to, at.to) - at.from }
  const [button, ...others] = wrapText(element, part, () => {
    const mark = element.ownerDocument.createElement('span')
    mark.className = 'repair'
    return mark
  })
  if (button === undefined) return null
  for (const other of others) {
    button.append(...other.childNodes)
    other.remove()
  }
  if (shown === 'received') button.textContent = run.was
  button.tabIndex = 0
  button.setAttribute('role', 'button')
  button.setAttribute('aria-haspopup', 'dialog')
  return button
}
