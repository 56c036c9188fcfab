import { byLang, otherLang } from '../../../corpus/lang.ts'
import { answer, type Hit, type SearchAnswer } from '../../../search/answer.ts'
import { formatKwic, kwicLines, sortKwic, type KwicLine } from '../../../search/kwic.ts'
import type { SearchRow, Shelf } from '../../../search/shelf.ts'
import { examplesOf } from './examples.ts'
import { excerpt } from './excerpt.ts'
import type { Answers, Line, LineOrder, Lines, Question } from './protocol.ts'
import { excerptLength, noticeName, runsIn, withRows } from './shown.ts'

/** What a page asks for beside the list of results and its hits: none of it is what a first query waits for. */
type More = Extract<Question, { readonly kind: 'lines' | 'table' | 'facets' | 'examples' }>

/** Rows that lines are sorted over, for which all of them must be read. */
const mostSorted = 500

export async function answerMore(question: More, shelf: Shelf): Promise<Answers[More['kind']]> {
  switch (question.kind) {
    case 'lines':
      return linesFor(shelf, question)
    case 'table': {
      const { query, order, most } = question
      return formatKwic(foundLines(await answer(shelf, query, { most }), order))
    }
    case 'facets':
      return {
        notices: (await shelf.notices()).map(noticeName),
        terms: shelf.concepts.map(({ id, terms }) => ({ id, names: byLang((lang) => terms[lang][0]?.text ?? id) })),
      }
    case 'examples':
      return examplesOf(shelf)
  }
}

/**
 * Lines as they come, or the first of all lines in their order: the ten that sort first may stand in any row. Of more
 * rows than can be read in a moment the best are sorted, and `rows` says how many.
 */
async function linesFor(shelf: Shelf, { query, order, most }: Extract<Question, { kind: 'lines' }>): Promise<Lines> {
  const read = order === 'place' ? most : Math.max(most, mostSorted)
  const found = await answer(shelf, query, { most: read })
  const { count, exact, said, hits } = found
  const all = foundLines(found, order)
  const lines = (order === 'place' ? all : all.slice(0, most)).map(shownLine)
  const more = hits.length < count || lines.length < all.length
  return { lines, rows: hits.length, more, count, exact, said }
}

/** A line of the core with the hit and the row that it was taken from. */
type FoundLine = KwicLine & { readonly hit: Hit; readonly row: SearchRow }

function foundLines(answer: SearchAnswer, order: LineOrder): FoundLine[] {
  const lines = withRows(answer).flatMap(([hit, row]) => kwicLines(hit, row).map((line) => ({ ...line, hit, row })))
  return order === 'place' ? lines : sortKwic(lines, order)
}

function shownLine({ hit, row, lang, left, node, right }: FoundLine): Line {
  const other = otherLang(lang)
  const counterpart = excerpt(row.texts[other], runsIn(hit, row, other), excerptLength[other])
  return { notice: noticeName(row.notice), id: hit.id, lang, left, node, right, counterpart }
}
