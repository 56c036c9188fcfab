import { wrap, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { settle, type Change, type Kept, type Rules, type Settled } from './change.ts'

/**
 * The reader's own notes in this browser: IndexedDB, through idb.
 *
 * A commit is one transaction with `durability: 'strict'`: it is done when the database has said that the disk has
 * it, and all of it is written or none. The version of the database is the number of its migrations; each takes it
 * one version further, and none that was ever published is changed.
 *
 * Source: Indexed Database API 3.0.
 */
export type Database<T> = {
  readonly readAll: () => Promise<Kept<T>[]>
  /** Those of the ids that are there. */
  readonly read: (ids: readonly string[]) => Promise<Kept<T>[]>
  /** What became of each change, in their order. Rejects when nothing was written. */
  readonly commit: (changes: readonly Change<T>[]) => Promise<Settled<T>[]>
  readonly close: () => void
}

/** One of the places in which notes stand (`twofold.ts`). */
export type Fold<T> = Database<T> & {
  /** Writes these as they stand, revisions and all, and takes those ids out: what is already settled. */
  readonly keep: (kept: readonly Kept<T>[], gone: readonly string[]) => Promise<void>
}

export type DatabaseEvents = {
  /** Another tab holds an older version open; the database opens when that tab lets go. */
  readonly blocked: () => void
  /** A newer version of the site wants the database; this connection has been closed for it. */
  readonly superseded: () => void
  /** The browser closed the connection of itself: storage was cleared, or the disk failed. */
  readonly terminated: () => void
}

type NotesSchema = DBSchema & { notes: { key: string; value: Kept<unknown> } }

type Upgrade = IDBPTransaction<NotesSchema, 'notes'[], 'versionchange'>

/** From version n to n + 1, n the place in the list. Must await nothing but requests of the transaction. */
export type Migration = (database: IDBPDatabase<NotesSchema>, upgrade: Upgrade) => Promise<void> | void

export const migrations: readonly Migration[] = [
  (database) => void database.createObjectStore('notes', { keyPath: 'id' }),
]

/** Above this many changes at once, everything is read in one request instead of one by one. */
const many = 200

/** Requests that are put to the database before it is waited for, so that a long import leaves the page alive. */
const batch = 250

/** Opens a notes' database, bringing an older one up to this version. */
export async function openDatabase<T>(
  name: string,
  rules: Rules<T>,
  events: DatabaseEvents,
  steps: readonly Migration[] = migrations,
  factory: IDBFactory = indexedDB,
): Promise<Fold<T>> {
  const request = factory.open(name, steps.length)
  request.addEventListener('upgradeneeded', ({ oldVersion }) => {
    const { result, transaction } = request
    if (transaction === null) return
    const db = wrap(result) as IDBPDatabase<NotesSchema>
    const upgrade = wrap(transaction) as unknown as Upgrade
    // A migration that fails ends the upgrade, and with it the opening.
    void steps
      .slice(oldVersion)
      .reduce<Promise<void>>((done, step) => done.then(() => step(db, upgrade)), Promise.resolve())
      .catch(() => upgrade.abort())
  })
  request.addEventListener('blocked', events.blocked)
  const database = (await wrap(request)) as unknown as IDBPDatabase<NotesSchema>
  database.addEventListener('close', events.terminated)
  database.addEventListener('versionchange', () => {
    database.close()
    events.superseded()
  })
  return {
    // What stands in the store was written by `commit` or brought up to date by a migration.
    readAll: async () => (await database.getAll('notes')) as Kept<T>[],
    read: async (ids) => {
      const found = await Promise.all(ids.map((id) => database.get('notes', id)))
      return found.filter((one) => one !== undefined) as Kept<T>[]
    },
    commit: async (changes) => {
      const tx = database.transaction('notes', 'readwrite', { durability: 'strict' })
      // A request that fails rejects `done` too; the first to be waited for tells of it.
      tx.done.catch(() => undefined)
      try {
        const settled = await write(tx.store, changes, rules)
        await tx.done
        return settled
      } catch (fault) {
        // All or none; a transaction that is over already cannot be ended again.
        if (tx.error === null) ended(() => tx.abort())
        throw tx.error ?? fault
      }
    },
    keep: async (kept, gone) => {
      const tx = database.transaction('notes', 'readwrite', { durability: 'strict' })
      tx.done.catch(() => undefined)
      for (let from = 0; from < kept.length; from += batch)
        await Promise.all(kept.slice(from, from + batch).map((one) => tx.store.put(one)))
      await Promise.all(gone.map((id) => tx.store.delete(id)))
      await tx.done
    },
    close: () => database.close(),
  }
}

type Writable = {
  readonly get: (id: string) => Promise<Kept<unknown> | undefined>
  readonly getAll: () => Promise<Kept<unknown>[]>
  readonly put: (kept: Kept<unknown>) => Promise<unknown>
  readonly delete: (id: string) => Promise<void>
}

async function write<T>(notes: Writable, changes: readonly Change<T>[], rules: Rules<T>): Promise<Settled<T>[]> {
  const all = changes.length > many ? new Map((await notes.getAll()).map((one) => [one.id, one])) : null
  const settled: Settled<T>[] = []
  for (let from = 0; from < changes.length; from += batch) {
    const writes: Promise<unknown>[] = []
    for (const change of changes.slice(from, from + batch)) {
      const current = all === null ? await notes.get(change.id) : all.get(change.id)
      const one = settle(current as Kept<T> | undefined, change, rules)
      settled.push(one)
      if (one.kind === 'put') writes.push(notes.put(one.kept))
      else if (one.kind === 'both') writes.push(notes.put(one.copy))
      else if (one.kind === 'deleted') writes.push(notes.delete(one.id))
    }
    await Promise.all(writes)
  }
  return settled
}

function ended(abort: () => void): void {
  try {
    abort()
  } catch {
    // It had ended by itself.
  }
}
