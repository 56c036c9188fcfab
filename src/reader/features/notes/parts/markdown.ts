import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import rehypeSanitize from 'rehype-sanitize'
import { unified } from 'unified'
import { codePointName, scriptParts } from '../../../notice/scripts-in-text.ts'

/**
 * A note's Markdown (CommonMark) as a tree that is safe to show: no element, attribute or address but those named
 * here. HTML and pictures in a note are shown as the text that they are. `null` for a note that is better shown as
 * plain text: one nested or long beyond what anyone writes.
 */
export function markdownTree(text: string, context: string): Root | null {
  if (text.length > longest || marks(text) > mostMarks) return null
  try {
    const tree = processor.runSync(processor.parse(text))
    return depth(tree) > deepest ? null : { ...tree, children: tree.children.flatMap((node) => apart(node, context)) }
  } catch {
    // Too deep for the parser's own recursion.
    return null
  }
}

/** About ten pages; and as many signs of Markdown, so that no note can make a page stand still. */
const longest = 20_000
const mostMarks = 4_000
const deepest = 24

/** Where an address may lead. Relative ones are no use: a note travels. */
const protocols = ['http', 'https', 'mailto']
export const safeAddress = /^(?:https?:\/\/|mailto:)/i

const schema = {
  tagNames: [
    ...['p', 'br', 'hr', 'em', 'strong', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  ],
  attributes: { a: ['href', 'title'], ol: ['start'] },
  protocols: { href: protocols },
  strip: ['script', 'style'],
}

const processor = unified()
  .use(remarkParse)
  .use(remarkRehype, {
    handlers: {
      html: (_state: unknown, node: { value: string }) => ({ type: 'text', value: node.value }),
      image: (_state: unknown, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
      imageReference: (_state: unknown, node: { alt?: string | null }) => ({ type: 'text', value: node.alt ?? '' }),
    },
  })
  .use(rehypeSanitize, schema)

function marks(text: string): number {
  return text.match(/[*_`[\]<>!#&\\|~]/g)?.length ?? 0
}

function depth(node: Nodes): number {
  const levels: Nodes[][] = [[node]]
  for (;;) {
    const next = (levels.at(-1) ?? []).flatMap((one): Nodes[] => ('children' in one ? one.children : []))
    if (next.length === 0 || levels.length > deepest + 1) return levels.length
    levels.push(next)
  }
}

/** Han characters among Latin ones get a language, control characters a name, as in `notice/Text.tsx`. */
function apart<N extends RootContent | ElementContent>(node: N, context: string): (N | Element)[] {
  if (node.type === 'element') return [{ ...node, children: node.children.flatMap((child) => apart(child, context)) }]
  if (node.type !== 'text') return [node]
  return scriptParts(node.value, context).map((part): N | Element => {
    if (part.kind === 'plain') return { ...node, value: part.text }
    const properties: Element['properties'] =
      part.kind === 'han' ? { lang: 'zh-Hani' } : { className: ['control'], dataName: codePointName(part.text) }
    const value = part.text.isWellFormed() ? part.text.replaceAll('\0', '\uFFFD') : '\uFFFD'
    return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] }
  })
}
