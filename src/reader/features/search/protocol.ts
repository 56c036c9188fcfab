import type { NoticeId, RowId, TermId } from '../../../corpus/ids.ts'
import type { ByLang, Lang } from '../../../corpus/lang.ts'
import type { Run } from '../../../corpus/run.ts'
import type { Reason } from '../../../search/locate.ts'
import type { Said } from '../../../search/said.ts'

/**
 * What the page and its search worker say to one another. Everything that is shown is cut to size in the worker, so
 * that the main thread only puts it on the page.
 *
 * Law  each kind of question has one place: a question takes the place of the last of its kind, which is then never
 *      answered. `answered` and `failed` name the question by its number.
 */
export type ToWorker =
  /** The index's folder as an absolute address, ending in a slash. Comes before the first question; `head` is its first file. */
  | { readonly say: 'open'; readonly folder: string; readonly head?: Uint8Array }
  | ({ readonly say: 'ask'; readonly number: number } & Question)
  | { readonly say: 'drop'; readonly kind: QuestionKind }

export type FromWorker =
  | { readonly say: 'answered'; readonly number: number; readonly answer: Answers[QuestionKind] }
  | { readonly say: 'failed'; readonly number: number; readonly trouble: Trouble }

export type Questions = {
  /** Fetches what any query needs, before there is one. */
  readonly warm: object
  readonly list: { readonly query: string; readonly typing: boolean; readonly most: number }
  /** All rows are read where need be, so that the count is the number and no bound. */
  readonly count: { readonly query: string }
  readonly lines: { readonly query: string; readonly order: LineOrder; readonly most: number }
  /** The same lines as a tab-separated file. */
  readonly table: { readonly query: string; readonly order: LineOrder; readonly most: number }
  readonly stops: { readonly query: string; readonly notice: NoticeId | null }
  readonly facets: object
  readonly examples: object
}

export type Answers = {
  readonly warm: null
  readonly list: ResultList
  readonly count: Counted
  readonly lines: Lines
  readonly table: string
  readonly stops: Stops
  readonly facets: Facets
  readonly examples: readonly Example[]
}

export type QuestionKind = keyof Questions

export type Question = { readonly [K in QuestionKind]: { readonly kind: K } & Questions[K] }[QuestionKind]

/** Why there is no answer. None of them means that nothing was found. */
export type Trouble = {
  /**
   * `unreachable`: no line to the site; `missing`: the site has no such file, as after a new build;
   * `damaged`: another file stands there, or part of one; `broken`: the worker itself failed.
   */
  readonly kind: 'unreachable' | 'missing' | 'damaged' | 'broken'
  /** Of the index; `null` where it is not a file of it but the program that is wanting. */
  readonly file: string | null
}

export type Counted = {
  readonly count: number
  /** Otherwise no more than that many. */
  readonly exact: boolean
}

/** Rows of one notice, best first; notices in the order of their best row. */
export type ResultList = Counted & {
  readonly groups: readonly ResultGroup[]
  /** Rows in all groups. */
  readonly shown: number
  readonly said: readonly Said[]
}

export type ResultGroup = { readonly notice: NoticeName; readonly rows: readonly ResultRow[] }

export type NoticeName = { readonly id: NoticeId; readonly titles: ByLang<string>; readonly published?: string }

export type ResultRow = {
  readonly id: RowId
  readonly reason: Reason
  /** `[]` where the row has nothing in that language. */
  readonly sides: ByLang<readonly Piece[]>
}

/** A part of a text that is shown: a match, or what stands around one. */
export type Piece = { readonly text: string; readonly hit: boolean }

/** By place: best row first, as in the list. Left and right: by the context next to the match, from it outwards. */
export const lineOrders = ['place', 'left', 'right'] as const

export type LineOrder = (typeof lineOrders)[number]

export type Lines = Counted & {
  readonly lines: readonly Line[]
  /** Rows that the lines were taken from; what is sorted is sorted over all of these. */
  readonly rows: number
  /** There are lines beyond these. */
  readonly more: boolean
  readonly said: readonly Said[]
}

export type Line = {
  readonly notice: NoticeName
  readonly id: RowId
  readonly lang: Lang
  readonly left: string
  readonly node: string
  readonly right: string
  readonly counterpart: readonly Piece[]
}

/** What next and previous step through: notices in the order of the list, in each the rows in reading order. */
export type Stops = Counted & {
  readonly notices: readonly { readonly id: NoticeId; readonly rows: readonly RowId[] }[]
  /** Are these all rows that were found, or the best of them? */
  readonly whole: boolean
  /** The asked notice's rows with what is to be lit in them: UTF-16 units of the side's text. */
  readonly here: readonly { readonly id: RowId; readonly matches: readonly (Run & { readonly lang: Lang })[] }[]
}

/** What results can be narrowed to. */
export type Facets = {
  readonly notices: readonly NoticeName[]
  readonly terms: readonly { readonly id: TermId; readonly names: ByLang<string> }[]
}

/** A query that finds something on this site, and what it teaches. */
export type Example = { readonly query: string; readonly lang: Lang; readonly teaches: ExampleKind }

export type ExampleKind = 'abbreviation' | 'term' | 'simplified' | 'romanised' | 'phrase' | 'side'
