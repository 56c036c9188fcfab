import type { FileLink } from './file-link.ts'
import type { NoticeId } from './ids.ts'
import type { ByLang } from './lang.ts'
import type { Title } from './notice.ts'
import type { TermsLink } from './term-use.ts'
import type { Versioned } from './version.ts'

/** `manifest.json` at the site's root: what the site holds. Addresses are relative to the manifest. */
export type Manifest = Versioned<'manifest'> & {
  readonly title: ByLang<string>
  readonly description?: ByLang<string>
  /** The picture that previews of links to the collection show, PNG. */
  readonly preview?: string
  /** Newest first, undated last, then by id. */
  readonly notices: readonly ManifestNotice[]
  /** The folder of the search index, ending in a slash; absent where a site has none. Its files are `src/search`'s own. */
  readonly search?: string
  /** The collection's term entries, in files of their own; absent where it has none. */
  readonly terms?: TermsLink
}

export type ManifestNotice = {
  readonly id: NoticeId
  readonly titles: ByLang<Title>
  readonly published?: string
  readonly corpus: FileLink
  readonly rows: number
  /** Characters of kept text, as Unicode code points. */
  readonly characters: ByLang<number>
  /** Words of the English text. */
  readonly words?: number
  /** Sentence beads: how many, those with nothing on the other side, and others that are more likely wrong than right. */
  readonly beads?: { readonly count: number; readonly unmatched: number; readonly doubtful: number }
  /** Runs of damage that were found in the kept text and could not be undone. */
  readonly unresolved: number
  /** The editor's annotations, as W3C Web Annotations; absent where there are none. */
  readonly annotations?: FileLink & { readonly count: number }
  /** Findings about the translation that no one has accepted; absent where none were looked for. */
  readonly findings?: number
  /** The picture that previews of links to it show, PNG. */
  readonly preview?: string
}
