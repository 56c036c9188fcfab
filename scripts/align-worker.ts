import { isMainThread, workerData } from 'node:worker_threads'
import { parsePooled, type PooledModel } from '../src/align/index.ts'
import { alignFiles, formatAligned, type AlignFormat, type AlignJob } from './align-job.ts'
import { writeWhole } from './files.ts'
import { InputError } from './report.ts'
import { serve } from './workers.ts'
import type { Fault } from '../src/corpus/fault.ts'

/** A pair for a worker: the files, how to print, and where to. */
export type WorkerTask = { readonly job: AlignJob; readonly format: AlignFormat; readonly out: string }

export type WorkerAnswer = { readonly out: string; readonly faults: readonly Fault[] }

/** Aligns one pair and writes the result; what is wrong with it comes back as faults, so that the others go on. */
export async function alignTo({ job, format, out }: WorkerTask, pooled: PooledModel | null): Promise<WorkerAnswer> {
  try {
    const aligned = await alignFiles(job, pooled)
    await writeWhole(out, formatAligned(aligned, format))
    return {
      out,
      faults: aligned.doubts.map(({ what, todo }) => ({
        file: `${job.files.en} and ${job.files['zh-Hant']}`,
        severity: 'warning',
        what,
        todo,
      })),
    }
  } catch (error) {
    if (error instanceof InputError) return { out, faults: error.faults }
    throw error
  }
}

/** What a worker is started with: pooled statistics as text, or nothing. */
export type WorkerStart = { readonly pooled: string | null }

if (!isMainThread) {
  const { pooled } = workerData as WorkerStart
  const model = pooled === null ? null : parsePooled(pooled)
  serve((task) => alignTo(task as WorkerTask, model))
}
