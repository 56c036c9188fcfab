import { readFileSync } from 'node:fs'

/** Bundled, this stands in `.build/cli` and the data beside it; run from its source, as tests do, it looks there. */
const folder = import.meta.url.endsWith('.ts') ? '../../.build/data/' : '../data/'

/** The bytes of a compiled data file. */
export function loadData(name: string): Uint8Array {
  return readFileSync(new URL(folder + name, import.meta.url))
}
