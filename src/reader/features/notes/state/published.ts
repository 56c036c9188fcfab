import type { Annotation } from '../../../../annotations/annotation.ts'
import { readAnnotations } from '../../../../annotations/import.ts'
import type { Reader } from '../../../islands/reader.ts'
import { breathe } from '../travel/breathe.ts'

/**
 * The editor's notes for the notice that the page shows; none when the file can't be had, since the page that was sent
 * shows them in any case.
 */
export async function fetchPublished({ page }: Reader): Promise<readonly Annotation[]> {
  if (page.kind !== 'notice' || page.annotations === undefined) return []
  try {
    const response = await fetch(page.annotations)
    if (!response.ok) return []
    const { annotations } = await readAnnotations(await response.text(), {
      now: new Date().toISOString(),
      pause: breathe,
    })
    return annotations
  } catch {
    return []
  }
}
