import { formatFault, type Fault } from '../src/corpus/fault.ts'

/** Exit codes of every command. */
export const exit = { done: 0, badInput: 1, wrongUsage: 2 } as const

/** Writes faults to standard error, one a line, warnings said to be warnings. */
export function reportFaults(faults: readonly Fault[]): void {
  for (const fault of faults)
    process.stderr.write(`${fault.severity === 'warning' ? 'warning: ' : 'error: '}${formatFault(fault)}\n`)
}

export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some((fault) => fault.severity !== 'warning')
}

/** `1 notice`, `2 notices`; what doesn't end in s is named in full. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A line that rewrites itself on a terminal and is silent in a pipe. */
export function progress(
  label: string,
  total: number,
): { readonly step: (done: number) => void; readonly end: () => void } {
  const shown = process.stderr.isTTY
  let last = ''
  const draw = (line: string): void => {
    if (!shown || line === last) return
    process.stderr.write(`\r\u001b[K${line}`)
    last = line
  }
  return {
    step: (done) => draw(`${label} ${done}/${total}`),
    end: () => draw(''),
  }
}

/** A fault that ends a command at once: a file that can't be read, a folder that isn't there. */
export class InputError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'))
    this.name = 'InputError'
  }
}
