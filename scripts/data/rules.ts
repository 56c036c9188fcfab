import { compileRecoveryModel } from '../../src/recover/index.ts'
import type { DictionaryEntry } from '../../src/text/dictionary.ts'
import { compileLexicon } from '../../src/text/lexicon.ts'

/**
 * Data files that the core works from, compiled once from CC-CEDICT (CC BY-SA 4.0) so that they load fast.
 * A rule is pure: the same dictionary gives the same bytes.
 */
export type DataRule = {
  /** The file's name below `.build/data/`. */
  readonly name: string
  readonly compile: (entries: readonly DictionaryEntry[]) => Uint8Array
}

export const dataRules: readonly DataRule[] = [
  { name: 'lexicon.bin', compile: compileLexicon },
  { name: 'recovery.bin', compile: (entries) => compileRecoveryModel({ entries }) },
]
