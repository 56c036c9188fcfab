import type { Edit } from '../../corpus/edit.ts'
import type { SourceFormat } from '../../corpus/notice.ts'
import { extractHtml } from './html.ts'
import { extractMarkdown } from './markdown.ts'
import { extractPlain } from './plain.ts'
import type { Extracted } from './weave.ts'

/**
 * A decoded source -> its text and blocks, in the format that it is in. Another format is one more reader here.
 *
 * Laws  applying `edits` to the source gives `text`, undoing them gives the source to the letter;
 *       blocks are in order, disjoint, and hold everything in `text` but white space.
 * Pure text in, pure text out: an entity that spells a tag comes out as text and is never read as markup.
 */
export function extract(source: string, format: ExtractFormat, rejoin: Rejoin = () => []): Extracted {
  return format === 'plain'
    ? extractPlain(source, rejoin)
    : format === 'markdown'
      ? extractMarkdown(source)
      : extractHtml(source)
}

/** `aligned` sources are translation units already and have no blocks to extract. */
export type ExtractFormat = Exclude<SourceFormat, 'aligned'>

/** Finds the line ends of plain text that only wrap a paragraph; Markdown and HTML say so by themselves. */
export type Rejoin = (text: string) => readonly Edit[]

const endings: Readonly<Record<string, ExtractFormat>> = { txt: 'plain', md: 'markdown', html: 'html', htm: 'html' }

/** The format that a file's name tells, by its ending; `null` for one that is not read here. */
export function formatOf(file: string): ExtractFormat | null {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  return endings[ending] ?? null
}
