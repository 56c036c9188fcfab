import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDictionary } from './dictionary.ts'
import { dataRules } from './rules.ts'

/** Compiles every data file into a folder. `packageFrom` is a file beside whose packages the dictionary lies. */
export async function compileData(packageFrom: string, out: string): Promise<void> {
  const entries = await readDictionary(packageFrom)
  for (const { name, compile } of dataRules) await writeFile(join(out, name), compile(entries))
}
