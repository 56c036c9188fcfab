import { IndexUnavailable, type FetchFile } from '../../../search/open-index.ts'
import { manifestName } from '../../../search/layout.ts'
import { PartUnavailable } from '../../../search/part.ts'
import type { Trouble } from './protocol.ts'

/** The site answered, but not with the file. */
class NotThere extends Error {
  override readonly name = 'NotThere'

  constructor(address: string, status: number) {
    super(`${address}: ${status}`)
  }
}

/** Files of an index's folder; a copy that was no good is asked for again past every cache. */
export function fetchFrom(folder: string, fetch: typeof globalThis.fetch): FetchFile {
  const inTurn = turns(mostAtOnce)
  return (file, again) =>
    inTurn(async () => {
      const address = folder + file
      const response = await fetch(address, again ? { cache: 'reload' } : {})
      if (!response.ok) throw new NotThere(address, response.status)
      return new Uint8Array(await response.arrayBuffer())
    })
}

/** The same, but for the head of the index, which came with the order to open it; one that is no good is fetched. */
export function withHead(head: Uint8Array | null, fetchFile: FetchFile): FetchFile {
  return (file, again) =>
    head === null || again || file !== manifestName ? fetchFile(file, again) : Promise.resolve(head)
}

/** Requests under way together: a browser that is asked for thousands gives up on all of them. */
const mostAtOnce = 32

/** Lets no more than `most` of what it is given run at a time. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      // Whoever is next takes over this one's place.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}

/** What went wrong, for the page to say and to know what may help. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof PartUnavailable) return { kind: 'unreachable', file: null }
  if (!(error instanceof IndexUnavailable)) return { kind: 'broken', file: null }
  const { file, cause } = error
  if (cause instanceof NotThere) return { kind: 'missing', file }
  // No cause: both copies came, and their seal was broken. A fetch that fails throws a TypeError.
  return { kind: cause === null ? 'damaged' : 'unreachable', file }
}
