import { decodeSource } from '../../src/text/decode.ts'
import { placeOf, type Fault } from '../../src/corpus/fault.ts'
import type { Edit, EditKind } from '../../src/corpus/edit.ts'
import { recover } from '../../src/recover/index.ts'
import { decoders } from '../decoders.ts'
import { readInput } from '../files.ts'
import { exit, InputError, reportFaults } from '../report.ts'
import { loadRecovery } from '../tools.ts'

export type RecoverOptions = { readonly json?: boolean; readonly encoding?: string; readonly strict?: boolean }
