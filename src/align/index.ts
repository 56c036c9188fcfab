/**
 * Alignment: which paragraphs and sentences of two texts translate one another, with what probability.
 *
 * The chapter in reading order: `structure` and `encode` turn segments into integers; `prior` and `table` hold what is
 * known of word translation; `nearby` says how surprising a word is where it stands, `sources` and `repeats` how much
 * one word may explain; `density`, `lengths`, `shapes`, `paragraphs`, `headings` and `evidence` weigh one bead; `anchors`
 * and `corridor` narrow the search; `lattice` weighs all alignments and takes the best; `train`, `counts` and `pairs`
 * learn from it; `solve` goes round. `calibrate` makes scores honest. `pins`, `rows`, `crossing`, `doubts`, `pooled`,
 * `explain` and `rivals` are what people ask of it; `task`, `notice` and `segments` are the doors.
 */
export { explainBead, type ExplainedLink, type Explanation } from './explain.ts'
export { alignNotice, type AlignedNotice } from './notice.ts'
export { formatPooled, parsePooled, type PooledModel } from './pooled.ts'
export { alignSegments, trainPooled, type AlignedSegments } from './segments.ts'
export { doubtsOfTexts, type Doubt } from './doubts.ts'
export type { StalePin } from './pins.ts'
export type { AlignOptions, AlignSide } from './task.ts'
export type { Lexicon } from '../text/lexicon.ts'
