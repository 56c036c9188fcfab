import type { Edit } from '../corpus/edit.ts'
import type { Run } from '../corpus/run.ts'

/** A repair that an author declares: wherever `was` stands in the received text, it should be `is`. */
export type Correction = { readonly was: string; readonly is: string; readonly reason?: string }

/** A correction that no longer matches the received text; `index` counts in the list declared. */
export type StaleCorrection = Correction & { readonly index: number }

/**
 * The edits that declared corrections make. Where two overlap, the longer one wins: it says more.
 * A correction is stale when its words stand nowhere in the text, or only inside a longer correction's.
 */
export function findCorrections(
  text: string,
  corrections: readonly Correction[],
): { readonly edits: readonly Edit[]; readonly stale: readonly StaleCorrection[] } {
  const edits: Edit[] = []
  const stale: StaleCorrection[] = []
  const longestFirst = corrections
    .map((correction, index) => ({ ...correction, index }))
    .sort((a, b) => b.was.length - a.was.length || a.index - b.index)
  for (const correction of longestFirst) {
    const { was, is } = correction
    const places = occurrences(text, was).filter((at) => !edits.some((e) => e.at.from < at.to && at.from < e.at.to))
    if (places.length === 0) stale.push(correction)
    else edits.push(...places.map((at): Edit => ({ kind: 'correction', at, was, is })))
  }
  edits.sort((a, b) => a.at.from - b.at.from)
  stale.sort((a, b) => a.index - b.index)
  return { edits, stale }
}

function occurrences(text: string, words: string): Run[] {
  const runs: Run[] = []
  if (words === '') return runs
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length))
    runs.push({ from, to: from + words.length })
  return runs
}
