import type { ListItem, Nodes, PhrasingContent, RootContent, Table } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { BlockKind } from '../../corpus/notice.ts'
import type { Run } from '../../corpus/run.ts'
import type { Draft, DraftItem } from './draft.ts'
import { headingLevel, htmlDrafts } from './html.ts'
import { piecesOf, rememberedDecoder, type PieceRules } from './pieces.ts'
import { weave, type Extracted } from './weave.ts'

/**
 * Markdown -> text and blocks: CommonMark with GitHub's tables, strikethrough, task lists and footnotes.
 *
 * A paragraph's lines are joined as CommonMark says; a hard break is a line break inside the block. Links keep their
 * words, pictures have none, a footnote's mark is dropped and its text is a paragraph where it stands. HTML inside is
 * read as HTML. A code block is a paragraph that keeps its lines. A list item's first block carries the marker;
 * later blocks of the same item are items with an empty one.
 */
export function extractMarkdown(source: string): Extracted {
  return weave(source, draftsOf(source, parser.parse(source).children, null))
}

const parser = unified().use(remarkParse).use(remarkGfm)

const decode = rememberedDecoder((reference) => textOf(parser.parse(reference)))
const prose: PieceRules = { decode, skipTags: false }
const verbatim: PieceRules = { decode: null, skipTags: false }

function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''
}

/** The list item that blocks stand in; its marker is taken by the first of them. */
type InItem = { readonly depth: number; marker: string } | null

function draftsOf(source: string, nodes: readonly RootContent[], item: InItem): Draft[] {
  return nodes.flatMap((node): Draft[] => {
    const at = placeOf(node)
    switch (node.type) {
      case 'paragraph':
        return [{ block: taken(item), preformatted: false, items: inlines(source, node.children, at) }]
      case 'heading': {
        const block: BlockKind = { kind: 'heading', level: headingLevel(node.depth) }
        return [{ block, preformatted: false, items: inlines(source, node.children, at) }]
      }
      case 'code': {
        // The line of an opening fence may name a language in words that the code has too.
        const fence = /^[`~]/.test(source.slice(at.from, at.to)) ? source.indexOf('\n', at.from) + 1 : 0
        const from = Math.min(at.to, Math.max(at.from, fence))
        const items = piecesOf(source, { from, to: at.to }, node.value, verbatim)
        return [{ block: taken(item), preformatted: true, items }]
      }
      case 'html':
        return htmlDrafts(unprefixed(source, at, node.value), at, true)
      case 'table':
        return tableDrafts(source, node)
      case 'list':
        return node.children.flatMap((child, index) => {
          const marker = node.ordered === true ? orderedAs(source, child, (node.start ?? 1) + index) : '•'
          return draftsOf(source, child.children, { depth: (item?.depth ?? 0) + 1, marker })
        })
      case 'blockquote':
      case 'footnoteDefinition':
        return draftsOf(source, node.children, item)
      default:
        return []
    }
  })
}

function taken(item: InItem): BlockKind {
  if (item === null) return { kind: 'paragraph' }
  const { depth, marker } = item
  item.marker = ''
  return { kind: 'item', depth, marker }
}

/** Numbers go on from the first, whatever the source says; whether `.` or `)` follows is the source's own. */
function orderedAs(source: string, item: ListItem, number: number): string {
  return `${number}${/^\d+\)/.test(source.slice(placeOf(item).from)) ? ')' : '.'}`
}

function tableDrafts(source: string, table: Table): Draft[] {
  return table.children.map((row, rowIndex): Draft => {
    const items = row.children.flatMap((cell, index): DraftItem[] => {
      const at = placeOf(cell)
      const tab: DraftItem[] = index === 0 ? [] : [{ glue: '\t', at: { from: at.from, to: at.from } }]
      return [...tab, ...inlines(source, cell.children, at)]
    })
    return { block: { kind: 'table-row', header: rowIndex === 0 }, preformatted: false, items }
  })
}

/**
 * The text of inline nodes. `at` is their parent's place: an autolink that was found late has no place of its own,
 * nor has the text beside it, so a run of such nodes is looked for between the neighbours that have one.
 */
function inlines(source: string, nodes: readonly PhrasingContent[], at: Run): DraftItem[] {
  const items: DraftItem[] = []
  let unread: string | null = null
  let last = at.from
  let lost = ''
  const found = (to: number): void => {
    if (lost !== '') items.push(...piecesOf(source, { from: last, to }, lost, prose))
    lost = ''
  }
  for (const node of nodes) {
    if (node.position === undefined) {
      lost += textOf(node)
      continue
    }
    const place = placeOf(node)
    found(place.from)
    last = place.to
    if (node.type === 'html') {
      const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(node.value)
      const name = tag?.[2]?.toLowerCase() ?? ''
      if (unread === null && name === 'br') items.push({ glue: '\n', at: place })
      else if (unread === null && tag?.[1] === '' && unreadElements.has(name)) unread = name
      else if (unread === name && tag?.[1] === '/') unread = null
    } else if (unread !== null) continue
    else if (node.type === 'text') items.push(...piecesOf(source, place, node.value, prose))
    else if (node.type === 'inlineCode') items.push(...piecesOf(source, place, node.value, verbatim))
    else if (node.type === 'break') items.push({ glue: '\n', at: place })
    else if ('children' in node) items.push(...inlines(source, node.children, place))
  }
  found(at.to)
  return items
}

/** Inline elements whose content is no text of the page, from their opening tag to the closing one. */
const unreadElements = new Set(['script', 'style', 'template', 'noscript', 'rt', 'rp'])

/** The source with what is not the HTML's own (quote signs, list indents) blanked out of its stretch. */
function unprefixed(source: string, at: Run, value: string): string {
  if (source.slice(at.from, at.to) === value) return source
  const own = Array.from({ length: at.to - at.from }, () => ' ')
  for (const piece of piecesOf(source, at, value, verbatim))
    for (let index = piece.at.from; index < piece.at.to; index += 1) own[index - at.from] = source[index] ?? ' '
  return source.slice(0, at.from) + own.join('') + source.slice(at.to)
}

function placeOf(node: Nodes): Run {
  const from = node.position?.start.offset ?? 0
  return { from, to: node.position?.end.offset ?? from }
}
