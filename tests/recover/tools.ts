import { fileURLToPath } from 'node:url'
import { compileRecovery } from '../../scripts/data/recovery.ts'
import { readDictionary } from '../../scripts/data/dictionary.ts'
import { decoders } from '../../scripts/decoders.ts'
import { buildRecoveryTools } from '../../src/recover/index.ts'

/** The real model, compiled as the build compiles it, and the decoders of the command line. Takes a second or two: once a test file. */
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
export const recoveryTools = buildRecoveryTools({
  model: await compileRecovery(await readDictionary(modules), modules),
  decode: decoders.decode,
})
