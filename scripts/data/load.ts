import { readFileSync } from 'node:fs'

/** The bytes of a compiled data file. The bundle lies in `.build/cli`, the data beside it in `.build/data`. */
export function loadData(name: string): Uint8Array {
  return readFileSync(new URL(`../data/${name}`, import.meta.url))
}
