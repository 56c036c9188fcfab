import { store, type Store } from '../../../state/store.ts'
import type { Change, Kept, Settled } from './change.ts'
import type { Database, DatabaseEvents } from './database.ts'
import { createShelf } from './shelf.ts'
import type { Tabs } from './tabs.ts'

/**
 * The notes as the page sees them, and whether the disk has them.
 *
 * Every change is shown at once and is *pending* until the database has said that it is written. What cannot be
 * written stays here, pending, with the trouble that is in the way; it is tried again with the next change or on
 * request. So nothing that was made is ever taken from the screen because it could not be kept.
 */
export type Trouble =
  /** No database in this browser or window. */
  | 'none'
  /** Another tab holds an older version, or the browser does not answer. */
  | 'blocked'
  /** The notes have been opened by a newer version of the site. */
  | 'newer'
  /** The browser closed the database. */
  | 'closed'
  /** No room. */
  | 'full'
  | 'failed'

/** What is kept goes by its id. */
type Named = { readonly id: string }

export type KeeperState<T extends Named> = {
  /** The notes of the database have been read, or cannot be. */
  readonly ready: boolean
  /** The same map as long as none of them has changed. */
  readonly notes: ReadonlyMap<T['id'], T>
  /** Ids of notes that are shown, or shown no more, and that the disk does not know of yet. */
  readonly pending: ReadonlySet<string>
  readonly trouble: Trouble | null
}

export type Edit<T extends Named> = { readonly put?: readonly T[]; readonly delete?: readonly T['id'][] }

/** What the database made of an edit. `kept` only when all of it is on the disk. */
export type Outcome<T> = { readonly kept: boolean; readonly clashes: readonly Clash<T>[] }

export type Clash<T> = Extract<Settled<T>, { kind: 'both' | 'stays' }>

export type Keeper<T extends Named> = Store<KeeperState<T>> & {
  readonly apply: (edit: Edit<T>) => Promise<Outcome<T>>
  /** Tries again to open the database and to write what is pending. */
  readonly retry: () => Promise<void>
}

export type KeeperParts<T> = {
  readonly open: (events: DatabaseEvents) => Promise<Database<T>>
  readonly tabs: Tabs
  /** Milliseconds after which a database that has not answered counts as blocked. */
  readonly patience?: number
}

