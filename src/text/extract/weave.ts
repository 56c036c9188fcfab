import type { Edit, EditKind } from '../../corpus/edit.ts'
import type { BlockKind } from '../../corpus/notice.ts'
import type { Run } from '../../corpus/run.ts'
import type { Draft, PagePart } from './draft.ts'
import { inSourceOrder } from './order.ts'
import { unitsOf } from './units.ts'

/** What is left of a source when its markup is taken off. `edits` lead from the source to `text`. */
export type Extracted = {
  readonly edits: readonly Edit[]
  readonly text: string
  /** In `text`: in order, disjoint, with nothing but white space outside them. */
  readonly blocks: readonly ExtractedBlock[]
}

export type ExtractedBlock = BlockKind & { readonly at: Run; readonly part?: PagePart }

/**
 * Drafts of blocks -> the text, and the edits that make it of the source.
 *
 * Whatever stands between two stretches of a block is replaced by what joins them (nothing, a space, a line break, a
 * tab), whatever stands between two blocks by an empty line, or by a line end inside a list or a table; white space
 * that already parts two blocks is left alone. So each edit is local, and undoing them all gives the source.
 */
export function weave(source: string, drafts: readonly Draft[]): Extracted {
  const edits: Edit[] = []
  const parts: string[] = []
  const blocks: ExtractedBlock[] = []
  let done = 0
  let length = 0
  const put = (to: number, is: string, kind: EditKind): void => {
    const was = source.slice(done, to)
    if (was !== is)
      edits.push(kind === 'markup' ? trimmedEdit(done, was, is) : { kind, at: { from: done, to }, was, is })
    parts.push(is)
    length += is.length
    done = to
  }
  let before: BlockKind | null = null
  for (const { draft, units } of inSourceOrder(drafts).map((draft) => ({ draft, units: unitsOf(draft) }))) {
    const first = units[0]
    if (first === undefined) continue
    put(first.at.from, parting(source.slice(done, first.at.from), before, draft.block), 'markup')
    const from = length
    for (const unit of units) {
      put(unit.at.from, unit.joint, jointKind(source.slice(done, unit.at.from)))
      put(unit.at.to, unit.is, unit.kind ?? 'markup')
    }
    blocks.push({
      ...draft.block,
      at: { from, to: length },
      ...(draft.part === undefined ? {} : { part: draft.part }),
    })
    before = draft.block
  }
  const rest = source.slice(done)
  put(source.length, isBlank(rest) ? rest : /\n\s*$/.test(rest) ? '\n' : '', 'markup')
  return { edits, text: parts.join(''), blocks }
}

/** What comes between two blocks, given what the source has there. */
function parting(was: string, before: BlockKind | null, after: BlockKind): string {
  if (before === null) return isBlank(was) ? was : ''
  if (isBlank(was) && /[\n\r]/.test(was)) return was
  const together = before.kind === after.kind && (after.kind === 'item' || after.kind === 'table-row')
  return together ? '\n' : '\n\n'
}

function jointKind(was: string): EditKind {
  return was !== '' && isBlank(was) && /[\n\r]/.test(was) ? 'line-break' : 'markup'
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

/** Markup taken off, without the white space at its ends that stays. */
function trimmedEdit(from: number, was: string, is: string): Edit {
  const shorter = Math.min(was.length, is.length)
  let head = 0
  while (head < shorter && was[head] === is[head]) head += 1
  let tail = 0
  while (tail < shorter - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail += 1
  const at = { from: from + head, to: from + was.length - tail }
  return { kind: 'markup', at, was: was.slice(head, was.length - tail), is: is.slice(head, is.length - tail) }
}
