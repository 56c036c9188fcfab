import { nodeAt, withRegions } from './corridor.ts'
import { Evidence } from './evidence.ts'
import { spansOf, weighPaths, type Lattice, type PathBead } from './lattice.ts'
import { shapes } from './shapes.ts'
import { weightsOf, type Solution, type Task } from './solve.ts'

/**
 * What would stand in a bead's place if it were forbidden, and how much worse the whole alignment would be.
 *
 * The search has dropped by its end what it found hopeless, and often all but the bead itself. Here the corridor is
 * opened again about the bead, and every shape is weighed there.
 *
 * Units   nats.
 */
export type Rival = { readonly beads: readonly PathBead[]; readonly behind: number }

/** How far about a bead a rival is looked for, in segments. */
const margin = 3

/** `null` when nothing else is possible, as for a lone pair or a pinned one. */
export function rivalOf(task: Task, { lattice, model, paragraphs }: Solution, bead: PathBead): Rival | null {
  const { left, right } = task
  const { i, a, j, b } = bead
  const around = {
    left: { from: Math.max(0, i - margin), to: Math.min(left.count, i + a + margin) },
    right: { from: Math.max(0, j - margin), to: Math.min(right.count, j + b + margin) },
  }
  const corridor = withRegions(lattice.corridor, [around], right.count)
  // Far from the bead nothing changes: what was worth weighing there is what the last search kept.
  const tried = shapes.length
  const worth = new Uint8Array(corridor.size * tried)
  for (let row = 0; row < corridor.lo.length; row += 1)
    for (let column = corridor.lo[row] ?? 0; column <= (corridor.hi[row] ?? -1); column += 1) {
      const node = nodeAt(corridor, row, column)
      const before = nodeAt(lattice.corridor, row, column)
      for (const [s, shape] of shapes.entries()) {
        const [toRow, toColumn] = [row + shape.left, column + shape.right]
        if (nodeAt(corridor, toRow, toColumn) < 0) continue
        const isNear =
          row >= around.left.from &&
          toRow <= around.left.to &&
          column >= around.right.from &&
          toColumn <= around.right.to
        const wasKept =
          before >= 0 &&
          (lattice.scores[before * lattice.tried + s] ?? Number.NEGATIVE_INFINITY) > Number.NEGATIVE_INFINITY
        if (isNear || (s < lattice.tried && wasKept)) worth[node * tried + s] = 1
      }
    }
  const evidence = new Evidence(left, right, model, spansOf(corridor, tried, worth))
  const wide = weighPaths(corridor, weightsOf(task, model, paragraphs, evidence), tried, worth)
  const other = heaviest(wide, bead)
  const all = heaviest(wide, null)
  if (other === null || all === null) return null
  const touches = (from: number, count: number, at: number, run: number): boolean =>
    at < from + count && from < at + run
  const beads = other.beads.filter((one) => touches(i, a, one.i, one.a) || touches(j, b, one.j, one.b))
  return { beads, behind: all.weight - other.weight }
}

/** The heaviest path, if need be the heaviest of those without a bead. */
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
