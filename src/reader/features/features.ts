import type { Reader } from '../islands/reader.ts'
import type { Action } from '../state/shortcuts.ts'

/**
 * Features that are no panel. The code of each is fetched when one of its actions is first asked for, or at once when
 * the page as it was opened already wants it (a query in the address, notes on this device).
 */
export type Feature = {
  readonly actions: readonly Action[]
  readonly wanted: (reader: Reader) => boolean
  /** `start` runs once; it puts its own handlers on its actions. */
  readonly load: () => Promise<{ readonly start: (reader: Reader) => void | Promise<void> }>
}

export const features: readonly Feature[] = []

/** Keeps every feature one press away. */
export function startFeatures(reader: Reader, all: readonly Feature[] = features): void {
  for (const feature of all) {
    let started = false
    const off: (() => void)[] = []
    const start = async (action: Action | null): Promise<void> => {
      if (started) return
      started = true
      try {
        await (await feature.load()).start(reader)
      } catch {
        // Not fetched: the next press tries again.
        started = false
        reader.say(reader.words.t('feature.failed'))
        return
      }
      for (const take of off) take()
      if (action !== null) reader.shortcuts.run(action)
    }
    for (const action of feature.actions) off.push(reader.shortcuts.on(action, () => void start(action)))
    if (feature.wanted(reader)) void start(null)
  }
}
