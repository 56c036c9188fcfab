import { fileURLToPath } from 'node:url'
import { compileRecovery } from '../../scripts/data/recovery.ts'
import { readDictionary } from '../../scripts/data/dictionary.ts'
import { buildRecoveryTools, type DecodeAs } from '../../src/recover/index.ts'

const decode: DecodeAs = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The real model, compiled as the build compiles it. Takes a second or two: once a test file. */
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
export const recoveryTools = buildRecoveryTools({
  model: await compileRecovery(await readDictionary(modules), modules),
  decode,
})
