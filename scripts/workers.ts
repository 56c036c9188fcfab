import { availableParallelism } from 'node:os'
import { parentPort, Worker } from 'node:worker_threads'

/** Work for threads: which program, what every thread is told at its start, and the tasks. */
export type WorkerJob<Task> = {
  /** The bundled program's name, beside this one. */
  readonly program: string
  readonly start: unknown
  readonly tasks: readonly Task[]
  readonly workers: number
  /** Called with the number of tasks done so far. */
  readonly step: (done: number) => void
}

/** At most as many threads as there are tasks, and as processors or as were asked for. */
export function mostWorkers(tasks: number, jobs = availableParallelism()): number {
  return Math.min(jobs, tasks)
}

/**
 * Answers in the tasks' order. Each thread takes the next task when it has finished one; which thread did a task
 * changes nothing in it. A thread that throws ends them all.
 */
export function inWorkers<Task, Answer>(job: WorkerJob<Task>): Promise<Answer[]> {
  const { program, start, tasks, step } = job
  const answers: Answer[] = []
  return new Promise((resolve, reject) => {
    const threads: Worker[] = []
    let next = 0
    let done = 0
    const fail = (error: unknown): void => {
      for (const thread of threads) void thread.terminate()
      reject(error instanceof Error ? error : new Error(String(error)))
    }
    for (let count = 0; count < job.workers; count += 1) {
      const thread = new Worker(new URL(`./${program}.js`, import.meta.url), { workerData: start })
      threads.push(thread)
      let own = -1
      const give = (): void => {
        own = next
        next += 1
        if (own < tasks.length) thread.postMessage(tasks[own])
        else void thread.terminate()
      }
      thread.on('message', (answer: Answer) => {
        answers[own] = answer
        done += 1
        step(done)
        give()
        if (done === tasks.length) resolve(answers)
      })
      thread.on('error', fail)
      give()
    }
  })
}

/** The thread's side: answers each task that comes. Does nothing in the main thread. */
export function serve(answer: (task: unknown) => unknown): void {
  const port = parentPort
  if (port === null) return
  // A promise that fails ends the thread, and with it the job.
  const answerTo = async (task: unknown): Promise<void> => port.postMessage(await answer(task))
  port.on('message', (task: unknown) => void answerTo(task))
}
