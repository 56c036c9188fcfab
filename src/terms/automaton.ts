/**
 * All occurrences of many patterns in one pass (Aho & Corasick 1975), over whole-number symbols, so that the same
 * machine serves English, whose symbols are words, and Chinese, whose symbols are characters.
 *
 * Units   symbols, counted from 0. Time is linear in the text, the patterns and the occurrences.
 */
export type Occurrence = { readonly pattern: number; readonly from: number; readonly to: number }

type State = {
  readonly next: Map<number, number>
  fail: number
  /** Patterns that end here. */ readonly ends: number[]
}

export type Automaton = {
  readonly states: readonly State[]
  readonly lengths: readonly number[]
  /** The nearest state along the failure links at which a pattern ends, or -1. */
  readonly report: readonly number[]
}

/** Patterns by index; an empty one never occurs. */
export function buildAutomaton(patterns: readonly (readonly number[])[]): Automaton {
  const states: State[] = [{ next: new Map(), fail: 0, ends: [] }]
  patterns.forEach((pattern, index) => {
    if (pattern.length === 0) return
    let at = 0
    for (const symbol of pattern) {
      let next = states[at]?.next.get(symbol)
      if (next === undefined) {
        next = states.push({ next: new Map(), fail: 0, ends: [] }) - 1
        states[at]?.next.set(symbol, next)
      }
      at = next
    }
    states[at]?.ends.push(index)
  })
  const report = new Array<number>(states.length).fill(-1)
  const queue = [...(states[0]?.next.values() ?? [])]
  // The queue grows while it is walked: breadth first.
  for (const at of queue) {
    const state = states[at]
    if (state === undefined) continue
    const failed = states[state.fail]
    report[at] = (failed?.ends.length ?? 0) > 0 ? state.fail : (report[state.fail] ?? -1)
    for (const [symbol, next] of state.next) {
      const target = states[next]
      if (target !== undefined) target.fail = step(states, state.fail, symbol)
      queue.push(next)
    }
  }
  return { states, lengths: patterns.map((pattern) => pattern.length), report }
}

/** Every occurrence of every pattern, ordered by its end and then longest first. */
export function findAll(automaton: Automaton, symbols: readonly number[]): Occurrence[] {
  const { states, lengths, report } = automaton
  const found: Occurrence[] = []
  let at = 0
  symbols.forEach((symbol, index) => {
    at = step(states, at, symbol)
    for (let state = at; state > 0; state = report[state] ?? -1)
      for (const pattern of states[state]?.ends ?? [])
        found.push({ pattern, from: index + 1 - (lengths[pattern] ?? 0), to: index + 1 })
  })
  return found
}

function step(states: readonly State[], from: number, symbol: number): number {
  for (let at = from; ; at = states[at]?.fail ?? 0) {
    const next = states[at]?.next.get(symbol)
    if (next !== undefined) return next
    if (at === 0) return 0
  }
}
