import type { Element, ElementContent, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { BlockKind } from '../../corpus/notice.ts'
import type { Run } from '../../corpus/run.ts'
import type { Draft, DraftItem, PagePart } from './draft.ts'
import { holdsText, isWayOut, partOf } from './html-part.ts'
import { isBlockElement, isDropped, isLayoutTable, rowsOf, startsParagraph } from './html-rules.ts'
import { orderedMarker } from './marker.ts'
import { piecesOf, rememberedDecoder } from './pieces.ts'
import { weave, type Extracted } from './weave.ts'

/**
 * HTML -> text and blocks, as a person would read the page with its pictures and scripts away.
 *
 * - What is not shown is dropped: the head, scripts, styles, templates, form controls' values, hidden elements.
 * - One `<br>` is a line break inside its block. Two, or one before an indent or a number, part two blocks, since many
 *   pages write their paragraphs and lists that way.
 * - A table is a block a row with its cells parted by tabs, unless it only lays out the page.
 * - A list item's first block carries the marker; later blocks of the same item are items with an empty one.
 * - Ruby readings are no text; `pre` keeps its lines.
 * - What stands in a landmark beside the text, or is nothing but links, is kept and told to be so.
 *
 * Parsed as browsers do (the HTML standard's algorithm), so that no page is too broken to read.
 */
export function extractHtml(source: string): Extracted {
  return weave(source, htmlDrafts(source, { from: 0, to: source.length }, false))
}

/** The blocks of a stretch of HTML inside a source. A fragment has no head or body of its own. */
export function htmlDrafts(source: string, at: Run, fragment: boolean): Draft[] {
  const root = (fragment ? fragmentParser : documentParser).parse(withoutNoscript(source.slice(at.from, at.to)))
  const reader = new HtmlReader(source, at.from)
  reader.read(root.children, {
    kind: null,
    preformatted: false,
    inCell: false,
    depth: 0,
    item: null,
    part: null,
    inText: false,
    wayOut: false,
  })
  reader.end()
  return reader.drafts
}

/**
 * Blanks out `noscript`, offsets kept. The parser reads it as a browser without scripts would, which in a head lets
 * its words out into the page. Comments and raw text are stepped over, since what looks like a tag in them is none.
 */
function withoutNoscript(html: string): string {
  const stretches = /<!--[^]*?-->|<(script|style|textarea|title|noscript)\b[^]*?<\/\1\s*>/gi
  return html.replaceAll(stretches, (stretch, name?: string) =>
    name?.toLowerCase() === 'noscript' ? ' '.repeat(stretch.length) : stretch,
  )
}

const documentParser = unified().use(rehypeParse)
const fragmentParser = unified().use(rehypeParse, { fragment: true })

const decode = rememberedDecoder((reference) => textOf(fragmentParser.parse(reference)))

function textOf(node: Root | RootContent): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
}

type Context = {
  /** Of the nearest heading; `null` in running text. */
  readonly kind: BlockKind | null
  readonly preformatted: boolean
  readonly inCell: boolean
  /** How many lists this is in. */
  readonly depth: number
  /** The list item that this is in; its marker is taken by the first block. */
  readonly item: { marker: string } | null
  /** The part of the page that this is in; `null` for its text. */
  readonly part: PagePart | null
  /** Is this inside of an element that holds the page's text? */
  readonly inText: boolean
  /** Is this in a link that leads away, or in a button? */
  readonly wayOut: boolean
}

type OpenDraft = Draft & {
  readonly items: DraftItem[]
  /** `null` until there are words. */
  onlyLinks: boolean | null
}

/** Walks the tree once and gathers drafts. `open` is the block that text goes into, `null` between blocks. */
class HtmlReader {
  readonly drafts: Draft[] = []
  readonly #source: string
  readonly #shift: number
  #open: OpenDraft | null = null
  /** `<br>`s since the last text of the open block. */
  #breaks = 0
  /** Where the last node with a place ended: a place for what the parser put in by itself. */
  #last: number

  constructor(source: string, shift: number) {
    this.#source = source
    this.#shift = shift
    this.#last = shift
  }

