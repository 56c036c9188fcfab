import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { checkout } from './content.ts'

export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs the command line as a person would, and gives what it printed and its exit code. */
export function duidu(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(checkout, 'scripts/duidu.js'), ...args],
      { cwd: checkout, encoding: 'utf8', maxBuffer: 1 << 26 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, out, err })
      },
    )
  })
}
