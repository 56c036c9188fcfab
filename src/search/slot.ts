/**
 * What a query looks for in a text: a slot for each unit, in order, each with the units that may stand there and how
 * far they are from what was typed. Inflection, prefixes, readings and corrected spelling all are ways to fill a slot,
 * so that one matcher serves them and never finds what is not there.
 */
export type Pattern = readonly Slot[]

export type Slot = ReadonlyMap<string, Closeness>

/** From nearest to farthest; a match is as near as its farthest slot. */
export const closeness = { same: 0, inflected: 1, prefix: 2, inside: 3, romanised: 4, spelling: 5 } as const

export type Closeness = (typeof closeness)[keyof typeof closeness]
