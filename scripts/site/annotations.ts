import { formatCollection } from '../../src/annotations/web-annotation-write.ts'
import type { PublishedAnnotations } from '../../src/build/annotations.ts'
import type { ManifestNotice } from '../../src/corpus/manifest.ts'
import type { NoticeId } from '../../src/corpus/ids.ts'
import { annotationsFile } from '../../src/corpus/site.ts'
import { writeInto } from '../files.ts'
import { sha256 } from '../tools.ts'

/** Writes an editor's annotations beside the corpus file; gives what the manifest says of them, nothing without any. */
export async function writeAnnotations(
  out: string,
  id: NoticeId,
  published: PublishedAnnotations | null,
  base: string | undefined,
): Promise<Pick<ManifestNotice, 'annotations'>> {
  const annotations = published?.annotations ?? []
  if (annotations.length === 0) return {}
  const page = (notice: NoticeId): string | null => (base === undefined ? null : `${base}en/${notice}/`)
  const collection = formatCollection(annotations, { id: `urn:x-duidu:notice:${id}:annotations`, page })
  const bytes = new TextEncoder().encode(`${JSON.stringify(collection, null, 1)}\n`)
  const href = annotationsFile(id)
  await writeInto(out, href, bytes)
  return { annotations: { href, bytes: bytes.length, sha256: sha256(bytes), count: annotations.length } }
}
