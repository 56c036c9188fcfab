import type { Edit } from '../../corpus/edit.ts'
import { applyEdits } from '../../corpus/replay.ts'
import type { Extracted } from './weave.ts'

/**
 * Plain text: every line that is not blank is a paragraph. `rejoin` finds the line ends that only wrap a paragraph;
 * they are taken out first. Indents and trailing white space stay in the text, outside the blocks.
 * A line ends as Unicode says (UAX 14, mandatory breaks): CR LF, CR, LF, vertical tab, form feed, NEL, LS or PS.
 */
export function extractPlain(source: string, rejoin: (text: string) => readonly Edit[]): Extracted {
  const edits = rejoin(source)
  const text = applyEdits(source, edits)
  const blocks = Array.from(text.matchAll(/[^\n\r\v\f\u0085\u2028\u2029]+/g), ({ 0: line, index }) => {
    const from = index + line.length - line.trimStart().length
    return { kind: 'paragraph', at: { from, to: from + line.trim().length } } as const
  }).filter(({ at }) => at.from < at.to)
  return { edits, text, blocks }
}
