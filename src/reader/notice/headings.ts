import type { Paragraph } from '../../corpus/notice.ts'

/** The page's own title is its only first-level heading. */
const firstLevel = 2
const lastLevel = 6

/**
 * Heading levels of a notice as levels of the page. Sources begin anywhere and skip levels;
 * here the highest that occurs becomes h2, the next h3, so that the outline has no holes.
 */
export function headingRanks(paragraphs: readonly Paragraph[]): ReadonlyMap<number, number> {
  const levels = new Set(paragraphs.flatMap((paragraph) => (paragraph.kind === 'heading' ? [paragraph.level] : [])))
  return new Map(
    [...levels].sort((a, b) => a - b).map((level, rank) => [level, Math.min(firstLevel + rank, lastLevel)]),
  )
}
