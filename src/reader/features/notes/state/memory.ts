import { useSyncExternalStore } from 'react'
import { store } from '../../../state/store.ts'

/**
 * What this browser remembers about notes besides the notes: that there are some, so that a page knows at once whether
 * to fetch what shows them; when they were last exported; what the reader set. Losing it loses no note.
 */
export type Memory = {
  readonly has: boolean
  /** ISO 8601; absent when never. */
  readonly exported?: string
  /** When the first note was made that no export has. */
  readonly since?: string
  /** The browser was asked not to clear them, and what it answered. */
  readonly persisted?: boolean
  /** The reader's name, put into exports. */
  readonly name?: string
  /** The margin beside the text is not wanted. */
  readonly marginOff?: boolean
  /** Notes are left out on paper. */
  readonly printOff?: boolean
}

const memoryKey = 'duidu.notes'

const memory = store(read())

export function readMemory(): Memory {
  return memory.get()
}

function read(): Memory {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(memoryKey) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { has: false, ...kept } : { has: false }
  } catch {
    return { has: false }
  }
}

export function changeMemory(change: Partial<Memory>): Memory {
  const next = { ...read(), ...change }
  try {
    localStorage.setItem(memoryKey, JSON.stringify(next))
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
  memory.set(next)
  return next
}

/** To be told of how many notes there are; asks the browser to keep them at the first one. */
export function rememberNotes(count: number): void {
  const known = readMemory()
  const has = count > 0
  if (known.has === has) return
  changeMemory({ has, ...(has && known.since === undefined ? { since: new Date().toISOString() } : {}) })
  if (has && known.persisted === undefined && 'storage' in navigator && 'persist' in navigator.storage)
    void navigator.storage.persist().then(
      (persisted) => changeMemory({ persisted }),
      () => undefined,
    )
}

/** Days after which a reader is reminded that the last export does not hold what was written since. */
const reminderAfter = 30

/** `newest` is when a note was last changed (ISO 8601, empty without notes). */
export function isExportOld({ has, exported, since }: Memory, newest: string, now: Date): boolean {
  const from = exported ?? since
  if (!has || from === undefined || newest <= (exported ?? '')) return false
  return now.getTime() - Date.parse(from) > reminderAfter * 86_400_000
}

/** What is remembered, and again whenever this page changes it. */
export function useMemory(): Memory {
  return useSyncExternalStore(memory.subscribe, memory.get)
}
