import { describe, expect, it } from 'vitest'
import {
  settle,
  type Change,
  type Kept,
  type Rules,
  type Settled,
} from '../../../src/reader/features/notes/store/change.ts'
import type { Database, DatabaseEvents } from '../../../src/reader/features/notes/store/database.ts'
import { createKeeper, type Keeper } from '../../../src/reader/features/notes/store/keeper.ts'
import type { Tabs } from '../../../src/reader/features/notes/store/tabs.ts'

type Note = { readonly id: string; readonly words: string }

const rules: Rules<Note> = {
  same: (a, b) => a.words === b.words,
  copy: (value) => ({ id: `${value.id}-copy`, value: { ...value, id: `${value.id}-copy` } }),
}

/** A database in memory that several keepers share, as tabs do, and that can be made to fail. */
class Disk {
  readonly rows = new Map<string, Kept<Note>>()
  fault: Error | null = null
  openFault: Error | null = null
  events: DatabaseEvents[] = []
  readonly ears = new Set<(ids: readonly string[]) => void>()
  commits = 0

  readonly open = (events: DatabaseEvents): Promise<Database<Note>> => {
    if (this.openFault !== null) return Promise.reject(this.openFault)
    this.events.push(events)
    return Promise.resolve({
      readAll: () => Promise.resolve([...this.rows.values()]),
      read: (ids) => Promise.resolve(ids.flatMap((id) => this.rows.get(id) ?? [])),
      commit: (changes) => this.commit(changes),
      close: () => undefined,
    })
  }

  async commit(changes: readonly Change<Note>[]): Promise<Settled<Note>[]> {
    await Promise.resolve()
    if (this.fault !== null) throw this.fault
    this.commits += 1
    return changes.map((change) => {
      const one = settle(this.rows.get(change.id), change, rules)
      if (one.kind === 'put') this.rows.set(one.kept.id, one.kept)
      if (one.kind === 'both') this.rows.set(one.copy.id, one.copy)
      if (one.kind === 'deleted') this.rows.delete(one.id)
      return one
    })
  }

  /** A tab of its own: it does not hear itself. */
  tab({ deaf = false } = {}): Keeper<Note> {
    let own: ((ids: readonly string[]) => void) | null = null
    const tabs: Tabs = {
      tell: (ids) => {
        for (const ear of this.ears) if (ear !== own) ear(ids)
      },
      hear: (told) => {
        own = told
        if (!deaf) this.ears.add(told)
        return () => this.ears.delete(told)
      },
      alone: (work) => work(),
    }
    return createKeeper<Note>({ open: this.open, tabs, patience: 20 })
  }

  words(): string[] {
    return [...this.rows.values()].map(({ value }) => `${value.id}:${value.words}`).sort()
  }
}

function shown(keeper: Keeper<Note>): string[] {
  return [...keeper.get().notes.values()].map(({ id, words }) => `${id}:${words}`).sort()
}

const named = (name: string): Error => Object.assign(new Error(name), { name })

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5))

