import { isMainThread, workerData } from 'node:worker_threads'
import type { ContentFiles, NoticeSpec } from '../src/build/content.ts'
import { buildInTurn, buildSpec, readContent, type BuildAll, type BuiltSpec } from './collection.ts'
import { loadTools } from './tools.ts'
import { inWorkers, mostWorkers, serve } from './workers.ts'

/** What a thread is started with: it reads the declarations anew, since what they hold can't be sent. */
type WorkerStart = { readonly files: ContentFiles }

/** Less than this for a thread, in bytes of sources, is built sooner than a thread has loaded the dictionary. */
const leastWork = 400_000

/** Notices on several threads, on as many as are worth it unless told how many: the same results as `buildInTurn`. */
export function buildInWorkers(jobs?: number): BuildAll {
  return (content, tools, step) => {
    const { files, specs } = content
    const worthwhile = jobs ?? Math.floor(sourceBytes(files, specs) / leastWork)
    const workers = Math.min(mostWorkers(specs.length, jobs), worthwhile)
    if (workers <= 1) return buildInTurn(content, tools, step)
    const start: WorkerStart = { files }
    const tasks = specs.map((_, index) => index)
    return inWorkers<number, BuiltSpec>({ program: 'build-worker', start, tasks, workers, step })
  }
}

function sourceBytes(files: ContentFiles, specs: readonly NoticeSpec[]): number {
  const folders = new Set(specs.map((spec) => spec.folder))
  let bytes = 0
  for (const [path, content] of files)
    if (folders.has(path.slice(0, path.lastIndexOf('/'))) && !path.endsWith('.json')) bytes += content.length
  return bytes
}

if (!isMainThread) {
  const { files } = workerData as WorkerStart
  const { content, pooled } = readContent(files)
  const specs = content?.notices ?? []
  const tools = loadTools()
  serve((task) => {
    const index = task as number
    const spec = specs[index]
    if (spec === undefined) throw new RangeError(`build-worker: notice ${index} of ${specs.length}`)
    return buildSpec(spec, { files, specs, terms: content?.terms ?? [], pooled }, tools)
  })
}
