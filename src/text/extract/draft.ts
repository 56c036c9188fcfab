import type { BlockKind } from '../../corpus/notice.ts'
import type { Run } from '../../corpus/run.ts'
import type { Piece } from './pieces.ts'

/** A block as a format's reader found it: stretches of the source, and breaks that stand for markup between them. */
export type Draft = {
  readonly block: BlockKind
  /** Keep white space and line ends as they are. */
  readonly preformatted: boolean
  readonly items: readonly DraftItem[]
  /** The part of the page that it stands in, where the page says so. */
  readonly part?: PagePart
}

/** A part of a page beside its text. `links`: a block of nothing but links that lead away, and of buttons. */
export type PagePart = 'navigation' | 'page foot' | 'side column' | 'links'

/** `glue` is a line break inside the block or the tab between two cells; `at` is where its markup begins. */
export type DraftItem = Piece | { readonly glue: '\n' | '\t'; readonly at: Run }
