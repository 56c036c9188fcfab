import { buildCodec, type Codec } from './codec.ts'
import { parseRecoveryModel, type RecoveryModel } from './model.ts'

/** What recovery works with: the compiled model, code tables, and decoders that the caller hands in. */
export type RecoveryTools = {
  readonly model: RecoveryModel
  readonly gbk: Codec
  readonly decode: DecodeAs
}

export type DecodeAs = (
  bytes: Uint8Array,
  encoding: 'gb18030' | 'big5' | 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be',
) => string | null

/** Takes some tens of milliseconds; keep the result. `model` is `compileRecoveryModel`'s bytes. */
export function buildRecoveryTools(given: { readonly model: Uint8Array; readonly decode: DecodeAs }): RecoveryTools {
  return {
    model: parseRecoveryModel(given.model),
    gbk: buildCodec((bytes) => given.decode(bytes, 'gb18030')),
    decode: given.decode,
  }
}
