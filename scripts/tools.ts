import { createHash } from 'node:crypto'
import { buildRecoveryTools } from '../src/recover/index.ts'
import { parseLexicon, type Lexicon } from '../src/text/lexicon.ts'
import { parseTraditional, type Traditional } from '../src/text/traditional.ts'
import type { BuildTools } from '../src/build/pipeline.ts'
import { decoders } from './decoders.ts'
import { loadData } from './data/load.ts'

/** The bilingual dictionary, loaded once a process. */
let lexicon: Lexicon | null = null

export function loadLexicon(): Lexicon {
  lexicon ??= parseLexicon(loadData('lexicon.bin'))
  return lexicon
}

/** Traditional words as they are written, likewise. */
let traditional: Traditional | null = null

export function loadTraditional(): Traditional {
  traditional ??= parseTraditional(loadData('traditional.bin'))
  return traditional
}

/** Code tables and the recovery model, likewise. */
let recovery: BuildTools['recovery'] | null = null

export function loadRecovery(): BuildTools['recovery'] {
  recovery ??= buildRecoveryTools({ model: loadData('recovery.bin'), decode: decoders.decode })
  return recovery
}

/** What the pipeline is handed on Node. */
export function loadTools(): BuildTools {
  return { decoders, recovery: loadRecovery(), lexicon: loadLexicon(), traditional: loadTraditional(), sha256 }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
