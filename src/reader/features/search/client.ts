import type { Answers, FromWorker, QuestionKind, Questions, ToWorker, Trouble } from './protocol.ts'

/** What the client needs of a worker; `Worker` is one. */
export type WorkerLike = {
  readonly postMessage: (message: ToWorker) => void
  readonly terminate: () => void
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** Why a question got no answer. */
export class SearchTrouble extends Error {
  override readonly name = 'SearchTrouble'
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(`search: ${trouble.kind} ${trouble.file ?? ''}`)
    this.trouble = trouble
  }
}

export type SearchClient = {
  /**
   * Asks the worker. `null` when a later question of the same kind took this one's place.
   * Rejects with `SearchTrouble`; asking once more tries once more.
   */
  readonly ask: <K extends QuestionKind>(kind: K, question: Questions[K]) => Promise<Answers[K] | null>
  /** Nobody waits for the answer to the last question of this kind any more. */
  readonly drop: (kind: QuestionKind) => void
}

export type ClientTools = {
  readonly createWorker: () => WorkerLike
  /**
   * The index's folder as an absolute address; `null` where the site has none. With `again` it is looked up anew,
   * since a site that was built meanwhile has another.
   */
  readonly findFolder: (again: boolean) => Promise<string | null>
}

/** A question that was sent, until its reply settles it; `null` when it was overtaken. */
type Waiting = { readonly kind: QuestionKind; readonly settle: (reply: FromWorker | null) => void }

/** The page's end of the line to the search worker, which is started by the first question. */
export function createSearchClient({ createWorker, findFolder }: ClientTools): SearchClient {
  let worker: WorkerLike | null = null
  let folder: Promise<string | null> | null = null
  let last = 0
  const newest = new Map<QuestionKind, number>()
  const waiting = new Map<number, Waiting>()

  const settle = (number: number, reply: FromWorker | null): void => {
    const one = waiting.get(number)
    waiting.delete(number)
    one?.settle(reply)
  }
  const overtake = (kind: QuestionKind): void => {
    for (const [number, one] of [...waiting]) if (one.kind === kind) settle(number, null)
  }
  const started = (): WorkerLike => {
    if (worker !== null) return worker
    const fresh = createWorker()
    const retire = (): void => {
      if (worker === fresh) worker = null
    }
    fresh.onmessage = ({ data }) => {
      settle(data.number, data)
      if (data.say === 'answered' || data.trouble.file !== null) return
      // A browser may keep in mind that a part of the program did not come; another worker asks for it anew.
      retire()
      if (waiting.size === 0) fresh.terminate()
    }
    fresh.onerror = () => {
      retire()
      fresh.terminate()
      const trouble: Trouble = { kind: 'broken', file: null }
      for (const number of [...waiting.keys()]) settle(number, { say: 'failed', number, trouble })
    }
    worker = fresh
    return fresh
  }
  const place = (again: boolean): Promise<string | null> => {
    if (folder !== null && !again) return folder
    const finding = findFolder(again).catch(() => {
      folder = null
      throw new SearchTrouble({ kind: 'unreachable', file: null })
    })
    folder = finding
    return finding
  }

  const send = async <K extends QuestionKind>(
    kind: K,
    question: Questions[K],
    number: number,
  ): Promise<FromWorker | null> => {
    // The worker's script is fetched while the folder is looked up.
    const to = started()
    const found = await place(false)
    if (newest.get(kind) !== number) return null
    if (found === null) throw new SearchTrouble({ kind: 'missing', file: null })
    return new Promise((resolve) => {
      waiting.set(number, { kind, settle: resolve })
      to.postMessage({ say: 'open', folder: found })
      to.postMessage({ say: 'ask', number, kind, ...question } as ToWorker)
    })
  }

  return {
    ask: async <K extends QuestionKind>(kind: K, question: Questions[K]): Promise<Answers[K] | null> => {
      overtake(kind)
      const number = (last += 1)
      newest.set(kind, number)
      let reply = await send(kind, question, number)
      if (reply?.say === 'failed' && reply.trouble.kind === 'missing') {
        const before = await folder
        // A site that was built anew has its index elsewhere.
        if ((await place(true)) !== before) reply = await send(kind, question, number)
      }
      if (reply === null || newest.get(kind) !== number) return null
      if (reply.say === 'failed') throw new SearchTrouble(reply.trouble)
      // The worker answers a question with an answer of its kind.
      return reply.answer as Answers[K]
    },
    drop: (kind) => {
      overtake(kind)
      newest.delete(kind)
      worker?.postMessage({ say: 'drop', kind })
    },
  }
}
