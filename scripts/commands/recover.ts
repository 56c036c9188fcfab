import type { EditKind } from '../../src/corpus/edit.ts'
import { placeOf } from '../../src/corpus/fault.ts'
import { offsetMap } from '../../src/corpus/replay.ts'
import { recover, type Recovery } from '../../src/recover/index.ts'
import { decodeSource, type Decoded } from '../../src/text/decode.ts'
import { decoders } from '../decoders.ts'
import { readInput } from '../files.ts'
import { counted, exit, InputError, reportFaults } from '../report.ts'
import { loadRecovery } from '../tools.ts'

export type RecoverOptions = { readonly json?: boolean; readonly encoding?: string; readonly strict?: boolean }

/** Prints a text with its damage undone. Damage that is left is said, and is a failure only when `strict`. */
export async function recoverFile(file: string, options: RecoverOptions): Promise<number> {
  const decoded = decodeSource(await readInput(file), decoders, options.encoding)
  if (!decoded.ok) throw new InputError([{ file, ...decoded.place, what: decoded.what, todo: decoded.todo }])
  const recovery = recover(decoded.text, { tools: loadRecovery() })
  process.stdout.write(options.json === true ? `${JSON.stringify(asJson(decoded, recovery))}\n` : recovery.text)
  reportFaults(decoded.doubts.map(({ what, todo }) => ({ file, severity: 'warning', what, todo })))
  const toReceived = offsetMap(recovery.edits)
  for (const { at, was, why, candidates } of recovery.unresolved) {
    const { line, column } = placeOf(decoded.text, toReceived.innerBack(at).from)
    const may = candidates.length === 0 ? '' : ` It may be ${candidates.map((text) => `“${text}”`).join(' or ')}.`
    process.stderr.write(`${file}:${line}:${column}: unresolved: “${was}” (${why}).${may}\n`)
  }
  process.stderr.write(`${summary(recovery)}\n`)
  return options.strict === true && recovery.unresolved.length > 0 ? exit.badInput : exit.done
}

/** Runs count UTF-16 units of the decoded source. */
function asJson({ text: source, encoding }: Decoded, { text, edits, unresolved }: Recovery) {
  const map = offsetMap(edits)
  return {
    text,
    encoding,
    edits: edits.map(({ kind, at, was, is, proof }) => ({
      kind,
      ...at,
      was,
      is,
      ...(proof === undefined ? {} : { proof }),
    })),
    unresolved: unresolved.map(({ at, why, cause, candidates }) => {
      const received = map.innerBack(at)
      return { ...received, was: source.slice(received.from, received.to), why, cause, candidates }
    }),
  }
}

const words: readonly (readonly [kind: EditKind, one: string, many: string])[] = [
  ['reading', 'reading stripped', 'readings stripped'],
  ['punctuation', 'punctuation mark widened', 'punctuation marks widened'],
  ['mojibake', 'passage decoded anew', 'passages decoded anew'],
  ['entity', 'entity read', 'entities read'],
  ['space', 'stray space removed', 'stray spaces removed'],
  ['width', 'full-width run narrowed', 'full-width runs narrowed'],
  ['compatibility', 'character composed', 'characters composed'],
  ['control', 'control character removed', 'control characters removed'],
]

/** `7 slips recovered and proved, 0 unresolved, 184 readings stripped, …`: kinds with none are left out. */
function summary({ edits, unresolved }: Recovery): string {
  const count = (kind: EditKind): number => edits.filter((edit) => edit.kind === kind).length
  const slips = count('slip')
  return [
    `${counted(slips, 'slip')} recovered and proved`,
    `${unresolved.length} unresolved`,
    ...words.flatMap(([kind, one, many]) => {
      const n = count(kind)
      return n === 0 ? [] : [counted(n, one, many)]
    }),
  ].join(', ')
}
