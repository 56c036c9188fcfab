import { langs, type ByLang } from '../../corpus/lang.ts'
import type { Run } from '../../corpus/run.ts'
import { shareOut, textElements, wrapText } from './side-text.ts'

/**
 * Paints runs of both sides' texts over the page without touching its nodes, through the CSS Custom Highlight API:
 * `::highlight(name)` says how they look. Where a browser lacks it, `<mark data-paint="name">` is put around them.
 *
 * Source: CSS Custom Highlight API Module Level 1.
 */
export type Runs = ByLang<readonly Run[]>

type Paint = { readonly name: string; readonly runs: Runs; readonly takeOff: () => void }

/** What is painted now, so that it can be painted anew when the page's text nodes change. */
const painted = new Map<string, Paint>()

/** Paints under a name what was not painted before; the same name painted again takes the place of the first. */
export function paintRuns(page: Document, name: string, runs: Runs): () => void {
  painted.get(name)?.takeOff()
  const put = canHighlight() ? highlight(page, name, runs) : wrap(page, name, runs)
  const paint: Paint = { name, runs, takeOff: put }
  painted.set(name, paint)
  return () => {
    if (painted.get(name)?.runs !== runs) return
    painted.get(name)?.takeOff()
    painted.delete(name)
  }
}

/** To be called after text nodes were replaced: every paint goes onto the nodes that are there now. */
export function repaint(page: Document): void {
  for (const { name, runs } of [...painted.values()]) paintRuns(page, name, runs)
}

/** The places of runs as DOM ranges, one for each text element that a run touches. */
function rangesOf(page: Document, runs: Runs): Range[] {
  return langs.flatMap((lang) => {
    const placed = runs[lang].filter(({ from, to }) => from < to).map((at) => ({ at }))
    placed.sort((a, b) => a.at.from - b.at.from)
    return shareOut(textElements(page, lang), placed).flatMap(({ text, runs: here }) =>
      here.map(({ at }) =>
        rangeIn(text.element, {
          from: Math.max(at.from - text.at.from, 0),
          to: Math.min(at.to, text.at.to) - text.at.from,
        }),
      ),
    )
  })
}

function canHighlight(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight !== 'undefined'
}

function highlight(page: Document, name: string, runs: Runs): () => void {
  CSS.highlights.set(name, new Highlight(...rangesOf(page, runs)))
  return () => CSS.highlights.delete(name)
}

function wrap(page: Document, name: string, runs: Runs): () => void {
  const marks: HTMLElement[] = []
  for (const lang of langs) {
    const placed = runs[lang].filter(({ from, to }) => from < to).map((at) => ({ at }))
    placed.sort((a, b) => a.at.from - b.at.from)
    for (const { text, runs: here } of shareOut(textElements(page, lang), placed))
      for (const { at } of [...here].reverse()) {
        const part = {
          from: Math.max(at.from - text.at.from, 0),
          to: Math.min(at.to, text.at.to) - text.at.from,
        }
        marks.push(
          ...wrapText(text.element, part, () => {
            const mark = page.createElement('mark')
            mark.dataset.paint = name
            return mark
          }),
        )
      }
  }
  return () => {
    for (const mark of marks) {
      const { parentNode } = mark
      mark.replaceWith(...mark.childNodes)
      parentNode?.normalize()
    }
  }
}

/** Units `[from, to)` of an element's text as a range over its text nodes. */
function rangeIn(element: HTMLElement, run: Run): Range {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  let begun = false
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const end = at + node.length
    if (!begun && run.from < end) {
      range.setStart(node, run.from - at)
      begun = true
    }
    if (begun && run.to <= end) {
      range.setEnd(node, run.to - at)
      break
    }
    at = end
  }
  return range
}
