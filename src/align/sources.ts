/**
 * How likely a token is to be the source of another, relative to its neighbours: a word that mostly has no
 * counterpart itself, `the`, is hardly ever one.
 */
export function sourceWeight(nulls: Float64Array, type: number): number {
  return 1 - (nulls[type] ?? 0)
}

/** Sum of the weights of all tokens before each. */
export function runningWeights(tokens: Uint32Array, nulls: Float64Array): Float64Array {
  const running = new Float64Array(tokens.length + 1)
  for (let at = 0; at < tokens.length; at += 1)
    running[at + 1] = (running[at] ?? 0) + sourceWeight(nulls, tokens[at] ?? 0)
  return running
}
