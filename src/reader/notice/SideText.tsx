import type { ReactNode } from 'react'
import type { Lang } from '../../corpus/lang.ts'
import type { Paragraph, Row } from '../../corpus/notice.ts'
import type { Run } from '../../corpus/run.ts'
import type { Words } from '../i18n/words.ts'
import { SentenceText } from './SentenceText.tsx'
import { segmentsOf, type NoticeView, type Segment, type ShownParagraph } from './view.ts'

export type SideTextProps = { view: NoticeView; row: Row; lang: Lang; words: Words }

/** One side of a row: its paragraphs in their own structure, or words that say that there are none. */
export function SideText({ view, row, lang, words }: SideTextProps) {
  const paragraphs = segmentsOf(view.corpus, row, lang)
  if (paragraphs.length === 0)
    return (
      <div className="side empty" data-side={lang}>
        <p className="gap">{words.t(lang === 'en' ? 'row.noEnglish' : 'row.noChinese')}</p>
      </div>
    )
  const context = { view, lang, words }
  return (
    <div className="side" lang={lang} data-side={lang}>
      {alike(paragraphs).map((group, index) => (
        <Blocks key={index} group={group} {...context} />
      ))}
    </div>
  )
}

type Context = { view: NoticeView; lang: Lang; words: Words }

/** Neighbouring items make one list and neighbouring table rows one table. */
function alike(paragraphs: readonly ShownParagraph[]): ShownParagraph[][] {
  const groups: ShownParagraph[][] = []
  for (const shown of paragraphs) {
    const group = groups.at(-1)
    const kind = shown.paragraph.kind
    const joins = (kind === 'item' || kind === 'table-row') && group?.[0]?.paragraph.kind === kind
    if (joins) group.push(shown)
    else groups.push([shown])
  }
  return groups
}

function Blocks({ group, ...context }: Context & { group: readonly ShownParagraph[] }) {
  const first = group[0]
  if (first === undefined) return null
  const { paragraph } = first
  switch (paragraph.kind) {
    case 'paragraph':
      return (
        <p>
          <Sentences shown={first} {...context} />
        </p>
      )
    case 'heading': {
      const Heading = headingTags[context.view.ranks.get(paragraph.level) ?? 2]
      return (
        <Heading>
          <Sentences shown={first} {...context} />
        </Heading>
      )
    }
    case 'item':
      return <Items group={group} {...context} />
    case 'table-row':
      return (
        <table>
          <tbody>
            {group.map((shown) => (
              <Cells key={shown.paragraph.at.from} shown={shown} {...context} />
            ))}
          </tbody>
        </table>
      )
  }
}

const headingTags = { 2: 'h2', 3: 'h3', 4: 'h4', 5: 'h5', 6: 'h6' } as const

/** Markers are painted by CSS from `data-marker`, so that they are never selected or copied. */
function Items({ group, ...context }: Context & { group: readonly ShownParagraph[] }) {
  const numbered = group.every(({ paragraph }) => paragraph.kind === 'item' && /\d/.test(paragraph.marker))
  const List = numbered ? 'ol' : 'ul'
  return (
    // Some browsers take a list without its own markers for no list; the role says that it is one.
    <List role="list">
      {group.map((shown) => (
        <li key={shown.paragraph.at.from} {...itemAttributes(shown.paragraph)}>
          <Sentences shown={shown} {...context} />
        </li>
      ))}
    </List>
  )
}

/** Deeper than this, indenting leaves too little room on a phone. */
const deepest = 4

function itemAttributes(paragraph: Paragraph) {
  if (paragraph.kind !== 'item') return {}
  return { 'data-marker': paragraph.marker, 'data-depth': Math.min(paragraph.depth, deepest) }
}

/** A table's row: its cells are parted by tabs, which sentences may cross. */
function Cells({ shown, ...context }: Context & { shown: ShownParagraph }) {
  const { paragraph, segments } = shown
  const isHeader = paragraph.kind === 'table-row' && paragraph.header
  const Cell = isHeader ? 'th' : 'td'
  const { text } = context.view.corpus.sides[context.lang]
  return (
    <tr>
      {cellRuns(text, paragraph.at).map((cell) => (
        <Cell key={cell.from} scope={isHeader ? 'col' : undefined}>
          <Sentences
            shown={{ paragraph, segments: segments.flatMap((one) => clip(one, cell, paragraph.at)) }}
            {...context}
          />
        </Cell>
      ))}
    </tr>
  )
}

function cellRuns(text: string, at: Run): Run[] {
  let from = at.from
  return text
    .slice(at.from, at.to)
    .split('\t')
    .map((cell) => {
      const run = { from, to: from + cell.length }
      from = run.to + 1
      return run
    })
}

/**
 * The part of a sentence in a cell. The bead's id stays in the cell where the sentence begins;
 * gaps gather in the row's last cell.
 */
function clip(segment: Segment, cell: Run, whole: Run): Segment[] {
  if (segment.kind === 'gap') return cell.to === whole.to ? [segment] : []
  const at = { from: Math.max(segment.at.from, cell.from), to: Math.min(segment.at.to, cell.to) }
  return at.from < at.to ? [{ ...segment, at, first: segment.first && at.from === segment.at.from }] : []
}

/** Sentences with the white space between them as it stands in the text. */
function Sentences({ shown, view, lang, words }: Context & { shown: ShownParagraph }) {
  const { text } = view.corpus.sides[lang]
  const parts: ReactNode[] = []
  let end: number | null = null
  for (const segment of shown.segments) {
    if (segment.kind === 'gap') {
      parts.push(
        <span key={segment.bead} className="gap" data-bead={segment.bead} lang={words.locale}>
          {words.t('sentence.gap', { id: segment.bead })}
        </span>,
      )
      continue
    }
    if (end !== null) parts.push(text.slice(end, segment.at.from))
    end = segment.at.to
    parts.push(
      <SentenceText
        key={segment.at.from}
        pieces={view.cut[lang](segment.at)}
        lang={lang}
        bead={segment.bead}
        named={segment.first}
      />,
    )
  }
  return parts
}
