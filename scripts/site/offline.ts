import { readFile, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { locales } from '../../src/corpus/locale.ts'
import type { Manifest } from '../../src/corpus/manifest.ts'
import { manifestFile, pageFile, workerFile } from '../../src/corpus/site.ts'
import { writeInto } from '../files.ts'
import { sha256 } from '../tools.ts'

/**
 * Writes a finished site's service worker: the built code with a line in front that says what the site holds, as
 * `src/reader/offline/site-list.ts` has it. The version is a hash over every file, so that browsers notice any change.
 */
export async function writeWorker(out: string, code: URL, { search }: Manifest): Promise<void> {
  const hashes = await hashesBelow(out)
  const shell = [...hashes.keys()].filter(isShell).map((url) => ({
    url,
    // Assets carry their hash in their names.
    revision: url.startsWith('assets/') ? null : (hashes.get(url)?.slice(0, 16) ?? null),
  }))
  const version = sha256(JSON.stringify([...hashes])).slice(0, 16)
  const list = JSON.stringify({ version, shell, search: search ?? null })
  await writeInto(out, workerFile, `self.duiduSite=${list};\n${await readFile(code, 'utf8')}`)
}

/** What every page needs: the reader itself, the way in, the lists of notices, and what the site holds. */
function isShell(file: string): boolean {
  return file.startsWith('assets/') || shellFiles.has(file)
}

const shellFiles: ReadonlySet<string> = new Set([
  manifestFile,
  ...(['home', 'offline'] as const).map((kind) => pageFile({ kind })),
  ...locales.map((locale) => pageFile({ kind: 'notices', locale })),
])

/** SHA-256 of every file, by its path below the folder with `/` between folders, sorted. */
async function hashesBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const hashes = new Map<string, string>()
  for (const file of files) hashes.set(file, sha256(await readFile(join(folder, file))))
  return hashes
}
