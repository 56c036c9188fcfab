import type { Paragraph } from '../../corpus/notice.ts'

/** From heading levels of a source to those of the page, whose own title is its only first-level heading. */
export type HeadingRanks = ReadonlyMap<number, PageLevel>

const pageLevels = [2, 3, 4, 5, 6] as const

type PageLevel = (typeof pageLevels)[number]

/**
 * Heading levels of a notice as levels of the page. Sources begin anywhere and skip levels;
 * here the highest that occurs becomes h2, the next h3, so that the outline has no holes.
 */
export function headingRanks(paragraphs: readonly Paragraph[]): HeadingRanks {
  const levels = new Set(paragraphs.flatMap((paragraph) => (paragraph.kind === 'heading' ? [paragraph.level] : [])))
  return new Map([...levels].sort((a, b) => a - b).map((level, rank) => [level, pageLevels[rank] ?? 6]))
}
