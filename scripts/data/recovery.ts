import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { pinyin } from 'pinyin-pro'
import { compileRecoveryModel, type RecoverySources, type WordCount } from '../../src/recover/index.ts'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'

/**
 * What the recovery model is compiled from: CC-CEDICT for words in both scripts and their readings, jieba's word list
 * (MIT) for how common words are, pinyin-pro (MIT) for readings of characters that no entry has, and counts of character
 * sequences in prose that `scripts/distil-prose.js` made from open-gram (CC BY-SA 3.0; its figures stay under it).
 * `modules` is the folder of installed packages.
 */
async function readRecoverySources(entries: readonly DictionaryEntry[], modules: string): Promise<RecoverySources> {
  return { entries, words: await readWordCounts(modules), readings: listReadings(), prose: await readProse() }
}

export async function compileRecovery(entries: readonly DictionaryEntry[], modules: string): Promise<Uint8Array> {
  return compileRecoveryModel(await readRecoverySources(entries, modules))
}

/** Bundled, this stands in a folder below `.build`; run from its source, as tests do, beside the counts. */
const counts = import.meta.url.endsWith('.ts') ? './prose-counts.bin' : '../../scripts/data/prose-counts.bin'
/** Data are compiled anew when this code changes, so it has to know which counts it reads. */
const COUNTS_SIZE = 1_485_460

async function readProse(): Promise<Uint8Array> {
  const packed = await readFile(new URL(counts, import.meta.url))
  if (packed.length !== COUNTS_SIZE)
    throw new RangeError(`prose-counts.bin: ${packed.length} bytes, not ${COUNTS_SIZE}`)
  return brotliDecompressSync(packed)
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
