import type { Target } from './address.ts'
import { beadsOfTarget, type NamedRow } from './bead-text.ts'
import { fingerprintOf, type Fingerprint } from './fingerprint.ts'
import type { LedgerBead } from './ledger.ts'
import { versions, type Versioned } from './version.ts'

/**
 * `editions.json`: what each row of a notice said when the notice was built, as far as it has changed since, so that
 * a link made long ago can show what changed. An edition is a build whose words differ from the one before.
 *
 * Shapes  `rows` is the newest edition in reading order; `earlier` holds every wording that is gone, with the
 *         editions `[since, until)` that had it.
 * Laws    recording the same words again changes nothing; a link's words are found as long as their edition is kept.
 */
export type Editions = Versioned<'editions'> & {
  /** The number of the newest edition, from 1. */
  readonly edition: number
  readonly rows: readonly EditionRow[]
  readonly earlier: readonly EarlierRow[]
}

export type EditionRow = NamedRow & { readonly since: number }

export type EarlierRow = EditionRow & { readonly until: number }

/** Links are shared for years, but the file must not grow without end. */
const editionsKept = 50

/** The editions with the words of this build: `old` itself when they are the same. */
export function recordEdition(old: Editions | null, rows: readonly NamedRow[]): Editions {
  if (old === null)
    return { ...versions.editions, edition: 1, rows: rows.map((row) => ({ ...row, since: 1 })), earlier: [] }
  const before = new Map(old.rows.map((row) => [row.id, row]))
  const edition = old.edition + 1
  const now = rows.map((row): EditionRow => {
    const was = before.get(row.id)
    return was !== undefined && sameWords(was.beads, row.beads) ? was : { ...row, since: edition }
  })
  if (now.length === old.rows.length && now.every((row, at) => row === old.rows[at])) return old
  const kept = new Set(now)
  const gone = old.rows.filter((row) => !kept.has(row)).map((row): EarlierRow => ({ ...row, until: edition }))
  return {
    ...versions.editions,
    edition,
    rows: now,
    earlier: [...old.earlier, ...gone].filter(({ until }) => until > edition - editionsKept),
  }
}

/**
 * The words that a link's fingerprint was made on, from the newest edition that had them; `null` when none kept has.
 * The rows of a range are looked for in the order in which they stand today.
 */
export function wordingOf(editions: Editions, target: Target, print: Fingerprint): readonly LedgerBead[] | null {
  const place = new Map(editions.rows.map((row, index) => [row.id, index]))
  for (let edition = editions.edition; edition >= 1; edition -= 1) {
    const stood = [
      ...editions.rows.filter((row) => row.since <= edition),
      ...editions.earlier.filter((row) => row.since <= edition && edition < row.until),
    ]
    stood.sort((a, b) => (place.get(a.id) ?? -1) - (place.get(b.id) ?? -1))
    const beads = beadsOfTarget(stood, target)
    if (beads !== null && fingerprintOf(beads) === print) return beads
  }
  return null
}

function sameWords(a: readonly LedgerBead[], b: readonly LedgerBead[]): boolean {
  if (a.length !== b.length) return false
  return a.every((bead, at) => {
    const other = b[at]
    return bead.id === other?.id && bead.en === other.en && bead['zh-Hant'] === other['zh-Hant']
  })
}
