import type { Manifest } from '../../../corpus/manifest.ts'
import { versions } from '../../../corpus/version.ts'

/**
 * The folder of the site's index as an absolute address, from the site's manifest; `null` where it names none.
 * `again` asks past every cache, since a site that was built anew has another.
 */
export async function findIndex(manifest: URL, again: boolean): Promise<string | null> {
  const response = await fetch(manifest, again ? { cache: 'reload' } : {})
  if (!response.ok) throw new Error(`${manifest.href}: ${response.status}`)
  const { schema, version, search } = (await response.json()) as Partial<Manifest>
  if (schema !== versions.manifest.schema || version !== versions.manifest.version)
    throw new Error(`${manifest.href}: not a ${versions.manifest.schema} of version ${versions.manifest.version}`)
  return search === undefined ? null : new URL(search, manifest).href
}