export function createKeeper<T extends Named>(parts: KeeperParts<T>): Keeper<T> {
  const notes = createShelf<T>()
  const revisions = new Map<string, number>()
  const pending = new Map<string, Change<T>>()
  const clashes: Clash<T>[] = []
  let database: Database<T> | null = null
  let trouble: Trouble | null = null
  let ready = false
  const state = store<KeeperState<T>>({ ready, notes: notes.look(), pending: new Set(), trouble })
  const publish = (): void => state.set({ ready, notes: notes.look(), pending: new Set(pending.keys()), trouble })
  let answer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })

  const lose = (why: Trouble): void => {
    database = null
    trouble = why
    publish()
  }

  let connecting: Promise<void> | null = null
  const connect = (): Promise<void> => {
    connecting ??= tryToConnect().finally(() => {
      connecting = null
    })
    return connecting
  }
  const tryToConnect = async (): Promise<void> => {
    const block = (): void => {
      trouble = 'blocked'
      ready = true
      publish()
      answer()
    }
    const slow = setTimeout(block, parts.patience ?? 5000)
    try {
      const opened = await parts.open({
        blocked: block,
        superseded: () => lose('newer'),
        terminated: () => lose('closed'),
      })
      meet(await opened.readAll())
      database = opened
      trouble = null
    } catch (fault) {
      trouble = nameOf(fault) === 'VersionError' ? 'newer' : trouble === 'closed' ? 'closed' : 'none'
    } finally {
      clearTimeout(slow)
      ready = true
      publish()
      answer()
    }
  }

  /** What was read is shown; what is shown and is not there any more is to be written again. */
  const meet = (kept: readonly Kept<T>[]): void => {
    const found = new Set(kept.map(({ id }) => id))
    for (const { id, revision, value } of kept) {
      revisions.set(id, revision)
      if (!pending.has(id)) notes.put(value)
    }
    for (const [id, value] of notes.look())
      if (!found.has(id) && !pending.has(id)) pending.set(id, { kind: 'put', id, base: 0, value })
  }

  const absorb = (changes: readonly Change<T>[], settled: readonly Settled<T>[]): void => {
    settled.forEach((one, index) => {
      const change = changes[index]
      if (change === undefined) return
      const { id } = change
      // Changed again while it was being written: it stands on what has been written now.
      const again = pending.get(id)
      const newer = again === change ? undefined : again
      pending.delete(id)
      switch (one.kind) {
        case 'put':
          revisions.set(id, one.kept.revision)
          if (newer === undefined) notes.put(one.kept.value)
          break
        case 'deleted':
          revisions.delete(id)
          if (newer === undefined) notes.take(id)
          break
        case 'both':
          revisions.set(one.copy.id, one.copy.revision)
          notes.put(one.copy.value)
          revisions.set(id, one.theirs.revision)
          if (newer === undefined) notes.put(one.theirs.value)
          clashes.push(one)
          break
        case 'stays':
          revisions.set(id, one.theirs.revision)
          if (newer === undefined) notes.put(one.theirs.value)
          clashes.push(one)
          break
      }
      if (newer !== undefined) pending.set(id, { ...newer, base: revisions.get(id) ?? 0 })
    })
    parts.tabs.tell(settled.flatMap(written))
  }

  let flushing: Promise<void> | null = null
  const flush = (): Promise<void> => {
    flushing ??= writeAll().finally(() => {
      flushing = null
    })
    return flushing
  }
  const writeAll = async (): Promise<void> => {
    let reopened = false
    while (pending.size > 0 && database !== null) {
      const changes = [...pending.values()]
      const open = database
      try {
        absorb(changes, await parts.tabs.alone(() => open.commit(changes)))
        trouble = null
        publish()
      } catch (fault) {
        // A connection that was closed a moment ago is worth one more try.
        if (nameOf(fault) === 'InvalidStateError' && !reopened) {
          reopened = true
          lose('closed')
          await connect()
          continue
        }
        trouble = nameOf(fault) === 'QuotaExceededError' ? 'full' : 'failed'
        publish()
        return
      }
    }
  }

  parts.tabs.hear((ids) => {
    const before = new Map(ids.map((id) => [id, revisions.get(id)]))
    void database?.read(ids).then(
      (found) => {
        const theirs = new Map(found.map((kept) => [kept.id, kept]))
        for (const id of ids) {
          // What is pending here meets theirs when it is written; what was written meanwhile is newer than the answer.
          if (pending.has(id) || revisions.get(id) !== before.get(id)) continue
          const kept = theirs.get(id)
          if (kept === undefined) {
            notes.take(id)
            revisions.delete(id)
          } else {
            notes.put(kept.value)
            revisions.set(id, kept.revision)
          }
        }
        publish()
      },
      () => undefined,
    )
  })

  void connect().then(flush)

  return {
    get: state.get,
    subscribe: state.subscribe,
    apply: async (edit) => {
      for (const value of edit.put ?? []) {
        const { id } = value
        pending.set(id, { kind: 'put', id, base: revisions.get(id) ?? 0, value })
        notes.put(value)
      }
      for (const id of edit.delete ?? []) {
        pending.set(id, { kind: 'delete', id, base: revisions.get(id) ?? 0 })
        notes.take(id)
      }
      publish()
      const ids = [...(edit.put ?? []).map(({ id }) => id), ...(edit.delete ?? [])]
      // What is blocked is waited for by no one; it is written when the way is free.
      await answered
      if (database === null && trouble === 'closed') await connect()
      await flush()
      const own = new Set(ids)
      const met = clashes.filter((clash) => own.has(clash.theirs.id))
      for (const clash of met) clashes.splice(clashes.indexOf(clash), 1)
      return { kept: ids.every((id) => !pending.has(id)), clashes: met }
    },
    retry: async () => {
      if (database === null) await connect()
      await flush()
    },
  }
}

function written<T>(one: Settled<T>): string[] {
  switch (one.kind) {
    case 'put':
      return [one.kept.id]
    case 'deleted':
      return [one.id]
    case 'both':
      return [one.copy.id]
    case 'stays':
      return []
  }
}

function nameOf(fault: unknown): string {
  return fault instanceof Error || fault instanceof DOMException ? fault.name : ''
}
