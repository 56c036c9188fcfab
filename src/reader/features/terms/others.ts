import type { TermId } from '../../../corpus/ids.ts'
import type { Manifest, ManifestNotice } from '../../../corpus/manifest.ts'
import { termsFileOf, type ListedTerm, type TermsFile } from '../../../corpus/term-use.ts'
import { versions } from '../../../corpus/version.ts'
import type { Reader } from '../../islands/reader.ts'
import { onceLoaded } from '../../state/load-file.ts'

export type CollectionTerm = ListedTerm & {
  /** The notices that use it, with their titles. */
  readonly titled: readonly ManifestNotice[]
}

/** Files of entries that were asked for, by address. */
const files = new Map<string, () => Promise<TermsFile>>()

/** What the whole collection knows of a term; `null` when it has no such term. Rejects when it can't be fetched. */
export async function collectionTerm({ loadManifest, page }: Reader, id: TermId): Promise<CollectionTerm | null> {
  const manifest: Manifest = await loadManifest()
  const link = manifest.terms === undefined ? null : termsFileOf(manifest.terms, id)
  if (link === null) return null
  const href = page.root + link.href
  const load = files.get(href) ?? onceLoaded<TermsFile>(href, versions.terms)
  files.set(href, load)
  const listed = (await load()).terms.find(({ entry }) => entry.id === id)
  if (listed === undefined) return null
  const using = new Set(listed.notices.map(({ notice }) => notice))
  return { ...listed, titled: manifest.notices.filter((notice) => using.has(notice.id)) }
}
