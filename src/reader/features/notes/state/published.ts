import type { Annotation } from '../../../../annotations/annotation.ts'
import type { Reader } from '../../../islands/reader.ts'

/** The editor's notes for the notice that the page shows. */
export function fetchPublished(_reader: Reader): Promise<readonly Annotation[]> {
  return Promise.resolve([])
}
