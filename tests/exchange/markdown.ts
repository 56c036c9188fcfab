import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** The plain text of the first paragraph of a Markdown block quotation; throws when it holds anything but text. */
export function remark(markdown: string): string {
  const quote = unified().use(remarkParse).parse(markdown).children[0]
  if (quote?.type !== 'blockquote') throw new Error(`no quotation: ${markdown}`)
  const paragraph = quote.children[0]
  if (paragraph?.type !== 'paragraph') throw new Error(`no paragraph: ${markdown}`)
  return paragraph.children
    .map((child) => {
      if (child.type !== 'text') throw new Error(`${child.type} in: ${markdown}`)
      return child.value
    })
    .join('')
    .replaceAll(/\s+/g, ' ')
}
