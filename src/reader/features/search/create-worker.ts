import type { LocalePage } from '../../state/page-data.ts'
import type { ToWorker } from './protocol.ts'

/** The search worker, which fetches the head of the page's index at once: any query needs it. */
export function createWorker({ root, search }: LocalePage): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'search' })
  const say = (message: ToWorker): void => worker.postMessage(message)
  if (search !== undefined) {
    say({ say: 'open', folder: new URL(root + search, location.href).href })
    // The client numbers its questions from 1; nobody waits for the answer to this one.
    say({ say: 'ask', number: 0, kind: 'warm' })
  }
  return worker
}
