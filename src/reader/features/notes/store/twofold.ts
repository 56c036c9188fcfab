import type { Kept, Rules, Settled } from './change.ts'
import { migrations, openDatabase, type Database, type DatabaseEvents, type Fold, type Migration } from './database.ts'

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
 *
 * Source: Storage Buckets API (WICG); Indexed Database API 3.0.
 */
export async function openTwofold<T>(
  name: string,
  rules: Rules<T>,
  events: DatabaseEvents,
  steps: readonly Migration[] = migrations,
): Promise<Database<T>> {
  const opening = openCopy(name, rules, steps).catch(() => null)
  const main = await openDatabase(name, rules, events, steps)
  // A new one may be what is left of one that was lost: then the copy is worth waiting for.
  const copy = await Promise.race([opening, wait(main.isNew ? longPatience : patience)])
  if (copy === null) {
    void opening.then((late) => late?.close())
    return main
  }
  const writeCopy = (kept: readonly Kept<T>[], gone: readonly string[]): Promise<void> =>
    copy.keep(kept, gone).catch(() => undefined)
  return {
    ...main,
    readAll: async () => {
      const [there, spare] = await Promise.all([main.readAll(), copy.readAll().catch(() => [])])
      // Made just now, where there was one before: the browser has thrown it away.
      if (main.isNew && there.length === 0 && spare.length > 0) {
        await main.keep(spare, [])
        return spare
      }
      const { kept, gone } = difference(there, spare)
      // What another tab has written since is in both already, and is not to be taken out of the copy.
      if (kept.length + gone.length > 0) void inLine(main, writeCopy, [...kept.map(({ id }) => id), ...gone])
      return there
    },
    commit: async (changes) => {
      const settled = await main.commit(changes)
      await writeCopy(settled.flatMap(toKeep), settled.flatMap(toTake))
      return settled
    },
    close: () => {
      main.close()
      copy.close()
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

/** What the copy lacks or has in another revision, and the ids of what it alone has. */
function difference<T>(there: readonly Kept<T>[], spare: readonly Kept<T>[]): { kept: Kept<T>[]; gone: string[] } {
  const revisions = new Map(spare.map(({ id, revision }) => [id, revision]))
  const kept = there.filter(({ id, revision }) => revisions.get(id) !== revision)
  const ids = new Set(there.map(({ id }) => id))
  return { kept, gone: spare.flatMap(({ id }) => (ids.has(id) ? [] : [id])) }
}

/** Makes the copy say of these ids what the database says of them now. */
async function inLine<T>(
  main: Database<T>,
  write: (kept: readonly Kept<T>[], gone: readonly string[]) => Promise<void>,
  ids: readonly string[],
): Promise<void> {
  const now = await main.read(ids).catch(() => null)
  if (now === null) return
  const found = new Set(now.map(({ id }) => id))
  await write(
    now,
    ids.filter((id) => !found.has(id)),
  )
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
