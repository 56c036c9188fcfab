import type { WordState } from './language.ts'
import type { LeadSet } from './search-tables.ts'

/** A reading in brackets that had been put in, by how many bytes of the repaired run stand before it. */
export type InsertedReading = { readonly at: number; readonly text: string }

/** A path on its way: what it has made of the received characters before `at`. */
export type Node = {
  readonly at: number
  /** The lead byte that waits for its trail byte; 0 in step; -1 when it is one of `leads`. */
  readonly pending: number
  readonly leads: LeadSet | null
  readonly state: WordState
  readonly score: number
  readonly is: string
  readonly readings: readonly InsertedReading[]
  readonly vanished: number
}

/** Paths kept at each received character. */
const BEAM = 64
/** A path in the beam that is this much worse than the best there is not followed. */
const BEAM_SPREAD = 12
/** Paths kept that agree in what they have come to. */
const RIVALS_KEPT = 4

/** The paths that wait at each received character, the best of each state and not only the best. */
export class Agenda {
  private readonly waiting = new Map<number, Map<number, Node[]>>()
  /** The best score seen at each place, so that hopeless paths are not even written down. */
  private readonly best = new Map<number, number>()
  private furthest = -1

  /** Below this score a path at this place is not worth following. */
  floor(at: number): number {
    return (this.best.get(at) ?? -Infinity) - BEAM_SPREAD
  }

  put(node: Node) {
    if (node.score < this.floor(node.at)) return
    if (node.score > (this.best.get(node.at) ?? -Infinity)) this.best.set(node.at, node.score)
    if (node.at > this.furthest) this.furthest = node.at
    const bucket = this.waiting.get(node.at) ?? new Map<number, Node[]>()
    this.waiting.set(node.at, bucket)
    const lead = node.pending >= 0 ? node.pending : 256 + (node.leads?.id ?? 0)
    const state = (lead * 0x10000 + node.state.previous) * 0x10000 + node.state.beforeThat
    const rivals = bucket.get(state)
    if (rivals === undefined) bucket.set(state, [node])
    else {
      rivals.push(node)
      rivals.sort((a, b) => b.score - a.score)
      rivals.length = Math.min(RIVALS_KEPT, rivals.length)
    }
  }

  /** Takes the paths at a place, best first; `null` where none came. */
  take(at: number): Node[] | null {
    const bucket = this.waiting.get(at)
    this.waiting.delete(at)
    if (bucket === undefined) return null
    const nodes = bestOf([...bucket.values()].flat(), BEAM)
    const top = nodes[0]?.score ?? 0
    return nodes.filter((node) => node.score > top - BEAM_SPREAD)
  }

  hasAfter(at: number): boolean {
    return this.furthest > at
  }
}

export function bestOf(nodes: Node[], count: number): Node[] {
  return nodes.sort((a, b) => b.score - a.score).slice(0, count)
}
