import { openIndex } from '../../../search/open-index.ts'
import { foldBy } from '../../../text/fold.ts'
import { fetchFrom, withHead } from './fetch-index.ts'
import type { ToWorker } from './protocol.ts'
import { createService } from './serve.ts'

/** The search worker: the index, the query language and the ranking stay here, off the page's thread. */

/** How long a query may keep the thread before others get a word in, in milliseconds. */
const longestBreath = 8

const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port1.onmessage = () => waiting.splice(0).forEach((resume) => resume())
let since = performance.now()

const receive = createService({
  open: async (folder, head) => {
    const name = folder.replace(/^.*\/([^/]+)\/$/u, '$1')
    const fetchFile = fetchFrom(folder, (...args) => fetch(...args))
    const shelf = await openIndex(name, withHead(head, fetchFile))
    foldBy(shelf.folds)
    return shelf
  },
  post: (message) => self.postMessage(message),
  breathe: async () => {
    if (performance.now() - since < longestBreath) return
    await new Promise<void>((resume) => {
      waiting.push(resume)
      port2.postMessage(null)
    })
    since = performance.now()
  },
})

self.onmessage = ({ data }: MessageEvent<ToWorker>) => receive(data)
