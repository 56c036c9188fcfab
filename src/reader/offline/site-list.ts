/**
 * What a build tells its service worker, in a line written in front of the worker's code. `version` changes with any
 * file of the site, and so makes browsers take the worker for a new one.
 */
export type SiteList = {
  readonly version: string
  /** What every page needs, by address below the site's root; `revision` is `null` where the name tells the content. */
  readonly shell: readonly { readonly url: string; readonly revision: string | null }[]
  /** The folder of the search index, named by its content, ending in a slash. */
  readonly search: string | null
}
