import { bracketAt, pastReading } from './bracket.ts'
import type { InsertedReading, Node } from './search-agenda.ts'
import { isFirmReading, RAREST_RECEIVED, type SearchInput, type SearchTools } from './search-input.ts'

/** A finished path: one way to read a slipped run. */
export type Path = {
  /** Just behind the last received character of the run. */
  readonly to: number
  readonly is: string
  /** Readings that had been put in, by how many bytes of the repaired run stand before each. */
  readonly readings: readonly InsertedReading[]
  /** Log chance of the repaired run in its context, up to `SearchInput.to`. */
  readonly score: number
  /** Vanished codes that the repair had to suppose. */
  readonly vanished: number
}

/** A finished path that is this much worse than the best is not told. */
const END_SPREAD = 12
/** A character can depend on as many before it, so as many behind a run depend on it. */
const READ_ON = 3

/** The paths that came back into step, each scored in its context. */
export class Ends {
  readonly paths: Path[] = []
  private bestEnd = -Infinity
  constructor(
    private readonly input: SearchInput,
    private readonly tools: SearchTools,
  ) {}

  /** Can a path that is back in step at `at` with this score still be among those that are told? */
  mayTell(at: number, score: number): boolean {
    const { text, to, from, asReceived } = this.input
    // What follows can only lower the score, up to where it is read as it was received.
    let behind = at
    for (let left = READ_ON; left > 0 && behind < to; left--) behind = pastReading(text, behind) + 1
    const rest = behind >= to ? 0 : (asReceived[to - from] ?? 0) - (asReceived[behind - from] ?? 0)
    return score + rest >= this.bestEnd - END_SPREAD
  }

  /** Back in step at `node.at`: takes the last character's reading along and closes the path. */
  put(node: Node) {
    const { text, to, from, asReceived } = this.input
    const { model, language } = this.tools
    let { at, readings } = node
    const bracket = bracketAt(text, at)
    if (bracket !== null && isFirmReading(model, node.state.previous, bracket.inside)) {
      readings = [...readings, { at: 2 * node.is.length, text: text.slice(at, bracket.to) }]
      at = bracket.to
    }
    let { score, state } = node
    if (!this.mayTell(at, score)) return
    let behind = at
    // What follows tells as much as what goes before, as far as characters hang together.
    for (let left = READ_ON; left > 0 && behind < to; left--) {
      const past = pastReading(text, behind)
      if (past > to) break
      behind = past
      if (behind >= to) break
      score += Math.max(RAREST_RECEIVED, language.logChance(state, text.charCodeAt(behind)))
      state = language.next()
      behind += 1
    }
    score += behind >= to ? language.lineEnds(state) : (asReceived[to - from] ?? 0) - (asReceived[behind - from] ?? 0)
    if (score < this.bestEnd - END_SPREAD) return
    this.bestEnd = Math.max(this.bestEnd, score)
    this.paths.push({ to: at, is: node.is, readings, score, vanished: node.vanished })
  }
}
