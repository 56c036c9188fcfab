import { parseRowId, parseSentenceId, rowOf, type RowId, type SentenceId } from '../../corpus/ids.ts'
import type { Corpus, RetiredId } from '../../corpus/notice.ts'

/**
 * Where ids that name nothing any more still lead. Each gets an empty anchor in the row where its text went,
 * or, when its text is gone, in the row that stands where it stood, so that an old link works with scripts off.
 */
export type RetiredHere = ReadonlyMap<RowId, readonly RetiredAnchor[]>

type RetiredAnchor = {
  readonly id: RowId | SentenceId
  /** A living id; `null` when the text is gone. */
  readonly to: RowId | SentenceId | null
}

export function retiredByRow(corpus: Pick<Corpus, 'rows' | 'retired'>): RetiredHere {
  const living = new Set<string>(corpus.rows.flatMap((row) => [row.id, ...row.beads.map((bead) => bead.id)]))
  const rows = new Set<string>(corpus.rows.map((row) => row.id))
  const retired = new Map<string, RetiredId>(corpus.retired.map((one) => [one.id, one]))
  const first = corpus.rows[0]?.id
  const anchors = new Map<RowId, RetiredAnchor[]>()
  for (const one of corpus.retired) {
    if (living.has(one.id)) continue
    const to = follow(one, living, retired)
    const row = (to === null ? place(one, rows, retired) : rowNamedBy(to)) ?? first
    if (row !== undefined) anchors.set(row, [...(anchors.get(row) ?? []), { id: one.id, to }])
  }
  return anchors
}

/** The living id at the end of a chain of retired ones. */
function follow(one: RetiredId, living: ReadonlySet<string>, retired: ReadonlyMap<string, RetiredId>) {
  const seen = new Set<string>()
  let to = one.to
  while (to !== null && !living.has(to) && !seen.has(to)) {
    seen.add(to)
    to = retired.get(to)?.to ?? null
  }
  return to !== null && living.has(to) ? to : null
}

/** The living row that a vanished text stood behind. */
function place(one: RetiredId, rows: ReadonlySet<string>, retired: ReadonlyMap<string, RetiredId>): RowId | null {
  const seen = new Set<string>()
  let after = one.after
  while (after !== null && !rows.has(after) && !seen.has(after)) {
    seen.add(after)
    after = retired.get(after)?.after ?? null
  }
  return after !== null && rows.has(after) ? after : null
}

function rowNamedBy(id: RowId | SentenceId): RowId | null {
  const sentence = parseSentenceId(id)
  return sentence === null ? parseRowId(id) : rowOf(sentence)
}
