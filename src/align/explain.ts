import { byLang, type ByLang } from '../corpus/lang.ts'
import type { Run } from '../corpus/run.ts'
import { calibrated } from './calibrate.ts'
import { nodeAt } from './corridor.ts'
import type { EncodedSide } from './encode.ts'
import { Evidence } from './evidence.ts'
import type { Lattice, PathBead, Spans } from './lattice.ts'
import { shapes } from './shapes.ts'
import { solve, type Solution, type Task } from './solve.ts'
import { flatten, prepare, type AlignOptions, type AlignSide } from './task.ts'

/**
 * Why segments stand together: the words that bind them, the lengths, the shape, and the best alignment without
 * this bead with what it would cost.
 *
 * Units   nats: a bead one nat better is e times likelier.
 */
export type Explanation = ByLang<Run> & {
  readonly score: number
  /** Words that translate one another here, the strongest first; `worth` in nats. Numbers begin with `#`. */
  readonly words: readonly { readonly en: string; readonly zh: string; readonly worth: number }[]
  /** What words, lengths and the shape bring. */
  readonly evidence: { readonly words: number; readonly lengths: number; readonly shape: number }
  readonly lengths: ByLang<number>
  /** The beads that would stand here instead, and by how much they are behind; `null` when nothing else is possible. */
  readonly runnerUp: { readonly beads: readonly ByLang<Run>[]; readonly behind: number } | null
}

/** Explains the sentence beads that touch the given paragraphs of the English side or, failing those, the Chinese. */
export function explainBead(sides: ByLang<AlignSide>, options: AlignOptions, paragraphs: ByLang<Run>): Explanation[] {
  const flat = byLang((lang) => flatten(sides[lang]))
  const { task } = prepare(flat, options, true)
  const solution = solve(task)
  const wanted = byLang((lang) => ({
    from: flat[lang].starts[paragraphs[lang].from] ?? 0,
    to: flat[lang].starts[paragraphs[lang].to] ?? 0,
  }))
  return solution.path
    .filter(({ i, a, j, b }) => touches(wanted.en, i, a) || touches(wanted['zh-Hant'], j, b))
    .map((bead) => explain(task, solution, bead))
}

function touches({ from, to }: Run, at: number, count: number): boolean {
  return at < to && from < at + count
}

function explain(task: Task, { lattice, model }: Solution, bead: PathBead): Explanation {
  const { left, right } = task
  const { i, a, j, b, posterior } = bead
  const evidence = new Evidence(left, right, model, beadSpans(left.count, bead))
  const shape = shapes.findIndex((one) => one.left === a && one.right === b)
  const isNull = a === 0 || b === 0
  return {
    ...runsOf(bead),
    score: calibrated(posterior),
    words: isNull ? [] : strongestLinks(left, right, model.table, bead),
    evidence: {
      words: isNull ? 0 : evidence.lexical(i, a, j, b) * model.trust,
      lengths: isNull ? 0 : evidence.length(i, a, j, b),
      shape: model.shapes[shape] ?? 0,
    },
    lengths: { en: lengthOf(left, i, a), 'zh-Hant': lengthOf(right, j, b) },
    runnerUp: runnerUp(lattice, bead),
  }
}

/** Only the bead's own segments meet. */
function beadSpans(rows: number, { i, a, j, b }: PathBead): Spans {
  const spans = { from: new Int32Array(rows), to: new Int32Array(rows) }
  spans.from.fill(j, i, i + a)
  spans.to.fill(j + b, i, i + a)
  return spans
}

function runsOf({ i, a, j, b }: PathBead): ByLang<Run> {
  return { en: { from: i, to: i + a }, 'zh-Hant': { from: j, to: j + b } }
}

function lengthOf(side: EncodedSide, from: number, count: number): number {
  return side.lengths.slice(from, from + count).reduce((sum, length) => sum + length, 0)
}

const mostWords = 12

function strongestLinks(
  left: EncodedSide,
  right: EncodedSide,
  table: Solution['model']['table'],
  { i, a, j, b }: PathBead,
): Explanation['words'] {
  const here = new Set(right.tokens.subarray(right.starts[j], right.starts[j + b]))
  const found: Explanation['words'][number][] = []
  for (const type of new Set(left.tokens.subarray(left.starts[i], left.starts[i + a])))
    for (let link = type === 0 ? 0 : (table.leftEnds[type - 1] ?? 0); link < (table.leftEnds[type] ?? 0); link += 1) {
      const other = table.right[link] ?? 0
      if (!here.has(other)) continue
      const chance = (right.frequency[other] ?? 1) / right.tokens.length
      const worth = Math.log1p((table.forth[link] ?? 0) / chance / Math.max(1, lengthOfTokens(left, i, a)))
      found.push({ en: left.types[type] ?? '', zh: right.types[other] ?? '', worth })
    }
  return found.sort((one, other) => other.worth - one.worth).slice(0, mostWords)
}

function lengthOfTokens(side: EncodedSide, from: number, count: number): number {
  return (side.starts[from + count] ?? 0) - (side.starts[from] ?? 0)
}

/** The heaviest path without the bead, against the heaviest with it. */
function runnerUp(lattice: Lattice, bead: PathBead): Explanation['runnerUp'] {
  const other = heaviest(lattice, bead)
  if (other === null) return null
  const all = heaviest(lattice, null)
  if (all === null) return null
  const differs = other.beads.filter(
    ({ i, a, j, b }) =>
      touches({ from: bead.i, to: bead.i + bead.a }, i, a) || touches({ from: bead.j, to: bead.j + bead.b }, j, b),
  )
  return { beads: differs.map(runsOf), behind: all.weight - other.weight }
}

function heaviest(
  { corridor, tried, scores }: Lattice,
  without: PathBead | null,
): { readonly beads: readonly PathBead[]; readonly weight: number } | null {
  const rows = corridor.lo.length
  const best = new Float64Array(corridor.size).fill(Number.NEGATIVE_INFINITY)
  const choice = new Int8Array(corridor.size).fill(-1)
  best[corridor.size - 1] = 0
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = corridor.hi[i] ?? -1; j >= (corridor.lo[i] ?? 0); j -= 1) {
      const node = nodeAt(corridor, i, j)
      for (const [s, shape] of shapes.slice(0, tried).entries()) {
        const score = scores[node * tried + s] ?? Number.NEGATIVE_INFINITY
        if (score === Number.NEGATIVE_INFINITY) continue
        if (without?.i === i && without.j === j && without.a === shape.left && without.b === shape.right) continue
        const value = score + (best[nodeAt(corridor, i + shape.left, j + shape.right)] ?? Number.NEGATIVE_INFINITY)
        if (value <= (best[node] ?? 0)) continue
        best[node] = value
        choice[node] = s
      }
    }
  if (best[0] === Number.NEGATIVE_INFINITY) return null
  const beads: PathBead[] = []
  for (let i = 0, j = 0; ;) {
    const shape = shapes[choice[nodeAt(corridor, i, j)] ?? -1]
    if (shape === undefined) return { beads, weight: best[0] ?? 0 }
    beads.push({ i, a: shape.left, j, b: shape.right, posterior: 0 })
    i += shape.left
    j += shape.right
  }
}
