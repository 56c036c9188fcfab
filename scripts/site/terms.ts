import type { FileLink } from '../../src/corpus/file-link.ts'
import { termsFile } from '../../src/corpus/site.ts'
import type { ListedTerm, TermsFile, TermsLink, TermUse } from '../../src/corpus/term-use.ts'
import { versions } from '../../src/corpus/version.ts'
import { sha256 } from '../tools.ts'

/** Entries to a file: some 50 kB, so that a card fetches little and 10,000 entries make 100 files. */
const entriesInFile = 100

/** The files of a collection's entries, sorted by id, with their places below the site's root; `null` for no entries. */
export function termsFiles(
  uses: readonly TermUse[],
): { readonly link: TermsLink; readonly files: ReadonlyMap<string, Uint8Array> } | null {
  if (uses.length === 0) return null
  const sorted = [...uses].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1))
  const files = new Map<string, Uint8Array>()
  const links: (FileLink & { readonly from: ListedTerm['entry']['id'] })[] = []
  for (let at = 0; at < sorted.length; at += entriesInFile) {
    const here = sorted.slice(at, at + entriesInFile)
    const [first] = here
    if (first === undefined) break
    const file: TermsFile = { ...versions.terms, terms: here.map(listed) }
    const bytes = new TextEncoder().encode(`${JSON.stringify(file)}\n`)
    const href = termsFile(links.length + 1)
    files.set(href, bytes)
    links.push({ from: first.entry.id, href, bytes: bytes.length, sha256: sha256(bytes) })
  }
  return { link: { count: uses.length, files: links }, files }
}

function listed({ entry, notices }: TermUse): ListedTerm {
  return { entry, notices: notices.map(({ notice, counts }) => ({ notice, counts })) }
}
