import { nodeAt } from './corridor.ts'
import { addLogs, type Lattice, type PathBead } from './lattice.ts'
import type { ParagraphEnds } from './paragraphs.ts'
import { shapes } from './shapes.ts'

/** A stretch of the path between boundaries that end a paragraph on both sides. */
export type PathRow = { readonly beads: readonly PathBead[]; readonly posterior: number }

/** Cuts a path of sentence beads into rows. `keep` says that a row may not be cut at this boundary. */
export function cutRows(
  lattice: Lattice,
  path: readonly PathBead[],
  ends: ParagraphEnds,
  keep: (i: number, j: number) => boolean = () => false,
): PathRow[] {
  const isCut = (i: number, j: number): boolean => ends.left[i] === 1 && ends.right[j] === 1 && !keep(i, j)
  const rows: PathRow[] = []
  let open: PathBead[] = []
  for (const bead of path) {
    open.push(bead)
    if (!isCut(bead.i + bead.a, bead.j + bead.b)) continue
    rows.push({ beads: open, posterior: rowPosterior(lattice, open, isCut) })
    open = []
  }
  if (open.length > 0) throw new RangeError(`cutRows: ${open.length} beads behind the last paragraph's end`)
  return rows
}

/**
 * The share of all paths that make this very row: they run through its first and last node and are not cut between,
 * whatever their sentence beads.
 */
function rowPosterior(lattice: Lattice, beads: readonly PathBead[], isCut: (i: number, j: number) => boolean): number {
  const { corridor, tried, scores, forward, backward, total } = lattice
  const first = beads[0]
  const last = beads[beads.length - 1]
  if (first === undefined || last === undefined) return 0
  const toRow = last.i + last.a
  const toColumn = last.j + last.b
  const width = toColumn - first.j + 1
  const inside = new Float64Array((toRow - first.i + 1) * width).fill(Number.NEGATIVE_INFINITY)
  inside[0] = 0
  for (let i = first.i; i <= toRow; i += 1)
    for (let j = first.j; j <= toColumn; j += 1) {
      const here = inside[(i - first.i) * width + j - first.j] ?? 0
      const isStart = i === first.i && j === first.j
      if (here === Number.NEGATIVE_INFINITY || (!isStart && isCut(i, j))) continue
      const node = nodeAt(corridor, i, j)
      for (let s = 0; node >= 0 && s < tried; s += 1) {
        const { left = 0, right = 0 } = shapes[s] ?? {}
        const score = scores[node * tried + s] ?? Number.NEGATIVE_INFINITY
        if (score === Number.NEGATIVE_INFINITY || i + left > toRow || j + right > toColumn) continue
        const target = (i + left - first.i) * width + j + right - first.j
        inside[target] = addLogs(inside[target] ?? 0, here + score)
      }
    }
  const before = forward[nodeAt(corridor, first.i, first.j)] ?? 0
  const after = backward[nodeAt(corridor, toRow, toColumn)] ?? 0
  return Math.min(1, Math.exp(before + (inside[inside.length - 1] ?? 0) + after - total))
}
