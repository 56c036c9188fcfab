/**
 * What was searched for on this device, newest first. Kept in this browser and nowhere else; a browser that keeps
 * nothing simply has none.
 */
export type Recent = {
  readonly all: () => readonly string[]
  readonly remember: (query: string) => void
  readonly clear: () => void
}

const key = 'duidu.searches'

/** Enough to find again what one looked for today, and few enough to be read at a glance. */
const most = 6

/** Longer ones were pasted. */
const longest = 80

export function recentQueries(storage: () => Storage): Recent {
  const all = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(storage().getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : []
    } catch {
      return []
    }
  }
  return {
    all,
    remember: (query) => {
      const words = query.trim()
      if (words === '' || words.length > longest) return
      try {
        storage().setItem(key, JSON.stringify([words, ...all().filter((one) => one !== words)].slice(0, most)))
      } catch {
        // Nothing is lost but a convenience.
      }
    },
    clear: () => {
      try {
        storage().removeItem(key)
      } catch {
        // There was nothing to clear.
      }
    },
  }
}
