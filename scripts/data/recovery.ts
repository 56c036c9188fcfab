import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pinyin } from 'pinyin-pro'
import { compileRecoveryModel, type RecoverySources, type WordCount } from '../../src/recover/index.ts'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'

/**
 * What the recovery model is compiled from: CC-CEDICT for words in both scripts and their readings, jieba's word list
 * (MIT) for how common words are, pinyin-pro (MIT) for readings of characters that no entry has.
 * `modules` is the folder of installed packages.
 */
export async function readRecoverySources(
  entries: readonly DictionaryEntry[],
  modules: string,
): Promise<RecoverySources> {
  return { entries, words: await readWordCounts(modules), readings: listReadings() }
}

export async function compileRecovery(entries: readonly DictionaryEntry[], modules: string): Promise<Uint8Array> {
  return compileRecoveryModel(await readRecoverySources(entries, modules))
}

/** jieba's list: a word, its count and its part of speech a line. */
async function readWordCounts(modules: string): Promise<WordCount[]> {
  const lines = (await readFile(join(modules, '@node-rs', 'jieba', 'dict.txt'), 'utf8')).split('\n')
  return lines.flatMap((line) => {
    const [word = '', count = ''] = line.split(' ')
    return word === '' ? [] : [{ word, count: Number(count) }]
  })
}

function listReadings(): { char: string; readings: string[] }[] {
  const lists: { char: string; readings: string[] }[] = []
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const char = String.fromCharCode(code)
    const readings = pinyin(char, { multiple: true, type: 'array' }).filter((reading) => reading !== char)
    if (readings.length > 0) lists.push({ char, readings })
  }
  return lists
}
