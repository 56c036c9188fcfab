import { typeAhead } from '../dom/type-ahead.ts'
import type { Reader } from '../islands/reader.ts'
import type { Action } from '../state/shortcuts.ts'
import type { Feature } from './feature.ts'
import { help } from './help/feature.ts'
import { links } from './links/feature.ts'
import { noticeList } from './notices/feature.ts'
import { offline } from './offline/feature.ts'
import { map } from './map/feature.ts'
import { notes } from './notes/feature.ts'
import { search } from './search/feature.ts'
import { termCards, termList } from './terms/feature.ts'

const features: readonly Feature[] = [links, help, notes, search, noticeList, termCards, termList, map, offline]

/** Keeps every feature one press away. */
export function startFeatures(reader: Reader, all: readonly Feature[] = features): void {
  for (const feature of all) {
    let started = false
    const off: (() => void)[] = []
    const start = async (action: Action | null): Promise<void> => {
      // For the feature's own handler, while its code is on its way.
      if (action !== null) reader.shortcuts.wait(action)
      if (started) return
      started = true
      try {
        await (await feature.load(action, reader)).start(reader)
      } catch {
        // Not fetched: the next press tries again.
        started = false
        // What was typed for it goes with it: the keys are the page's again.
        if (reader.shortcuts.forget(feature.actions)) typeAhead.take()
        reader.say(reader.words.t('feature.failed'))
        return
      }
      for (const take of off) take()
    }
    for (const action of feature.actions) off.push(reader.shortcuts.on(action, () => void start(action)))
    if (feature.wanted(reader)) void start(null)
    feature.watch?.(document, () => void start(null))
  }
}
