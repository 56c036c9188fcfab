import type { FileKind, versions } from '../../corpus/version.ts'

/**
 * A JSON file of the site, fetched once; after a failure it may be asked for again. With `integrity` it is only read
 * when it has that hash.
 * The file comes from the same build as the page; one of another kind or version is not read: the promise rejects.
 */
export function onceLoaded<T>(href: string, { schema, version }: (typeof versions)[FileKind], integrity = '') {
  let loading: Promise<T> | null = null
  const load = async (): Promise<T> => {
    const response = await fetch(href, { integrity })
    if (!response.ok) throw new Error(`${href}: ${response.status}`)
    const file = (await response.json()) as { readonly schema?: unknown; readonly version?: unknown }
    if (file.schema !== schema || file.version !== version)
      throw new Error(`${href}: not a ${schema} of version ${version}`)
    return file as T
  }
  return (): Promise<T> => {
    loading ??= load().catch((fault: unknown) => {
      loading = null
      throw fault
    })
    return loading
  }
}
