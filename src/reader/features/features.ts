import type { Reader } from '../islands/reader.ts'
import type { Action } from '../state/shortcuts.ts'
import type { Feature } from './feature.ts'
import { notes } from './notes/feature.ts'
import { termCards, termList } from './terms/feature.ts'

export const features: readonly Feature[] = [termCards, termList, notes]

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
    else feature.watch?.(document, () => void start(null))
  }
}
