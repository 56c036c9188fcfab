import type { Rules } from '../../src/reader/features/notes/store/change.ts'
import { migrations, type Migration } from '../../src/reader/features/notes/store/database.ts'
import { createKeeper, type Keeper } from '../../src/reader/features/notes/store/keeper.ts'
import { browserTabs } from '../../src/reader/features/notes/store/tabs.ts'
import { openTwofold } from '../../src/reader/features/notes/store/twofold.ts'

/** The notes' store as it is built for a browser, laid open for tests that drive it there. */
export type StoredNote = { readonly id: string; readonly words: string }

const rules: Rules<StoredNote> = {
  same: (a, b) => a.words === b.words,
  copy: (value) => {
    const id = `${value.id}-copy`
    return { id, value: { ...value, id } }
  },
}

/** A migration that a later version could have: it adds a store and goes over every note. */
const later: Migration = async (database, upgrade) => {
  database.createObjectStore('later' as 'notes')
  let cursor = await upgrade.objectStore('notes').openCursor()
  while (cursor !== null) {
    const { value } = cursor.value as { readonly value: StoredNote }
    await cursor.update({ ...cursor.value, value: { ...value, words: `${value.words} (migrated)` } })
    cursor = await cursor.continue()
  }
}

export type StoreBench = {
  /** A keeper on a database; `ahead` opens it as the next version of the site would. */
  readonly keeper: (name: string, ahead?: boolean) => Keeper<StoredNote>
}

const bench: StoreBench = {
  keeper: (name, ahead = false) => {
    const tabs = browserTabs(name)
    return createKeeper<StoredNote>({
      open: (events) => openTwofold(name, rules, events, tabs, ahead ? [...migrations, later] : migrations),
      tabs,
      patience: 1000,
    })
  },
}

Object.assign(globalThis, { bench })
