import type { NoticeId, RowId } from '../corpus/ids.ts'
import { langs, type ByLang } from '../corpus/lang.ts'
import type { Corpus } from '../corpus/notice.ts'
import type { TermEntry } from '../corpus/term.ts'
import type { Pattern } from './slot.ts'
import type { RomanSystem } from './syllables.ts'

/**
 * Where a search looks: rows in memory (`scan.ts`), or a built index of which only the parts that a query needs are
 * fetched. Rows are numbered over the whole collection: notices by id, in each the rows in reading order.
 */
export type Shelf = Vocabulary & {
  /** All of them: asked for only where a query filters by notice. */
  readonly notices: () => Promise<readonly ShelfNotice[]>
  readonly rowCount: number
  /** Units in a row's two sides, on average: what BM25 measures lengths by. */
  readonly meanLength: number
  readonly concepts: readonly TermEntry[]
  /** Every row that a pattern may be in, ascending; some that it is not in, unless `certain`. */
  readonly candidates: (pattern: Pattern) => Promise<Candidates>
  readonly read: (numbers: readonly number[]) => Promise<readonly SearchRow[]>
  /** How Han characters are read; `null` where the collection was built without. */
  readonly readings: (system: RomanSystem) => Promise<Readings | null>
}

export type Candidates = {
  readonly rows: Uint32Array
  /** The same rows' standing, 1 for those in which the pattern weighs most; `null` when nothing is known. */
  readonly strong: Uint8Array | null
  readonly certain: boolean
  /** Too much of the index would have to be read for a guess as vague as this: no rows are proposed. */
  readonly vague?: true
}

/** The words of the collection, folded; no single characters. */
export type Vocabulary = {
  /** Those that begin so, in order of code units. */
  readonly wordsFrom: (prefix: string) => Promise<readonly string[]>
  /** Those that a misspelt word may have meant: of about its length, by its first letters where that narrows it. */
  readonly wordsNear: (word: string) => Promise<readonly string[]>
  /** Those that hold it anywhere. */
  readonly wordsInside: (part: string) => Promise<readonly string[]>
}

export type ShelfNotice = {
  readonly id: NoticeId
  readonly titles: ByLang<string>
  readonly published?: string
  /** Its first row's number. */
  readonly first: number
  readonly rows: number
}

/** A paragraph bead's two texts. Offsets in them plus `from` count in the side's text. */
export type SearchRow = {
  readonly number: number
  readonly notice: ShelfNotice
  readonly id: RowId
  readonly texts: ByLang<string>
  readonly from: ByLang<number>
}

/** A folded Han character's readings in one system, with the tone as a digit, sorted: 行 `hang2 xing2`. */
export type Readings = ReadonlyMap<string, readonly string[]>

export type AllReadings = Readonly<Record<RomanSystem, Readings>>

/** By id, since the order in which notices were read must not be seen. */
export function inOrder(corpora: readonly Corpus[]): Corpus[] {
  return [...corpora].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

export function shelfNotices(corpora: readonly Corpus[]): ShelfNotice[] {
  let first = 0
  return corpora.map(({ id, titles, published, rows }) => {
    const notice = {
      id,
      titles: { en: titles.en.text, 'zh-Hant': titles['zh-Hant'].text },
      ...(published === undefined ? {} : { published }),
      first,
      rows: rows.length,
    }
    first += rows.length
    return notice
  })
}

/** The entries of all notices, each once, by id. */
export function conceptsOf(corpora: readonly Corpus[]): TermEntry[] {
  const entries = new Map(corpora.flatMap(({ terms }) => terms.map((entry) => [entry.id, entry] as const)))
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** All rows of notices in order, with what `shelfNotices` says of them. */
export function collectionRows(corpora: readonly Corpus[], notices: readonly ShelfNotice[]): SearchRow[] {
  return corpora.flatMap((corpus, index) => {
    const notice = notices[index]
    if (notice === undefined) throw new RangeError(`collectionRows: ${corpora.length} notices, ${notices.length} known`)
    return searchRows(corpus, notice)
  })
}

/** A notice's rows as search sees them, numbered from the notice's first. */
function searchRows(corpus: Corpus, notice: ShelfNotice): SearchRow[] {
  return corpus.rows.map((row, index) => {
    const sides = langs.map((lang) => {
      const { text, paragraphs } = corpus.sides[lang]
      const runs = paragraphs.slice(row[lang].from, row[lang].to).map(({ at }) => at)
      const from = runs[0]?.from ?? 0
      let joined = ''
      for (const at of runs) {
        // What was dropped between two paragraphs is no text of the row; spaces in its place keep the offsets.
        joined += '\n'.repeat(at.from - from - joined.length) + text.slice(at.from, at.to)
      }
      return { joined, from }
    })
    const [en, zh] = sides
    if (en === undefined || zh === undefined) throw new RangeError('searchRows: a row has two sides')
    return {
      number: notice.first + index,
      notice,
      id: row.id,
      texts: { en: en.joined, 'zh-Hant': zh.joined },
      from: { en: en.from, 'zh-Hant': zh.from },
    }
  })
}
