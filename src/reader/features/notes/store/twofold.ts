import type { Kept, Rules, Settled } from './change.ts'
import { migrations, openDatabase, type Database, type DatabaseEvents, type Fold, type Migration } from './database.ts'
import type { Tabs } from './tabs.ts'

/**
 * The notes' database and a copy of it, each in files of its own.
 *
 * Chromium keeps IndexedDB in LevelDB and writes on behind what an earlier run left. Where a browser was killed in
 * the middle of a record, the next run writes behind the torn one, and the run after that finds the file corrupt and
 * throws away every database of the site, confirmed notes and all. A storage bucket has files of its own, and a kill
 * tears one file at most; so what one of the two has lost comes back from the other. Browsers without buckets
 * (Firefox, Safari) keep IndexedDB in SQLite, which has no such fault: there the database stands alone.
 *
 * A commit is done when both have it. A copy that can't be had or written is done without, and brought in line the
 * next time the notes are opened.
 * Law  opening takes a note out of neither: a deletion of which only one has heard is undone, since what a browser lost
 *      and what a reader deleted look alike.
 *
 * Source: Storage Buckets API (WICG); Indexed Database API 3.0.
 */
export async function openTwofold<T>(
  name: string,
  rules: Rules<T>,
  events: DatabaseEvents,
  tabs: Pick<Tabs, 'alone'>,
  steps: readonly Migration[] = migrations,
): Promise<Database<T>> {
  let copy: Fold<T> | null = null
  const opening = openCopy(name, rules, steps).then(
    (opened) => (copy = opened),
    () => null,
  )
  const main = await openDatabase(name, rules, events, steps)
  const writeCopy = async (kept: readonly Kept<T>[], gone: readonly string[]): Promise<void> =>
    copy?.keep(kept, gone).catch(() => undefined)
  return {
    read: main.read,
    // No other tab writes meanwhile: what only one of the two has is so by a loss.
    readAll: () =>
      tabs.alone(async () => {
        const there = await main.readAll()
        // Where there is nothing, all may have been lost: then the copy is worth waiting for.
        const found = await Promise.race([opening, wait(there.length === 0 ? longPatience : patience)])
        const spare = (await found?.readAll().catch(() => null)) ?? null
        if (spare === null) return there
        const lost = lacking(there, spare)
        if (lost.length > 0) await main.keep(lost, [])
        const behind = unlike(there, spare)
        if (behind.length > 0) await writeCopy(behind, [])
        return [...there, ...lost]
      }),
    commit: async (changes) => {
      const settled = await main.commit(changes)
      await writeCopy(settled.flatMap(toKeep), settled.flatMap(toTake))
      return settled
    },
    close: () => {
      main.close()
      void opening.then((opened) => opened?.close())
    },
  }
}

/** How long a copy may keep the notes waiting, in milliseconds: one that another version holds open is done without. */
const patience = 1500
const longPatience = 20_000

function wait(milliseconds: number): Promise<null> {
  return new Promise((tell) => setTimeout(() => tell(null), milliseconds))
}

/** The copy; null in a browser that has no buckets. */
async function openCopy<T>(name: string, rules: Rules<T>, steps: readonly Migration[]): Promise<Fold<T> | null> {
  const nothing = (): void => undefined
  const bucket = await navigator.storageBuckets?.open(`${name}-copy`.toLowerCase(), { durability: 'strict' })
  if (bucket === undefined) return null
  const events = { blocked: nothing, superseded: nothing, terminated: nothing }
  return openDatabase(name, rules, events, steps, bucket.indexedDB)
}

/** What the copy alone has. */
function lacking<T>(there: readonly Kept<T>[], spare: readonly Kept<T>[]): Kept<T>[] {
  const ids = new Set(there.map(({ id }) => id))
  return spare.filter(({ id }) => !ids.has(id))
}

/** What the copy lacks or has in another revision. */
function unlike<T>(there: readonly Kept<T>[], spare: readonly Kept<T>[]): Kept<T>[] {
  const revisions = new Map(spare.map(({ id, revision }) => [id, revision]))
  return there.filter(({ id, revision }) => revisions.get(id) !== revision)
}

function toKeep<T>(one: Settled<T>): Kept<T>[] {
  return one.kind === 'put' ? [one.kept] : one.kind === 'both' ? [one.copy] : []
}

function toTake<T>(one: Settled<T>): string[] {
  return one.kind === 'deleted' ? [one.id] : []
}

declare global {
  // Only an interface adds to one.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Navigator {
    /** Chromium only, and only in secure contexts. */
    readonly storageBuckets?: {
      readonly open: (
        name: string,
        options: { readonly durability: 'strict' | 'relaxed' },
      ) => Promise<{ readonly indexedDB: IDBFactory }>
    }
  }
}
