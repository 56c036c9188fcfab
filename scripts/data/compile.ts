import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDictionary } from './dictionary.ts'
import { dataRules } from './rules.ts'

/** Compiles every data file into a folder. `modules` is the folder of installed packages. */
export async function compileData(modules: string, out: string): Promise<void> {
  const entries = await readDictionary(modules)
  for (const { name, compile } of dataRules) await writeFile(join(out, name), await compile(entries, modules))
}
