import { answer, type SearchAnswer } from '../../../search/answer.ts'
import type { NoticeId } from '../../../corpus/ids.ts'
import { reasons } from '../../../search/locate.ts'
import { part } from '../../../search/part.ts'
import { parseQuery } from '../../../search/query.ts'
import type { Shelf } from '../../../search/shelf.ts'
import { troubleOf } from './fetch-index.ts'
import type { Answers, FromWorker, Question, QuestionKind, Stops, ToWorker } from './protocol.ts'
import { inReadingOrder, resultList, stopsOf } from './shown.ts'
import { Stopped, stoppable } from './stoppable.ts'

export type ServiceTools = {
  /** With the head of the index where the page had it on hand. */
  readonly open: (folder: string, head: Uint8Array | null) => Promise<Shelf>
  readonly post: (message: FromWorker) => void
  /** Resolves when messages that have come in were heard. */
  readonly breathe: () => Promise<void>
}

/** Rows that next and previous step through at most, of the whole collection. */
const mostStops = 300

/** Answers a page's questions from a site's index. All that the worker does but for being one. */
export function createService({ open, post, breathe }: ServiceTools): (message: ToWorker) => void {
  let folder: string | null = null
  let head: Uint8Array | null = null
  let opened: Promise<Shelf> | null = null
  const newest = new Map<QuestionKind, number>()

  const shelf = (): Promise<Shelf> => {
    if (folder === null) return Promise.reject(new Error('asked before opened'))
    if (opened === null) {
      const opening = open(folder, head)
      opened = opening
      // What failed may be had later.
      opening.catch(() => {
        if (opened === opening) opened = null
      })
    }
    return opened
  }

  const reply = async (number: number, question: Question): Promise<void> => {
    const isStale = (): boolean => newest.get(question.kind) !== number
    try {
      const given = await answerTo(question, stoppable(await shelf(), isStale, breathe))
      if (!isStale()) post({ say: 'answered', number, answer: given })
    } catch (error) {
      if (error instanceof Stopped || isStale()) return
      post({ say: 'failed', number, trouble: troubleOf(error) })
    }
  }

  return (message) => {
    if (message.say === 'open') {
      if (message.folder !== folder) {
        opened = null
        head = message.head ?? null
      }
      folder = message.folder
    } else if (message.say === 'drop') newest.delete(message.kind)
    else {
      newest.set(message.kind, message.number)
      void reply(message.number, message)
    }
  }
}

async function answerTo(question: Question, shelf: Shelf): Promise<Answers[QuestionKind]> {
  switch (question.kind) {
    case 'warm':
      return null
    case 'list':
      return resultList(await answer(shelf, question.query, question))
    case 'count': {
      const { count, exact } = await answer(shelf, question.query)
      return { count, exact }
    }
    case 'stops':
      return stopsFor(shelf, question.query, question.notice)
    default:
      return (await part(import('./serve-more.ts'))).answerMore(question, shelf)
  }
}

async function stopsFor(shelf: Shelf, query: string, notice: NoticeId | null): Promise<Stops> {
  const best = await answer(shelf, query, { most: mostStops })
  const stops = stopsOf(best)
  if (notice === null) return { ...stops, here: [] }
  const own = stops.whole || (await narrowed(query)) ? null : await answer(shelf, `notice:${notice} ${query}`)
  return { ...stops, here: own === null ? rowsHere(best, notice) : moreRowsHere(best, own, notice) }
}

function rowsHere(found: SearchAnswer, notice: NoticeId, worst: number = reasons.length): Stops['here'] {
  return inReadingOrder(found)
    .filter((hit) => hit.notice === notice && reasons.indexOf(hit.reason) <= worst)
    .map(({ id, matches }) => ({ id, matches }))
}

/**
 * Where there is more than was listed, the notice was asked for on its own, so that all of its rows are lit. On its
 * own a notice may be searched more liberally than the collection was; that is left out.
 */
function moreRowsHere(best: SearchAnswer, own: SearchAnswer, notice: NoticeId): Stops['here'] {
  const listed = rowsHere(best, notice)
  const alike = rowsHere(own, notice, Math.max(...best.hits.map(({ reason }) => reasons.indexOf(reason))))
  return alike.length < listed.length ? listed : alike
}

async function narrowed(query: string): Promise<boolean> {
  const parsed = await parseQuery(query)
  return !parsed.ok || parsed.query.filters.notices !== undefined
}