describe('a keeper', () => {
  it('shows a change at once and calls it pending until the database has it', async () => {
    const disk = new Disk()
    const keeper = disk.tab()
    const done = keeper.apply({ put: [{ id: 'a', words: 'one' }] })
    expect(shown(keeper)).toEqual(['a:one'])
    expect([...keeper.get().pending]).toEqual(['a'])
    expect(disk.words()).toEqual([])
    expect(await done).toEqual({ kept: true, clashes: [] })
    expect(keeper.get().pending.size).toBe(0)
    expect(disk.words()).toEqual(['a:one'])
  })

  it('keeps the last of several changes made while the first is being written', async () => {
    const disk = new Disk()
    const keeper = disk.tab()
    const all = ['one', 'two', 'three'].map((words) => keeper.apply({ put: [{ id: 'a', words }] }))
    expect((await Promise.all(all)).every(({ kept, clashes }) => kept && clashes.length === 0)).toBe(true)
    expect(disk.words()).toEqual(['a:three'])
    await keeper.apply({ put: [{ id: 'a', words: 'four' }] })
    await keeper.apply({ delete: ['a'] })
    expect(disk.words()).toEqual([])
  })

  it('shows in one tab what another writes and deletes', async () => {
    const disk = new Disk()
    const [one, two] = [disk.tab(), disk.tab()]
    await one.apply({ put: [{ id: 'a', words: 'one' }] })
    await settled()
    expect(shown(two)).toEqual(['a:one'])
    await two.apply({ delete: ['a'] })
    await settled()
    expect(shown(one)).toEqual([])
  })

  it('keeps both when two tabs change one note, whichever is first', async () => {
    const disk = new Disk()
    const [one, two] = [disk.tab(), disk.tab({ deaf: true })]
    await one.apply({ put: [{ id: 'a', words: 'old' }] })
    await two.retry()
    const late = disk.tab({ deaf: true })
    await settled()
    await one.apply({ put: [{ id: 'a', words: 'mine' }] })
    const outcome = await late.apply({ put: [{ id: 'a', words: 'yours' }] })
    expect(outcome.kept).toBe(true)
    expect(outcome.clashes.map(({ kind }) => kind)).toEqual(['both'])
    expect(disk.words()).toEqual(['a-copy:yours', 'a:mine'])
    expect(shown(late)).toEqual(['a-copy:yours', 'a:mine'])
    await settled()
    expect(shown(one)).toEqual(['a-copy:yours', 'a:mine'])
  })

  it('does not delete what another tab changed, and brings back what was deleted there and changed here', async () => {
    const disk = new Disk()
    const one = disk.tab()
    await one.apply({ put: [{ id: 'a', words: 'old' }] })
    const deaf = disk.tab({ deaf: true })
    await settled()
    await one.apply({ put: [{ id: 'a', words: 'new' }] })
    expect((await deaf.apply({ delete: ['a'] })).clashes.map(({ kind }) => kind)).toEqual(['stays'])
    expect(shown(deaf)).toEqual(['a:new'])
    await one.apply({ delete: ['a'] })
    await deaf.apply({ put: [{ id: 'a', words: 'newer' }] })
    expect(disk.words()).toEqual(['a:newer'])
  })

  it('the same words in two tabs are no conflict', async () => {
    const disk = new Disk()
    const one = disk.tab()
    await one.apply({ put: [{ id: 'a', words: 'old' }] })
    const deaf = disk.tab({ deaf: true })
    await settled()
    await one.apply({ put: [{ id: 'a', words: 'new' }] })
    expect(await deaf.apply({ put: [{ id: 'a', words: 'new' }] })).toEqual({ kept: true, clashes: [] })
    expect(disk.words()).toEqual(['a:new'])
  })

  it.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'failed'],
  ])('loses nothing on %s and tries again', async (name, trouble) => {
    const disk = new Disk()
    const keeper = disk.tab()
    await keeper.apply({ put: [{ id: 'a', words: 'one' }] })
    disk.fault = named(name)
    expect((await keeper.apply({ put: [{ id: 'b', words: 'two' }], delete: ['a'] })).kept).toBe(false)
    expect(keeper.get().trouble).toBe(trouble)
    expect(shown(keeper)).toEqual(['b:two'])
    expect([...keeper.get().pending]).toEqual(['b', 'a'])
    disk.fault = null
    await keeper.retry()
    expect(keeper.get()).toMatchObject({ trouble: null, pending: new Set() })
    expect(disk.words()).toEqual(['b:two'])
  })

  it('works without a database and writes all once there is one', async () => {
    const disk = new Disk()
    disk.openFault = named('SecurityError')
    const keeper = disk.tab()
    expect((await keeper.apply({ put: [{ id: 'a', words: 'one' }] })).kept).toBe(false)
    expect(keeper.get()).toMatchObject({ ready: true, trouble: 'none' })
    disk.openFault = null
    await keeper.retry()
    expect(disk.words()).toEqual(['a:one'])
    expect(keeper.get().trouble).toBeNull()
  })

  it('says that a newer version has the notes', async () => {
    const disk = new Disk()
    const keeper = disk.tab()
    await keeper.apply({ put: [{ id: 'a', words: 'one' }] })
    disk.openFault = named('VersionError')
    disk.events[0]?.superseded()
    expect(keeper.get().trouble).toBe('newer')
    expect((await keeper.apply({ put: [{ id: 'b', words: 'two' }] })).kept).toBe(false)
    await keeper.retry()
    expect(keeper.get().trouble).toBe('newer')
    expect(shown(keeper)).toEqual(['a:one', 'b:two'])
  })

  it('closed under its feet and emptied, it still has what was shown and can write it again', async () => {
    const disk = new Disk()
    const keeper = disk.tab()
    await keeper.apply({ put: [{ id: 'a', words: 'one' }] })
    disk.rows.clear()
    disk.events[0]?.terminated()
    expect(keeper.get().trouble).toBe('closed')
    expect(shown(keeper)).toEqual(['a:one'])
    await keeper.retry()
    expect(disk.words()).toEqual(['a:one'])
    expect(keeper.get().trouble).toBeNull()
  })

  it('waits for no blocked database, and writes when it opens', async () => {
    const disk = new Disk()
    let free: () => void = () => undefined
    const lock = new Promise<void>((resolve) => {
      free = resolve
    })
    const keeper = createKeeper<Note>({
      open: async (events) => {
        await lock
        return disk.open(events)
      },
      tabs: { tell: () => undefined, hear: () => () => undefined, alone: (work) => work() },
      patience: 5,
    })
    expect((await keeper.apply({ put: [{ id: 'a', words: 'one' }] })).kept).toBe(false)
    expect(keeper.get().trouble).toBe('blocked')
    free()
    await settled()
    expect(disk.words()).toEqual(['a:one'])
    expect(keeper.get()).toMatchObject({ trouble: null, pending: new Set() })
  })
})
