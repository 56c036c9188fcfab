import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'
import { compileLexicon } from '../../src/text/lexicon.ts'
import { compileTraditional } from '../../src/text/traditional.ts'
import { compileRecovery } from './recovery.ts'

/**
 * Data files that the core works from, compiled once so that they load fast: the bilingual lexicon and the
 * list of Traditional words from CC-CEDICT (CC BY-SA 4.0), the recovery model from that and what `recovery.ts` names.
 * A rule is pure: the same packages give the same bytes.
 */
export type DataRule = {
  /** The file's name below `.build/data/`. */
  readonly name: string
  /** `modules` is the folder of installed packages. */
  readonly compile: (entries: readonly DictionaryEntry[], modules: string) => Uint8Array | Promise<Uint8Array>
}

export const dataRules: readonly DataRule[] = [
  { name: 'lexicon.bin', compile: compileLexicon },
  { name: 'traditional.bin', compile: compileTraditional },
  { name: 'recovery.bin', compile: compileRecovery },
  // What draws link previews: resvg (MPL 2.0) and Noto Sans TC (SIL OFL 1.1), as their packages have them.
  {
    name: 'resvg.wasm',
    compile: (_entries, modules) => readFile(join(modules, '@resvg/resvg-wasm/index_bg.wasm')),
  },
  {
    name: 'preview-font.ttf',
    compile: (_entries, modules) =>
      readFile(join(modules, '@expo-google-fonts/noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf')),
  },
]
