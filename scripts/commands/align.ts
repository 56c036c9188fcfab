import { formatPooled } from '../../src/align/index.ts'
import { alignFiles, formatAligned, poolJobs, type AlignFormat } from '../align-job.ts'
import { alignTo, type WorkerAnswer, type WorkerStart, type WorkerTask } from '../align-worker.ts'
import { readInput } from '../files.ts'
import { counted, exit, hasErrors, InputError, progress, reportFaults } from '../report.ts'
import { inWorkers, mostWorkers } from '../workers.ts'
import { explain } from './explain.ts'

export type AlignOptions = {
  readonly en?: string
  readonly zh?: string
  readonly level: 'paragraph' | 'sentence'
  readonly presegmented?: boolean
  readonly format: AlignFormat
  readonly list?: string
  readonly pool?: boolean
  readonly notice?: string
  readonly explain?: string
  readonly content: string
  readonly jobs?: number
}

/** Aligns one pair to standard output, many pairs to files, or explains one row of a notice. */
export async function align(options: AlignOptions): Promise<number> {
  const { en, zh, list, notice, level, presegmented = false, format } = options
  if (notice !== undefined || options.explain !== undefined) {
    if (notice === undefined || options.explain === undefined) return usage('--notice and --explain go together.')
    return explain(options.content, notice, options.explain)
  }
  if (list !== undefined) return alignList(list, options)
  if (en === undefined || zh === undefined)
    return usage('Name both texts with --en and --zh, or many pairs with --list.')
  const aligned = await alignFiles({ files: { en, 'zh-Hant': zh }, level, presegmented })
  process.stdout.write(formatAligned(aligned, format))
  for (const { what, todo } of aligned.doubts) process.stderr.write(`doubt: ${what}. ${todo}.\n`)
  return exit.done
}

function usage(message: string): number {
  process.stderr.write(`error: ${message}\n(duidu align --help tells what there is)\n`)
  return exit.wrongUsage
}

async function alignList(list: string, options: AlignOptions): Promise<number> {
  const tasks = parseList(list, new TextDecoder().decode(await readInput(list)), options)
  const pooled = options.pool === true ? await poolJobs(tasks.map(({ job }) => job)) : null
  const shown = progress('aligning pair', tasks.length)
  const workers = mostWorkers(tasks.length, options.jobs)
  const answers: WorkerAnswer[] = []
  if (workers <= 1) for (const task of tasks) shown.step(answers.push(await alignTo(task, pooled)))
  else {
    const start: WorkerStart = { pooled: pooled === null ? null : formatPooled(pooled) }
    answers.push(
      ...(await inWorkers<WorkerTask, WorkerAnswer>({
        program: 'align-worker',
        start,
        tasks,
        workers,
        step: shown.step,
      })),
    )
  }
  shown.end()
  const faults = answers.flatMap((answer) => answer.faults)
  reportFaults(faults)
  return hasErrors(faults) ? exit.badInput : exit.done
}

/** A line: English path, Chinese path, output path, parted by tabs. */
function parseList(list: string, text: string, options: AlignOptions): WorkerTask[] {
  const { level, presegmented = false, format } = options
  const rows = text.split(/\r?\n/u).map((line, index) => ({ line, number: index + 1 }))
  const wrong = rows.filter(({ line }) => line.trim() !== '' && line.split('\t').length !== 3)
  if (wrong.length > 0) {
    const todo = 'Write the English path, the Chinese path and the output path, parted by tabs'
    throw new InputError(
      wrong.map(({ line, number }) => ({
        file: list,
        line: number,
        column: 1,
        what: `This line has ${counted(line.split('\t').length, 'part')} instead of three`,
        todo,
      })),
    )
  }
  return rows
    .filter(({ line }) => line.trim() !== '')
    .map(({ line }) => {
      const [en = '', zh = '', out = ''] = line.split('\t')
      return { job: { files: { en, 'zh-Hant': zh }, level, presegmented }, format, out }
    })
}
