import type { Corpus } from '../corpus/notice.ts'
import { answer, type SearchAnswer, type SearchOptions } from './answer.ts'
import { openScan } from './scan.ts'
import type { AllReadings } from './shelf.ts'

/** Searches notices that are in memory, by reading them. */
export function searchCorpora(
  corpora: readonly Corpus[],
  query: string,
  { readings = null, ...options }: SearchOptions & { readonly readings?: AllReadings | null } = {},
): Promise<SearchAnswer> {
  return answer(openScan(corpora, readings), query, options)
}
