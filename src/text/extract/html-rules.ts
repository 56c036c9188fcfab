import type { Element, ElementContent } from 'hast'

/**
 * What the HTML standard and browsers' own style sheet say of elements: which are not shown, which stand as blocks,
 * which tables hold data. Styles from a style sheet are not known here; an element's own `style` is.
 */
export function isDropped(element: Element): boolean {
  const { hidden, style } = element.properties
  // `until-found` is hidden text that the page's own search would show.
  const isHidden = isSet(hidden) && hidden !== 'until-found'
  const unstyled = typeof style === 'string' && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  return (
    unshown.has(element.tagName) ||
    isHidden ||
    unstyled ||
    (element.tagName === 'dialog' && !isSet(element.properties.open))
  )
}

/** Is a boolean attribute there? */
function isSet(value: Element['properties'][string]): boolean {
  return value != null && value !== false
}

export function isBlockElement(name: string): boolean {
  return blocks.has(name)
}

/** Readings (`rt`, `rp`) are shown, but they are no part of the text. */
const unshown = new Set(
  (
    'head title base link meta script style template noscript noframes noembed iframe frameset object embed applet ' +
    'audio video canvas svg map area datalist select option optgroup textarea input progress meter rt rp rtc'
  ).split(' '),
)

const blocks = new Set(
  (
    'html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main nav p plaintext pre search section summary table ' +
    'caption colgroup col thead tbody tfoot tr td th ul ol menu dir xmp marquee'
  ).split(' '),
)

/** Structure that a cell of a data table does not have. */
const pageStructure = new Set('table h1 h2 h3 h4 h5 h6 pre article section main nav header footer'.split(' '))

/** As many paragraphs in one cell are a page's text and no entry of a table. */
const paragraphsOfAPage = 3

/** Does this table only lay out the page? Then its cells are read as what they hold. */
export function isLayoutTable(table: Element): boolean {
  const { role } = table.properties
  if (role === 'presentation' || role === 'none') return true
  const cells = rowsOf(table).flatMap((row) => (row.kind === 'row' ? row.cells : []))
  return cells.some((cell) => {
    const inside = descendants(cell)
    return (
      inside.some((element) => pageStructure.has(element.tagName)) ||
      inside.filter((element) => element.tagName === 'p').length >= paragraphsOfAPage
    )
  })
}

export type TableRow =
  | { readonly kind: 'row'; readonly header: boolean; readonly cells: readonly Element[] }
  /** A caption, or what a broken table holds outside its rows. */
  | { readonly kind: 'caption'; readonly cells: readonly Element[] }

/** The rows of a table in order, its captions among them; tables inside its cells are left alone. */
export function rowsOf(table: Element, inHead = false): TableRow[] {
  return table.children.flatMap((child): TableRow[] => {
    if (child.type !== 'element' || isDropped(child)) return []
    const name = child.tagName
    if (name === 'thead' || name === 'tbody' || name === 'tfoot') return rowsOf(child, name === 'thead')
    if (name !== 'tr') return [{ kind: 'caption', cells: [child] }]
    const cells = child.children.filter(
      (cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName) && !isDropped(cell),
    )
    const header = inHead || (cells.length > 0 && cells.every((cell) => cell.tagName === 'th'))
    return [{ kind: 'row', header, cells }]
  })
}

function descendants(element: Element): Element[] {
  return element.children.flatMap((child: ElementContent) =>
    child.type === 'element' ? [child, ...descendants(child)] : [],
  )
}

/** Does text behind a `<br>` start a paragraph of its own? */
export function startsParagraph(text: string): boolean {
  return indented.test(text) || numbered.test(text)
}

/** A paragraph's indent: an ideographic space, or several no-break ones. */
const indented = /^[ \t\n\r\f]*(?:\u3000|\u00a0{2})/

/** A list's number, with what follows one: `1、`, `2.`, `(3)`, `三、`, `（四）`, `⑤`. A decimal is none. */
const numbered =
  /^\s*(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、)）]|[.．](?![\d.]))|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[\u2460-\u2473])/
