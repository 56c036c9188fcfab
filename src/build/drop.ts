import type { Fault } from '../corpus/fault.ts'
import { sliceRun, type Run } from '../corpus/run.ts'
import type { DropRule } from '../corpus/schema/content.ts'
import type { Dropped } from '../corpus/notice.ts'
import { proposeDrops, type DropCandidate } from '../text/boilerplate.ts'
import type { PagePart } from '../text/extract/draft.ts'

/** A block before it is decided whether it stays: its recovered text's run, and what was received for it. */
export type Candidate = { readonly at: Run; readonly received: string; readonly part?: PagePart }

export type Sorted<B extends Candidate> = {
  readonly kept: readonly B[]
  readonly dropped: readonly Dropped[]
  /** Rules that matched no block, by index. */
  readonly idle: readonly number[]
  readonly titleFound: boolean
}

/**
 * Parts the blocks of a side into those that stay and those that don't.
 *
 * A rule is matched against a block's recovered and its received text. The title, where it is said to stand in the
 * source, is lifted from the first block that has its words. Width and white space never matter for whole texts.
 */
export function sortBlocks<B extends Candidate>(
  text: string,
  blocks: readonly B[],
  rules: readonly DropRule[],
  options: { readonly title: string | null; readonly auto: boolean },
): Sorted<B> {
  const loose = rules.map((rule) => ('text' in rule ? plain(rule.text) : new RegExp(rule.pattern, 'u')))
  const used = new Set<number>()
  const title = options.title === null ? null : plain(options.title)
  const proposals = new Map(
    options.auto
      ? proposeDrops(blocks.map((block) => ({ ...block, text: sliceRun(text, block.at) }))).map((p) => [
          p.index,
          p.reason,
        ])
      : [],
  )
  const kept: B[] = []
  const dropped: Dropped[] = []
  let titleFound = false
  blocks.forEach((block, index) => {
    const shown = sliceRun(text, block.at)
    const forms = [plain(shown), plain(block.received)]
    if (title !== null && !titleFound && forms.includes(title)) {
      titleFound = true
      dropped.push({ at: block.at, reason: 'title', title: true })
      return
    }
    const matching = loose.findIndex((rule) =>
      typeof rule === 'string' ? forms.includes(rule) : rule.test(shown) || rule.test(block.received),
    )
    const rule = rules[matching]
    if (rule !== undefined) {
      used.add(matching)
      dropped.push({ at: block.at, reason: rule.reason })
      return
    }
    const reason = proposals.get(index)
    if (reason === undefined) kept.push(block)
    else dropped.push({ at: block.at, reason })
  })
  return { kept, dropped, idle: rules.flatMap((_, at) => (used.has(at) ? [] : [at])), titleFound }
}

/** Tells the author which of the kept blocks `drop: auto` would drop. */
export function proposalWarnings(
  file: string,
  blocks: readonly (DropCandidate & { readonly line: number; readonly column: number })[],
): Fault[] {
  return proposeDrops(blocks).flatMap(({ index, reason }) => {
    const block = blocks[index]
    if (block === undefined) return []
    const { line, column, text } = block
    const what = `This block looks like no part of the notice (${reason}): “${shortened(text)}”`
    return [
      { file, line, column, severity: 'warning', what, todo: 'Drop it in notice.yaml, or write drop: auto there' },
    ]
  })
}

/** On one line, since a message is one. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`
}

/** Width, case of width variants and white space folded away: for comparing whole blocks. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
