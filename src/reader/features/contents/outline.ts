import type { RowId } from '../../../corpus/ids.ts'
import { langs, type ByLang } from '../../../corpus/lang.ts'
import type { Corpus, Row } from '../../../corpus/notice.ts'
import { headingRanks } from '../../notice/headings.ts'

/**
 * The outline of a notice: its headings with their ranks, or, in a text without any, every row by its first words.
 * A side without the heading is left empty.
 */
export type OutlineEntry = {
  readonly id: RowId
  /** 2 for the highest, as on the page; rows of a text without headings have 2. */
  readonly rank: number
  readonly text: ByLang<string>
}

/** Long enough to tell rows apart, short enough for a line or two; in code points. */
const firstWords: ByLang<number> = { en: 64, 'zh-Hant': 28 }

export function outlineOf(corpus: Corpus): OutlineEntry[] {
  const ranks = headingRanks(langs.flatMap((lang) => corpus.sides[lang].paragraphs))
  const headings = corpus.rows.flatMap((row) => {
    const level = langs.flatMap((lang) => levelsIn(corpus, row, lang))[0]
    return level === undefined ? [] : [{ id: row.id, rank: ranks.get(level) ?? 2, text: beginnings(corpus, row) }]
  })
  if (headings.length > 0) return headings
  return corpus.rows.map((row) => ({ id: row.id, rank: 2, text: beginnings(corpus, row) }))
}

function levelsIn(corpus: Corpus, row: Row, lang: (typeof langs)[number]): number[] {
  return corpus.sides[lang].paragraphs
    .slice(row[lang].from, row[lang].to)
    .flatMap((paragraph) => (paragraph.kind === 'heading' ? [paragraph.level] : []))
}

function beginnings(corpus: Corpus, row: Row): ByLang<string> {
  const begin = (lang: (typeof langs)[number]): string => {
    const side = corpus.sides[lang]
    const paragraph = side.paragraphs[row[lang].from]
    if (paragraph === undefined || row[lang].from >= row[lang].to) return ''
    const characters = Array.from(side.text.slice(paragraph.at.from, paragraph.at.to).replaceAll(/\s+/g, ' '))
    const most = firstWords[lang]
    return characters.length <= most ? characters.join('') : `${characters.slice(0, most).join('')}…`
  }
  return { en: begin('en'), 'zh-Hant': begin('zh-Hant') }
}
