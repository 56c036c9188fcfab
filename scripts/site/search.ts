import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { firstLang, locales } from '../../src/corpus/locale.ts'
import type { Manifest } from '../../src/corpus/manifest.ts'
import type { Corpus } from '../../src/corpus/notice.ts'
import { buildIndex } from '../../src/search/build-index.ts'
import { openIndex } from '../../src/search/open-index.ts'
import { formatOpenSearch, openSearchFile } from '../../src/search/opensearch.ts'
import type { Shelf } from '../../src/search/shelf.ts'
import { readInput, writeInto } from '../files.ts'
import { readingsOf } from '../readings.ts'
import { sha256 } from '../tools.ts'

/** A site's search index lies in `search/<name>/`, named by what it holds. */
const folder = 'search'

/** Writes a site's search index and gives its address below the site's root, ending in a slash. */
export async function writeSearch(out: string, corpora: readonly Corpus[]): Promise<string> {
  const { name, files } = buildIndex(corpora, { hash: sha256, readings: readingsOf(corpora) })
  const href = `${folder}/${name}/`
  for (const [file, bytes] of files) await writeInto(out, href + file, bytes)
  return href
}

/** By which browsers can add a site's search to their own; none where the site does not know its address. */
export function openSearchFiles({ title }: Pick<Manifest, 'title'>, base: string | undefined): [string, string][] {
  if (base === undefined) return []
  return locales.map((locale) => [
    openSearchFile(locale),
    formatOpenSearch({ title: title[firstLang(locale)], base, locale }),
  ])
}

/** A site's search index; `null` when it was built without. Throws when there are several, of which none can be told. */
export async function openSearch(site: string): Promise<Shelf | null> {
  const names = await readdir(join(site, folder)).catch(() => [])
  const [name, another] = names.filter((one) => /^[0-9a-f]{16}$/.test(one)).sort()
  if (another !== undefined)
    throw new RangeError(`${join(site, folder)} holds ${names.length} indexes; build the site anew`)
  if (name === undefined) return null
  return openIndex(name, (file) => readInput(join(site, folder, name, file)))
}
