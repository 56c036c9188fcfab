import { manifestName } from '../../../search/layout.ts'
import type { LocalePage } from '../../state/page-data.ts'
import type { ToWorker } from './protocol.ts'

/** A search worker, and where the page's index lies, known when the worker has its head. */
export type StartedWorker = { readonly worker: Worker; readonly folder: Promise<string | null> }

/**
 * Starts a search worker. The head of the page's index, which any query needs, is fetched here and at once: the
 * worker could only ask for it when its own code has come, and on a slow line each such turn is half a second.
 */
export function createWorker({ root, search }: LocalePage): StartedWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'search' })
  if (search === undefined) return { worker, folder: Promise.resolve(null) }
  const folder = new URL(root + search, location.href).href
  const say = (message: ToWorker): void => worker.postMessage(message)
  const opened = headOf(folder + manifestName).then((head) => {
    say(head === null ? { say: 'open', folder } : { say: 'open', folder, head })
    // The client numbers its questions from 1; nobody waits for the answer to this one.
    say({ say: 'ask', number: 0, kind: 'warm' })
    return folder
  })
  return { worker, folder: opened }
}

/** `null` when it does not come: the worker then asks for itself, and says what is wrong. */
async function headOf(address: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(address)
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}
