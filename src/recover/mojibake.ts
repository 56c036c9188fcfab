import type { Edit } from '../corpus/edit.ts'
import { buildLanguage, type Language } from './language.ts'
import { hanEdits, misreadings } from './mojibake-han.ts'
import { countBeyondAscii, type MojibakeJudge } from './mojibake-judge.ts'
import { latinEdits, latinWritten } from './mojibake-latin.ts'
import type { RecoveryTools } from './tools.ts'

/**
 * Text that was decoded in the wrong encoding, undone where the round trip is exact.
 *
 * Each line is judged by itself first, on strict terms. What misread one line misread the others, too: once enough of
 * the text was undone, and nearly all of it in one way, the lines that were too short to show anything are tried in
 * that way alone. Text that reads well as it stands is not looked at.
 */
export function findMojibake(text: string, tools: RecoveryTools): Edit[] {
  let language: Language | null = null
  const judge: MojibakeJudge = { tools, language: () => (language ??= buildLanguage(tools.model, [])) }
  const lines = linesOf(text)
  const alone = lines.map(({ body, from }) => {
    const edits = hanEdits(body, from, judge, null)
    return edits.length > 0 ? edits : latinEdits(body, from, judge, null)
  })
  const usual = usualMechanism(alone.flat(), text)
  if (usual === null) return alone.flat()
  const misread = misreadings.find(({ read, written }) => usual === `${written} read as ${read}`)
  const written = latinWritten.find((encoding) => usual === `${encoding} read as windows-1252`)
  return lines.flatMap(({ body, from }, i) => {
    const edits = alone[i] ?? []
    const again =
      misread !== undefined
        ? hanEdits(body, from, judge, misread)
        : written === undefined
          ? []
          : latinEdits(body, from, judge, written)
    return lengthOf(again) >= lengthOf(edits) ? again : edits
  })
}

function linesOf(text: string): { body: string; from: number }[] {
  let at = 0
  return text.split(/(?<=[\n\r])/u).map((line) => {
    const from = at
    at += line.length
    return { body: line.replace(/[\n\r]+$/u, ''), from }
  })
}

/** Characters that must have been undone, and the share of them in one way, before the whole text is taken for it. */
const ENOUGH_UNDONE = 16
const MOST_UNDONE = 0.8
/** The share of all that is not ASCII that must have been undone: accidents in another language stay below. */
const MOST_OF_TEXT = 0.3

function usualMechanism(edits: readonly Edit[], text: string): string | null {
  const undone = edits.reduce((sum, { was }) => sum + countBeyondAscii(was), 0)
  if (undone < MOST_OF_TEXT * countBeyondAscii(text)) return null
  const sums = new Map<string, number>()
  for (const { is, proof } of edits)
    if (proof !== undefined) sums.set(proof.mechanism, (sums.get(proof.mechanism) ?? 0) + is.length)
  const all = [...sums.values()].reduce((sum, n) => sum + n, 0)
  const [most] = [...sums].sort(([, a], [, b]) => b - a)
  return most !== undefined && most[1] >= ENOUGH_UNDONE && most[1] >= MOST_UNDONE * all ? most[0] : null
}

function lengthOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, { was }) => sum + was.length, 0)
}