  read(nodes: readonly (RootContent | ElementContent)[], context: Context): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#text(node.value, this.#place(node), context)
      else if (node.type === 'element' && !isDropped(node)) this.#element(node, placed(node, context))
    }
  }

  end(): void {
    if (this.#open !== null) {
      const { onlyLinks, part, ...draft } = this.#open
      const is = part ?? (onlyLinks === true && draft.block.kind !== 'heading' ? 'links' : undefined)
      this.drafts.push(is === undefined ? draft : { ...draft, part: is })
    }
    this.#open = null
    this.#breaks = 0
  }

  #text(value: string, at: Run, context: Context): void {
    const blank = value.trim() === ''
    if (this.#breaks === 1 && startsParagraph(value) && !context.inCell) this.end()
    if (!blank) this.#breaks = 0
    if (this.#open === null && blank) return
    const pieces = piecesOf(this.#source, at, value, { decode, skipTags: true })
    const open = this.#opened(context)
    open.items.push(...pieces)
    // Bars and arrows between links are no words.
    if (/[\p{L}\p{N}]/u.test(value)) open.onlyLinks = context.wayOut && open.onlyLinks !== false
  }

  #element(element: Element, context: Context): void {
    const name = element.tagName
    const at = this.#place(element)
    if (name === 'br') this.#break(at, context)
    else if (name === 'table' && !context.inCell && !isLayoutTable(element)) this.#table(element, context)
    else if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') this.#list(element, context)
    else if (isBlockElement(name)) {
      this.#boundary(at, context)
      this.read(element.children, within(element, context))
      this.#boundary({ from: this.#last, to: this.#last }, context)
    } else this.read(element.children, context)
  }

  #list(list: Element, context: Context): void {
    this.#boundary(this.#place(list), context)
    const items = list.children.filter((child) => child.type === 'element' && child.tagName === 'li')
    const { start, reversed, type } = list.properties
    const step = reversed === true ? -1 : 1
    let number = typeof start === 'number' ? start : reversed === true ? items.length : 1
    for (const child of list.children) {
      if (child.type !== 'element' || child.tagName !== 'li') {
        this.read([child], { ...context, depth: context.depth + 1 })
        continue
      }
      const { value } = child.properties
      if (typeof value === 'number' || /^-?\d+$/.test(String(value))) number = Number(value)
      const marker = list.tagName === 'ol' ? orderedMarker(number, child.properties.type ?? type) : '•'
      number += step
      if (isDropped(child)) continue
      this.#boundary(this.#place(child), context)
      this.read(child.children, { ...placed(child, context), depth: context.depth + 1, item: { marker } })
      this.#boundary({ from: this.#last, to: this.#last }, context)
    }
  }

  #table(table: Element, context: Context): void {
    this.end()
    for (const row of rowsOf(table)) {
      if (row.kind === 'caption') this.read(row.cells, { ...context, kind: null })
      else {
        const kind: BlockKind = { kind: 'table-row', header: row.header }
        row.cells.forEach((cell, index) => {
          const from = this.#place(cell).from
          const inside: Context = { ...context, kind, inCell: true, preformatted: false }
          if (index > 0) this.#opened(inside).items.push({ glue: '\t', at: { from, to: from } })
          else this.#opened(inside)
          this.read(cell.children, inside)
        })
      }
      this.end()
    }
  }

  #break(at: Run, context: Context): void {
    if (this.#open === null) return
    this.#breaks += 1
    if (this.#breaks > 1 && !context.inCell && !context.preformatted) this.end()
    else this.#open.items.push({ glue: '\n', at })
  }

  /** Between two block elements; inside a cell, which is one block with its whole row, only a line break. */
  #boundary(at: Run, context: Context): void {
    if (!context.inCell) this.end()
    else if (this.#open !== null && this.#open.items.length > 0)
      this.#open.items.push({ glue: '\n', at: { from: at.from, to: at.from } })
  }

  #opened(context: Context): OpenDraft {
    if (this.#open !== null) return this.#open
    const { item, depth } = context
    let block: BlockKind = context.kind ?? { kind: 'paragraph' }
    if (context.kind === null && item !== null) {
      block = { kind: 'item', depth, marker: item.marker }
      item.marker = ''
    }
    this.#open = {
      block,
      preformatted: context.preformatted,
      items: [],
      onlyLinks: null,
      ...(context.part === null ? {} : { part: context.part }),
    }
    return this.#open
  }

  #place(node: RootContent | ElementContent): Run {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (from === undefined || to === undefined) return { from: this.#last, to: this.#last }
    this.#last = node.type === 'element' ? from + this.#shift : to + this.#shift
    return { from: from + this.#shift, to: to + this.#shift }
  }
}

/** Where in the page the inside of an element stands. */
function placed(element: Element, context: Context): Context {
  return {
    ...context,
    part: context.part ?? partOf(element, context.inText),
    inText: context.inText || holdsText(element),
    wayOut: context.wayOut || isWayOut(element),
  }
}

function within(element: Element, context: Context): Context {
  const name = element.tagName
  const level = /^h([1-6])$/.exec(name)?.[1]
  const preformatted = context.preformatted || (!context.inCell && /^(?:pre|listing|xmp|plaintext)$/.test(name))
  if (level === undefined || context.inCell) return { ...context, preformatted }
  return { ...context, preformatted, kind: { kind: 'heading', level: headingLevel(Number(level)) } }
}

export function headingLevel(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : level === 5 ? 5 : 6
}
