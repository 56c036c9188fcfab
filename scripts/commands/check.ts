import { buildCollection } from '../collection.ts'
import { exit, hasErrors, reportFaults } from '../report.ts'
import { loadTools } from '../tools.ts'

export type CheckOptions = { readonly content: string; readonly strict?: boolean; readonly json?: boolean }

/** Everything that is wrong with the content. Builds in memory, since some of it shows only then; writes nothing. */
export async function check({ content, strict, json }: CheckOptions): Promise<number> {
  const { notices, faults } = await buildCollection(content, loadTools())
  if (json === true) process.stdout.write(`${JSON.stringify({ faults }, null, 2)}\n`)
  else {
    reportFaults(faults)
    const errors = faults.filter((fault) => fault.severity !== 'warning').length
    process.stdout.write(`${notices.length} notices sound, ${errors} errors, ${faults.length - errors} warnings\n`)
  }
  return hasErrors(faults) || (strict === true && faults.length > 0) ? exit.badInput : exit.done
}
